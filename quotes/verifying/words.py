"""The words of a text in a normal form, each with its place in the text kept.

Two words are the same if their ``key`` is: without regard to case, accents, kinds of apostrophe, British or American
spelling, and to whether a number is written in figures. Everything that is no word is left out, so that marks and
spaces don't count. What is contracted becomes two words (*do* *n't*, *Ann* *'s*): a *not* matters more than the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotes.accents import without_accents
from quotes.verifying.numerals import is_number, may_begin_number, number_at
from quotes.verifying.spelling import one_spelling

# Letters with their combining accents, soft hyphens and marks of no width; a hyphen at a line's end that parts a word.
_LETTER = "[^\\W\\d_\u0300-\u036f\u00ad\u200b\u2060\ufeff]"
_LETTERS = "(?:[^\\W\\d_]|[\u0300-\u036f\u00ad\u200b\u2060\ufeff])+"
_RAW = re.compile(
    r"(?P<figures>(?:(?<![\w)])[-−](?=\d))?\d+(?:[.,]\d+)*)"
    r"|(?P<initials>(?<!\w)(?:[A-Za-z]\.){2,}(?:[A-Za-z](?!\w))?)"
    rf"|(?P<word>(?={_LETTER}){_LETTERS}(?:['’ʼ‘`]{_LETTERS})*(?:-\n[ \t]*(?=[a-z]){_LETTERS})?)"
    r"|(?P<sign>[$€£¥%&])"
)
ELLIPSIS = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?")
"""The marks that say that words are left out."""

_SIGNS = {"%": "percent", "&": "and"}
_CURRENCIES = frozenset("$€£¥")
_MONEY = {"k": "thousand", "m": "million", "mn": "million", "b": "billion"}
_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_NEGATED = {"ca": "can", "wo": "will", "sha": "shall"}
_BARE_NEGATED = frozenset(
    "dont doesnt didnt isnt wasnt arent werent cant couldnt wouldnt shouldnt havent hasnt hadnt".split())
_SHORT = re.compile(r"(?<=.)'(?:s|re|ve|ll|d|m)$")
_TOGETHER = re.compile(r"[\s\-‐‑]*")

NEGATIONS = frozenset(
    "not n't no never none nobody nothing nowhere neither nor without hardly barely scarcely nought".split())
QUALIFIERS = frozenset(
    "if unless until but though although however except only could may might perhaps maybe possibly probably likely "
    "allegedly reportedly apparently presumably potentially supposedly hopefully provided providing assuming "
    "whether nearly almost partly barely yet lest".split())
"""Words without which a statement says more than was said."""

FUNCTION = NEGATIONS | frozenset(
    "a an the this that these those and or but if of to in on at by for with from as into over about than then so "
    "it its he she they them their his her him we us our you your i me my who which what is are was were be been "
    "being am has have had do does did will would shall should can could may might must there here 's 're 've 'll "
    "'d 'm also just very up out off s #1".split())
"""Words that say little about what a statement is about."""

PRONOUNS_AND_AUXILIARIES = frozenset(
    "i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself "
    "they them their theirs themselves this that these those the here there now then today tomorrow yesterday "
    "is are was were be been being am has have had do does did will would shall should can could may might must "
    "'s 're 've 'll 'd 'm to whether".split()) - {"could", "may", "might"}
"""What changes by rule when speech is reported."""


class Word(NamedTuple):
    """A word: its normal form, and where it stands (code points, end exclusive)."""

    key: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a text, or of the stretch of it from ``start`` to ``end``."""
    raw = [word for found in _RAW.finditer(text, start, len(text) if end is None else end) for word in _raw(found)]
    return list(_numbers_joined(text, raw))


def keys(words: Sequence[Word]) -> tuple[str, ...]:
    """The normal forms of some words."""
    return tuple(word.key for word in words)


def weight(key: str) -> float:
    """How much a word says about what a statement is about."""
    return 0.2 if key in FUNCTION else 1.0


@lru_cache(maxsize=50_000)
def stem(key: str) -> str:
    """A word's beginning that its inflected forms share (*expel*: *expelled*, *expelling*), roughly."""
    if is_number(key) or len(key) < 4:
        return key
    bare = re.sub(r"'s?$", "", key)
    cut = re.sub(r"(?<=.{3})(?:ations?|ments?|ings?|edly|ed|ies|es|s|ly|e|y)$", "", bare)
    return cut[:-1] if len(cut) > 4 and cut[-1] == cut[-2] else cut


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """The normal form of one word that is no number."""
    return one_spelling(folded(re.sub(r"-\n[ \t]*", "", word) if "-\n" in word else word).rstrip("'"))


def folded(text: str) -> str:
    """Text without case, accents, marks of no width and soft hyphens; one kind of apostrophe.

    This is what textacy's ``preprocessing.normalize`` (``quotation_marks``, ``whitespace``, ``unicode`` in the form
    NFKC) and ``preprocessing.remove.accents`` make of a word, as a test makes sure. It is done here because importing
    textacy takes longer than an archive takes to answer, and word by word because it changes lengths, and so offsets.
    """
    plain = text.translate(_APOSTROPHES)
    if not plain.isascii():
        plain = without_accents(_UNSEEN.sub("", unicodedata.normalize("NFKC", plain)))
    return plain.casefold()


def _raw(found: re.Match[str]) -> list[Word]:
    """A match as words; what is contracted as two."""
    start, end, kind = found.start(), found.end(), found.lastgroup
    if kind == "figures":
        return [Word(found[0].replace("−", "-"), start, end)]
    if kind == "sign":
        return [Word(_SIGNS.get(found[0], found[0]), start, end)]
    if kind == "initials":
        return [Word(found[0].replace(".", "").casefold(), start, end)]
    key = normal(found[0])
    if key == "cannot":
        return [Word("can", start, start + 3), Word("not", start + 3, end)]
    if key in _BARE_NEGATED or key.endswith("n't") and len(key) > 3:
        cut = end - (2 if key in _BARE_NEGATED else 3)
        before = key.removesuffix("n't").removesuffix("nt")
        return [Word(_NEGATED.get(before, before), start, cut), Word("n't", cut, end)]
    short = _SHORT.search(key)
    if short:
        cut = end - len(short[0])
        return [Word(key[:short.start()], start, cut), Word(short[0], cut, end)]
    return [Word(key, start, end)]


def _numbers_joined(text: str, raw: Sequence[Word]) -> Iterator[Word]:
    """The words with each number, however it is written, as one word."""
    at = 0
    while at < len(raw):
        row = [raw[at].key]
        if not may_begin_number(row[0]):
            yield raw[at]
            at += 1
            continue
        last = at
        while last + 1 < len(raw) and len(row) < 12 and _TOGETHER.fullmatch(text, raw[last].end, raw[last + 1].start):
            last += 1
            row.append(raw[last].key)
        if len(row) > 1 and row[1] in _MONEY and raw[at].end == raw[at + 1].start and at and \
                raw[at - 1].key in _CURRENCIES and row[0][0].isdigit():
            row[1] = _MONEY[row[1]]
        key, taken = number_at(row, 0)
        if taken:
            yield Word(key, raw[at].start, raw[at + taken - 1].end)
            at += taken
        else:
            yield raw[at]
            at += 1
