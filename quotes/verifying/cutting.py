"""What belongs to the words of a claim and is cut off at its edges.

Told by closed classes of words and by punctuation alone, since an archive keeps no trees. In doubt something is held
for cut: a quote that is called exact, and isn't whole, misleads; one that is called cut, and is whole, does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.verifying.matching import Match
from quotes.verifying.numerals import is_number
from quotes.verifying.passages import Passage
from quotes.verifying.words import NEGATIONS, QUALIFIERS, words_of

NEAR = 40
"""Code points before an opening mark in which a negation is looked for."""

_COORDINATORS = frozenset("and or so but yet".split())
_LEADING = frozenset("and so well now look yes yeah oh okay also then".split())
_SUBORDINATORS = frozenset(
    "if unless although though while when whenever because since as until till after before whether that who which "
    "whom whose where why how what lest once despite".split())
_OPINIONS = frozenset("think believe hope guess suspect suppose fear doubt wish imagine feel assume expect".split())
_NOMINATIVES = frozenset("i we he she they".split())
_PRONOUNS = frozenset("it that there you what here".split())
_AUXILIARIES = frozenset(
    "is are was were am has have had will would can could may might must should shall do does did ca wo".split())
_DETERMINERS = frozenset(
    "the a an this that these those my our your his her its their no every each some many most all both any".split())
_NEVER_LAST = _AUXILIARIES | _COORDINATORS | {"n't", "not"}
_NO_SUBJECT = (_SUBORDINATORS | _NOMINATIVES | NEGATIONS | frozenset("to also always still then just".split())) - {"no"}
_BEFORE_QUALIFIERS = frozenset("and or even only but as so just".split())


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of the passage, from ``first`` to ``last``, that are cut off.

    ``kind``: a ``negation`` or a ``qualifier`` beside the words kept, or another ``part`` of their sentence.
    ``outside`` is the negation where it stands before the quotation mark, ``first`` and ``last`` being equal.
    """

    kind: Literal["negation", "qualifier", "part"]
    first: int
    last: int
    outside: str = ""


def cut_before(match: Match) -> Cut | None:
    """What is cut off before the claim's first word; None where nothing is, or only a clause that stands by itself."""
    passage, first = match.passage, match.first
    start = first
    while start and _together(match, start - 1, first):
        start -= 1
    left = passage.keys[start:first]
    if not left or set(left) <= _LEADING:
        outside = _negated_outside(passage, start) if match.marked else ""
        return Cut("negation", first, first, outside) if outside else None
    segment = _last_segment(passage, start, first)
    if _may_begin_a_clause(passage, first) and _is_clause(passage, first, match.last) and \
            not {left[0], *left[:2], *segment[:2]} & _SUBORDINATORS:
        return None
    if set(segment) & NEGATIONS and left[-2:] != ("not", "only") and not _parted(passage, first):
        return Cut("negation", start, first)
    if set(left[-2:]) & (QUALIFIERS | {"not"}) or segment and segment[0] in QUALIFIERS or set(left[-2:]) & _OPINIONS:
        kept_but = left[-1] == "but" and start == first - 1
        return Cut("part" if kept_but else "qualifier", start, first)
    return Cut("part", start, first)


def cut_after(match: Match) -> Cut | None:
    """What is cut off after the claim's last word; None where nothing is, or only a clause that stands by itself."""
    passage, last = match.passage, match.last
    end = last
    while end < len(passage.words) and _together(match, end, last - 1):
        end += 1
    right = passage.keys[last:end]
    if not right:
        return None
    head = [key for key in right[:4] if key not in _BEFORE_QUALIFIERS or key in ("only", "but")]
    if right[0] in ("but", "except", "though", "although", "however", "yet", "unless", "if", "provided") or \
            head and head[0] in QUALIFIERS or right[:2] in (("as", "long"), ("so", "long"), ("at", "least")):
        return Cut("qualifier", last, end)
    if _may_begin_a_clause(passage, last) and _is_clause(passage, last, end) and _is_whole(match):
        return None
    joined = right[0] in _COORDINATORS and "," in _between(passage, last)
    if set(right[:2]) & NEGATIONS and right[:2] != ("not", "only") and not joined:
        return Cut("negation", last, end)
    return Cut("part", last, end)


def _together(match: Match, at: int, kept: int) -> bool:
    """Whether a word belongs to the sentence of one that is kept; and, where that one is quoted, to the same stretch
    between quotation marks."""
    passage = match.passage
    return passage.sentence[at] == passage.sentence[kept] and \
        (not match.marked or passage.marked[at] == passage.marked[kept])


def _between(passage: Passage, at: int) -> str:
    """The text between a word and the one before it."""
    return passage.document.text[passage.words[at - 1].end:passage.words[at].start] if at else ""


def _parted(passage: Passage, at: int) -> bool:
    """Whether a comma or another mark parts a word from the one before it."""
    return any(mark in _between(passage, at) for mark in ",;:—–()")


def _last_segment(passage: Passage, start: int, end: int) -> Sequence[str]:
    """The words before ``end``, back to the last mark that parts them, but for a mark right before ``end``."""
    at = end - 1
    while at > start and not _parted(passage, at):
        at -= 1
    return passage.keys[at:end]


def _may_begin_a_clause(passage: Passage, at: int) -> bool:
    """Whether a clause that stands by itself may begin at a word: after a semicolon, or a comma with *and* or the like.
    Not after a dash or a colon, which what follows may depend on."""
    if ";" in _between(passage, at):
        return True
    if passage.keys[at] in _COORDINATORS:
        return "," in _between(passage, at)
    return at > 1 and passage.keys[at - 1] in _COORDINATORS and "," in _between(passage, at - 1)


def _is_whole(match: Match) -> bool:
    """Whether what is kept may be whole: no *when …* without its main clause, nothing that ends in *will* or *and*."""
    kept = match.passage.keys[match.first:match.last]
    start = 1 if kept[0] in _COORDINATORS else 0
    return kept[-1] not in _NEVER_LAST and not set(kept[start:start + 1]) & _SUBORDINATORS


def _is_clause(passage: Passage, first: int, last: int) -> bool:
    """Whether words look like a whole clause: a subject, then a verb. A noun phrase as subject begins with a determiner
    or a capital, and no mark and no other clause parts it from an auxiliary."""
    if passage.keys[first] in _COORDINATORS:
        first += 1
    keys = passage.keys[first:last]
    if len(keys) < 2:
        return False
    if keys[0] in _NOMINATIVES or keys[0] in _PRONOUNS and (keys[1] in _AUXILIARIES or keys[1].startswith("'")):
        return True
    begins = keys[0] in _DETERMINERS or is_number(keys[0]) or keys[1] in _AUXILIARIES or \
        passage.document.text[passage.words[first].start].isupper()
    if not begins or keys[0] in _AUXILIARIES:
        return False
    for at, key in enumerate(keys):
        if key in _AUXILIARIES:
            return at > 0
        if key in _NO_SUBJECT or at and _parted(passage, first + at):
            return False
    return False


def _negated_outside(passage: Passage, at: int) -> str:
    """A negation right before the quotation mark that opens a quoted part: *not “in accordance with …”*."""
    text, start = passage.document.text, passage.words[at].start
    before = words_of(text, max(0, start - NEAR), start)[-2:]
    for word in reversed(before):
        if word.key in NEGATIONS and not any(mark in text[word.end:start] for mark in ".,;:!?\n—–"):
            return text[word.start:word.end]
    return ""
