"""Sentence boundaries as news text wants them.

A tokenizer trained on treebanks breaks some sentences that news writes as one (*"Why now?" Smith asked.*), and knows
nothing of lines. ``boundaries`` mends that on plain spans; ``mend`` does the same to a Stanza document, before any
processor has looked at its sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from quotes.data import Span
from quotes.parsing.paragraphs import paragraphs

if TYPE_CHECKING:
    from stanza.models.common.doc import Document

OPENING = frozenset({'"', "'", "“", "‘", "„", "‚", "«", "‹", "``", "''"})
CLOSING = frozenset({'"', "'", "”", "’", "“", "‘", "»", "›", "''"})
TITLES = frozenset("Mr. Mrs. Ms. Messrs. Dr. Drs. Prof. Rev. Fr. Sr. Sen. Sens. Rep. Reps. Gov. Govs. Lt. Gen. Col. "
                   "Maj. Capt. Cmdr. Adm. Sgt. Cpl. Pvt. Hon. Pres. Supt. Insp. Atty. Amb. Mx. St.".split())
SAYING = frozenset("""said says say asked asks ask told tells wrote writes tweeted tweets added adds replied replies
    shouted shouts answered answers declared declares exclaimed exclaims remarked remarks repeated repeats continued
    continues wondered wonders cried yelled whispered joked jokes quipped responded responds demanded demands retorted
    insisted insists observed observes posted posts pressed mused muses concluded concludes recalled recalls
    explained explains argued argues interjected screamed""".split())
CLAUSE = frozenset("""that he she it they we i you the a an his her its their our this these there no not who what why
    how whether if""".split())
"""Words that begin what is said: a verb of saying before them begins a statement of its own, and closes none."""
OPENERS = frozenset("The A An He She It They We I You But And In On At This That These There Then So If".split())
"""Words that begin a sentence far more often than they follow an initial."""
LONGEST_SENTENCE = 200
"""Tokens of a sentence; they make fewer word pieces than the encoder has places for."""
LONGEST_SUBJECT = 14
"""Tokens of a name and its apposition (*Rep. Glenn Thompson, R-Pa.,*)."""

_FINAL = re.compile(r"(?:[.?!…:;*|]|[)\]}])$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+-?(?:[^\W\d_]\.)?")


class Token(Protocol):
    """Anything with a place in a text: code points, end exclusive."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def boundaries(text: str, sentences: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """Sentences with their boundaries mended for news text.

    A sentence ends where a paragraph ends. None is broken after a quotation that its attribution follows (*"Why?" he
    asked*), after a title or an initial, or before a closing quotation mark.

    Args:
        text: what was tokenized.
        sentences: the tokens of each sentence, spans into the text, in order; none is empty.

    Returns:
        The same tokens in order, in the mended sentences.
    """
    tokens = list(chain.from_iterable(sentences))
    return [tokens[first:end] for first, end in bounds_of(text, tokens, map(len, sentences))]


def bounds_of(text: str, tokens: Sequence[Token], lengths: Iterable[int]) -> list[tuple[int, int]]:
    """The first token and the end of each of the mended sentences, from all tokens and how many each sentence had."""
    words = [text[token.start:token.end] for token in tokens]
    breaks = _paragraph_tokens(text, tokens, words)
    starts = set(breaks)
    at = 0
    for length in lengths:
        start = _with_its_mark(at, tokens, words, breaks)
        if start not in starts and start < len(tokens) and not _goes_on(start, text, tokens, words, breaks):
            starts.add(start)
        at += length
    edges = [*sorted(starts), len(tokens)]
    return [part for first, end in zip(edges, edges[1:]) for part in _in_parts(first, end, words)]


def _in_parts(first: int, end: int, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The bounds of a sentence, cut where it is longer than an encoder can take in: a list or a table more often than
    prose."""
    while end - first > LONGEST_SENTENCE:
        window = range(first + LONGEST_SENTENCE - 1, first + LONGEST_SENTENCE // 2, -1)
        cut = next((at + 1 for at in window if words[at] in (";", ",", "|", ":")), first + LONGEST_SENTENCE)
        yield first, cut
        first = cut
    yield first, end


def _paragraph_tokens(text: str, tokens: Sequence[Token], words: Sequence[str]) -> set[int]:
    """Positions of the first token of each paragraph.

    A line end in the middle of a sentence starts none: feeds put the words of a link on a line of their own.
    """
    found = {bisect_left(tokens, paragraph.start, key=attrgetter("start")) for paragraph in paragraphs(text)}
    return {at for at in found if at < len(tokens) and not (at and _within_a_sentence(at, text, tokens, words))}


def _within_a_sentence(at: int, text: str, tokens: Sequence[Token], words: Sequence[str]) -> bool:
    one_line_end = len(re.findall(r"\r\n|[\r\n]", text[tokens[at - 1].end:tokens[at].start])) == 1
    before, after = words[at - 1], words[at]
    return one_line_end and after.isalpha() and after.islower() and before[-1].isalpha() and before[-1].islower()


def _with_its_mark(at: int, tokens: Sequence[Token], words: Sequence[str], breaks: set[int]) -> int:
    """The boundary before token ``at``, moved so that quotation marks stay with the words they touch."""
    if at in breaks:
        return at
    while (at < len(tokens) and at not in breaks and words[at] in CLOSING and _glued(at, tokens)
           and not (at + 1 < len(tokens) and _glued(at + 1, tokens) and words[at + 1][0].isalnum())):
        at += 1
    while (at > 1 and at < len(tokens) and at not in breaks and at - 1 not in breaks and words[at - 1] in OPENING
           and _glued(at, tokens) and not _glued(at - 1, tokens)):
        at -= 1
    return at


def _glued(at: int, tokens: Sequence[Token]) -> bool:
    return at > 0 and tokens[at - 1].end == tokens[at].start


def _goes_on(at: int, text: str, tokens: Sequence[Token], words: Sequence[str], breaks: set[int]) -> bool:
    """Does the sentence before token ``at`` go on with it?"""
    before, after = words[at - 1], words[at]
    lower = after.isalpha() and after.islower()
    if before in CLOSING and _glued(at - 1, tokens):
        # The quotation is over; what it was closed with says whether a name can go on from it.
        return lower or (_breaking_off(_inside(at - 1, words))
                         and _attributes(list(_subject_and_verb(at, words, breaks))))
    if before == ":" and _labels(at - 1, words, breaks):
        return True
    chunk = text[:tokens[at - 1].end].rsplit(maxsplit=1)[-1].lstrip("“”‘’\"'([")
    if chunk in TITLES:
        return after[0].isupper()
    if _INITIAL.fullmatch(chunk):
        named = at > 1 and words[at - 2][0].isupper()
        single = len(chunk) == 2 and named and after[0].isupper() and after not in OPENERS
        return lower or after[0].isdigit() or single
    if chunk.endswith(".") and before != "." and before[0].isalpha():
        return lower or after[0].isdigit()
    return lower and not _FINAL.search(before)


def _labels(at: int, words: Sequence[str], breaks: set[int]) -> bool:
    """Does the colon at ``at`` end the label of a turn (*PENCE:*), which stands first in its paragraph?"""
    first = at
    while first > 0 and first not in breaks and at - first <= 5:
        first -= 1
    label = [word for word in words[first:at] if word not in OPENING]
    return first in breaks and any(map(str.isalpha, label)) and all(word == word.upper() for word in label)


def _inside(at: int, words: Sequence[str]) -> str:
    """The word before the closing marks that end at token ``at``."""
    while at > 0 and words[at] in CLOSING:
        at -= 1
    return words[at]


def _breaking_off(word: str) -> bool:
    """Can a sentence go on after a quotation that ends so? After a full stop it cannot."""
    return word[-1] in "?!…-–—," or word.startswith("..")


def _subject_and_verb(at: int, words: Sequence[str], breaks: set[int]) -> Iterator[str]:
    """The words from token ``at`` on among which a subject and its verb would stand, within the paragraph."""
    for position in range(at, min(at + LONGEST_SUBJECT + 2, len(words))):
        if position > at and position in breaks:
            return
        yield words[position]


def _attributes(words: list[str]) -> bool:
    """Do these words attribute what came before: a name, perhaps described between commas, and a verb of saying?"""
    names = 0
    while names < min(len(words), 5) and words[names][0].isupper() and words[names] not in OPENERS:
        names += 1
    if names == 0:
        return False
    verb = names
    if words[names:names + 1] == [","]:
        verb = next((at + 1 for at in range(names + 1, len(words) - 1)
                     if words[at] == "," and words[at + 1].lower() in SAYING), len(words))
    elif words[names - 1].lower() in SAYING and names > 1:
        verb = names - 1
    if verb >= len(words) or words[verb].lower() not in SAYING:
        return False
    after = [word.lower() for word in words[verb + 1:verb + 3]]
    # What introduces a quotation of its own, or a clause, doesn't belong to the one before.
    if after[:1] == [","]:
        return after[-1] not in OPENING
    return not after or (after[0] not in CLAUSE and after[0] != ":" and after[0] not in OPENING)


def mend(document: Document) -> Document:
    """Mend the sentences of a tokenized Stanza document in place, and return it.

    Tokens, multi-word tokens and offsets stay; sentences that change are built anew with their tokens numbered from
    1, and all are counted anew. Call it before anything is annotated on sentences: what was, is lost.

    Args:
        document: tokenized, its multi-word tokens expanded or not, with the text that the offsets point into.
    """
    from stanza.models.common.doc import Sentence

    old = [[Span(token.start_char, token.end_char) for token in sentence.tokens] for sentence in document.sentences]
    new = boundaries(document.text, old)
    unchanged = {(spans[0].start, spans[-1].end): sentence for spans, sentence in zip(old, document.sentences)}
    tokens = (token for sentence in document.sentences for token in sentence.tokens)
    mended = []
    for index, spans in enumerate(new):
        taken = [next(tokens) for _ in spans]
        start, end = spans[0].start, spans[-1].end
        sentence = unchanged.get((start, end))
        if sentence is None:
            sentence = Sentence(_renumbered(taken), doc=document)
            sentence.text = document.text[start:end]
            for token, before in zip(sentence.tokens, taken):
                token.spaces_before, token.spaces_after = before.spaces_before, before.spaces_after
        sentence.index = index
        sentence.sent_id = str(index)
        mended.append(sentence)
    document.sentences = mended
    return document


def _renumbered(tokens: Sequence) -> list[dict]:
    """Stanza tokens as the dictionaries that Stanza builds sentences from, numbered from 1."""
    entries, at = [], 1
    for token in tokens:
        entry, *words = token.to_dict()
        size = len(words) or 1
        entry["id"] = (at, at + size - 1) if words else (at,)
        entries.append(entry)
        for word in words:
            word["id"] = (at,)
            entries.append(word)
            at += 1
        at += 0 if words else 1
    return entries
