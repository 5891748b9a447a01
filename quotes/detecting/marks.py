"""Quotations by their marks alone: where they open, where they close, how they nest and run on.

Marks known: “ ” „ « » " `` '' and, for British usage, ‘ ’ '. Pairing starts afresh in each paragraph (a line), and
a mark's surroundings decide its direction before its shape does, so a stray or mistyped mark spoils no more than its
own paragraph. Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quotes.data import Span, Type

OPENING = frozenset(("“", "„", "«", "``"))
CLOSING = frozenset(("”", "»"))
ELISIONS = frozenset("em til cause n tis twas round bout cos neath nuff ere ow ello".split())
"""Words that begin with an apostrophe, so that the mark before them opens nothing."""
CARRY = 8
"""Paragraphs that a quotation may run on without its mark being repeated."""

_RUN = re.compile(r"""[“”„«»"`'‘’‚](?<!\w['’](?=\w))[“”„«»"`'‘’‚]*""")
"""Marks side by side, but for an apostrophe within a word, which neither opens nor closes anything."""
_MARK = re.compile("``|''|[“”„«»\"'‘’‚]")
_SINGLE = frozenset("'‘’‚")
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_BEFORE_OPENING = frozenset("([{—–-/:")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…")
_NEVER_FIRST = frozenset(",;:!?)]}")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, within one paragraph.

    ``outer`` has the marks, ``inner`` has not. ``depth`` is 0 outside all others. ``closed`` is false where the
    paragraph ends first; ``continues`` is true where it goes on with the quotation of the paragraph before.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    continues: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    """By the surroundings, then by shape; both where neither tells."""


def quotations(text: str) -> list[Quotation]:
    """All quotations of ``text``, in the order of their opening marks; a nested one follows what it is nested in.

    Offsets are code points, ends exclusive. A quotation over several paragraphs is given as one for each.
    """
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    marks = [list(_marks(text, paragraph)) for paragraph in paragraphs]
    doubles = [[mark for mark in line if mark.text not in _SINGLE] for line in marks]
    found: list[Quotation] = []
    left_open: _Mark | None = None
    carry = 0
    for number, paragraph in enumerate(paragraphs):
        if not marks[number] and not carry:
            left_open = None
            continue
        pairs, unclosed = _double_pairs(text, paragraph, doubles[number], left_open, silent=carry > 0)
        singles = [mark for mark in marks[number] if mark.text in _SINGLE]
        found.extend(_nested(pairs + _single_pairs(text, paragraph, singles, pairs)))
        before, left_open = left_open, unclosed
        if unclosed is None or _reopened(text, paragraphs, doubles, number, unclosed):
            carry = 0
        elif carry > 1 or _closes_later(doubles, number):
            carry = carry - 1 if carry > 1 and before is not None else CARRY
        else:
            left_open, carry = None, 0
    return found


def type_of(text: str, spans: Sequence[Span], marked: Sequence[Quotation]) -> Type:
    """How much of a content stands in quotation marks: ``direct`` if all of its words do, ``mixed`` if some,
    ``indirect`` if none. ``marked`` are the ``quotations`` of ``text``."""
    quoted = bare = False
    for start, end in spans:
        for quotation in _reaching(marked, start, end):
            bare = bare or _has_word(text, start, quotation.outer.start)
            quoted = quoted or _has_word(text, max(start, quotation.outer.start), min(quotation.inner.end, end))
            start = max(start, quotation.inner.end)
        bare = bare or _has_word(text, start, end)
    return ("mixed" if bare else "direct") if quoted else "indirect"


def _reaching(marked: Sequence[Quotation], start: int, end: int) -> Iterator[Quotation]:
    """The quotations outside all others that may reach into a stretch of text."""
    first = bisect_right(marked, start, key=lambda quotation: quotation.outer.start) - 1
    while first > 0 and marked[first].depth:
        first -= 1
    for at in range(max(first, 0), len(marked)):
        if marked[at].outer.start >= end:
            break
        if not marked[at].depth:
            yield marked[at]


def _has_word(text: str, start: int, end: int) -> bool:
    """Whether a word stands between two code points."""
    return _WORD.search(text, start, end) is not None


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The marks of a paragraph. Neighbouring marks are judged together, by what stands around them all."""
    for run in _RUN.finditer(text, *paragraph):
        before = text[run.start() - 1] if run.start() > paragraph.start else " "
        after = text[run.end()] if run.end() < paragraph.end else " "
        opens = (before.isspace() or before in _BEFORE_OPENING) and not (after.isspace() or after in _NEVER_FIRST)
        closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
        for match in _MARK.finditer(run.group()):
            start, end, mark = run.start() + match.start(), run.start() + match.end(), match.group()
            if mark == '"' and _is_measure(text, start):
                continue
            if mark == "„" or opens == closes and mark in OPENING:
                yield _Mark(start, end, mark, True, False)
            elif opens == closes and mark in CLOSING:
                yield _Mark(start, end, mark, False, True)
            elif opens == closes:
                yield _Mark(start, end, mark, True, True)
            else:
                yield _Mark(start, end, mark, opens, closes)


def _is_measure(text: str, at: int) -> bool:
    """Whether the straight mark at ``at`` stands for inches or seconds: 6'2"."""
    return re.search(r"\d['’′] ?\d{1,2}(?:\.\d+)?$", text[max(0, at - 8):at]) is not None


def _double_pairs(text: str, paragraph: Span, marks: Sequence[_Mark], left_open: _Mark | None, *,
                  silent: bool) -> tuple[list[Quotation], _Mark | None]:
    """Pair the double marks of a paragraph; also give the mark that is still open at its end.

    ``left_open`` is what the paragraph before left open; ``silent`` says that no mark need repeat it here.
    """
    pairs: list[Quotation] = []
    opened = left_open if silent else None
    start = inner = paragraph.start
    continues = silent
    lead = paragraph.start + len(text[slice(*paragraph)]) - len(text[slice(*paragraph)].lstrip())
    for place, mark in enumerate(marks):
        if opened is None or mark.opens and not mark.closes:
            # A second opening mark: the first was stray, unless it only repeats a quotation that runs on.
            if mark.opens:
                continues = left_open is not None and mark.start == lead
                opened, start, inner = mark, mark.start, mark.end
        elif mark.closes and not _is_inches(text, marks, place):
            pairs.append(Quotation(Span(start, mark.end), Span(inner, mark.start), continues=continues))
            opened, continues = None, False
    if opened is not None and opened.closes and opened.start >= paragraph.start and not continues:
        opened = None  # of no clear direction: a stray mark, not a quotation without an end
    if opened is not None and text[inner:paragraph.end].strip():
        end = paragraph.end
        pairs.append(Quotation(Span(start, end), Span(inner, end), closed=False, continues=continues))
    return pairs, opened


def _is_inches(text: str, marks: Sequence[_Mark], place: int) -> bool:
    """Whether a straight mark after a digit leaves the closing to the next mark: "a 12" record," he said."""
    mark = marks[place]
    if mark.text != '"' or not text[mark.start - 1:mark.start].isdigit() or place + 1 == len(marks):
        return False
    return not marks[place + 1].opens


def _reopened(text: str, paragraphs: Sequence[Span], doubles: Sequence[Sequence[_Mark]], number: int,
              unclosed: _Mark) -> bool:
    """Whether the next paragraph begins with a mark that repeats the one left open."""
    if number + 1 == len(paragraphs) or not doubles[number + 1]:
        return False
    first = doubles[number + 1][0]
    between = text[paragraphs[number + 1].start:first.start]
    return first.opens and not between.strip() and first.text[0] in {unclosed.text[0], "“", '"'}


def _closes_later(doubles: Sequence[Sequence[_Mark]], number: int) -> bool:
    """Whether the next double mark, a few paragraphs down at most, is a closing one."""
    for marks in doubles[number + 1:number + 1 + CARRY]:
        if marks:
            return marks[0].closes and not marks[0].opens
    return False


def _single_pairs(text: str, paragraph: Span, marks: Sequence[_Mark], doubles: Sequence[Quotation]) -> list[Quotation]:
    """Pair single marks, telling them from apostrophes. A pair lies inside one double quotation or outside all."""
    starts = [pair.outer.start for pair in doubles]

    def around(mark: _Mark) -> int:
        at = bisect_right(starts, mark.start) - 1
        return at if at >= 0 and mark.start < doubles[at].outer.end else -1

    pairs: list[Quotation] = []
    opened: _Mark | None = None
    where = -1
    doubtful: _Mark | None = None
    for mark in marks:
        if opened is not None and around(mark) != where:
            if where != -1 or around(mark) == -1:
                opened, doubtful = _settle(pairs, opened, doubtful), None
            else:
                continue  # inside a double quotation that stands inside the single one
        if _can_open(text, mark):
            if opened is not None:
                _settle(pairs, opened, doubtful)
            opened, doubtful, where = mark, None, around(mark)
        elif opened is not None and _can_close(text, mark) and mark.start > opened.end:
            if _may_be_possessive(text, mark):
                doubtful = doubtful or mark
            else:
                opened, doubtful = _settle(pairs, opened, mark), None
    if opened is not None:
        _settle(pairs, opened, doubtful)
    return pairs


def _settle(pairs: list[Quotation], opened: _Mark, closing: _Mark | None) -> None:
    """Add the pair, if there is a closing mark."""
    if closing is not None:
        pairs.append(Quotation(Span(opened.start, closing.end), Span(opened.end, closing.start)))


def _can_open(text: str, mark: _Mark) -> bool:
    if mark.text == "’" and mark.closes or mark.closes and not mark.opens:
        return False
    if mark.start and (text[mark.start - 1].isalnum() or text[mark.start - 1] == "_"):
        return False
    word = _WORD.match(text, mark.end)
    if word is None:
        return mark.text == "‘"
    return not word.group()[0].isdigit() and word.group().lower() not in ELISIONS


def _can_close(text: str, mark: _Mark) -> bool:
    after = text[mark.end:mark.end + 1]
    return mark.text in "'’" and mark.closes and not (after.isalnum() or after == "_")


def _may_be_possessive(text: str, mark: _Mark) -> bool:
    """*the boys’ toys*, *6’ tall*, *goin’ home*: an apostrophe as likely as a closing mark."""
    before = text[max(0, mark.start - 2):mark.start]
    if not before or not (before[-1] in "sS" or before[-1].isdigit() or before.lower() == "in"):
        return False
    after = text[mark.end:mark.end + 2]
    return len(after) == 2 and after[0] == " " and after[1].isalnum()


def _nested(pairs: list[Quotation]) -> Iterator[Quotation]:
    """The pairs in order, with their depth. One that crosses another is left out."""
    ends: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.outer.start, -pair.outer.end)):
        while ends and ends[-1] <= pair.outer.start:
            ends.pop()
        if not ends or pair.outer.end <= ends[-1]:
            yield replace(pair, depth=len(ends)) if ends else pair
            ends.append(pair.outer.end)
