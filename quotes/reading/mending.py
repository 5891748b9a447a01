"""From lines on pages to running text: paragraphs found by space, indent, size and short last lines; words mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

MORE_SPACE = 1.3
"""How many times the usual distance of lines apart two paragraphs are."""
TIGHTEST = 0.8
"""The least distance of two lines, in their size: what is closer is one line, with raised or lowered words."""
OTHER_SIZE = 0.1
INDENT = 0.5, 6.0
"""How far a paragraph's first line is set in, in its own size."""
SHORT = 0.75
"""What part of a full line the last of a paragraph may fill, where nothing else tells paragraphs."""
REPEATED_LENGTH = 80

_ENDED = re.compile(r"[.?!:…][\"'”’)\]]*$|[\"”’]$")
_PAGE_NUMBER = re.compile(r"(?:.{0,60}\bpage\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
"""What stands at the top or the foot of a page: a number, or *The Post, page 3 of 8*."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")


class Line(NamedTuple):
    """A line of a page: its words, where it starts (to the right and up, in points) and how large it is."""

    text: str
    x: float
    y: float
    size: float


def mended(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """Running text, paragraphs with a blank line between, and the place in it where each page begins.

    A page that begins in the middle of a paragraph begins at its first word there.
    """
    pages = _without_furniture(pages)
    lines = list(chain.from_iterable(pages))
    full = _full(lines)
    leading = _leading(pages, full=full)
    words = {word.lower() for line in lines for word in _WORD.findall(line.text)[:-1]}
    text, starts, before = "", [], None
    parts: list[str] = []
    length = 0
    for page in pages:
        first = True
        for line in page:
            same_page = not first and line.y < before.y
            if before is not None:
                glue, cut = ("\n\n", 0) if _ends(before, line, same_page=same_page, leading=leading, full=full) \
                    else _glue(parts[-1], line.text, words)
                if cut:
                    parts[-1] = parts[-1][:-cut]
                parts.append(glue)
                length += len(glue) - cut
            if first:
                starts.append(length)
            parts.append(line.text)
            length += len(line.text)
            first, before = False, line
        if first:  # an empty page
            starts.append(length)
    text = "".join(parts)
    return text, tuple(min(start, len(text)) for start in starts)


def _ends(before: Line, line: Line, *, same_page: bool, leading: float, full: float) -> bool:
    """Does a paragraph end between two lines?"""
    ended, short = _ENDED.search(before.text) is not None, len(before.text) < SHORT * full
    if not _same_size(before, line):
        return True
    if not same_page:
        return ended or short and line.text[0].isupper()
    if leading and before.y - line.y > MORE_SPACE * leading * before.size:
        return True
    least, most = INDENT
    if ended and least * line.size < line.x - before.x < most * line.size:
        return True
    return ended and short


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= OTHER_SIZE * max(one.size, other.size)


def _glue(before: str, after: str, words: set[str]) -> tuple[str, int]:
    """What to put between two lines of a paragraph, and how many characters to take off the first."""
    if before.endswith("\u00ad"):
        return "", 1
    broken, rest = _BROKEN.search(before), _WORD.match(after)
    if broken and rest:
        left, right = broken[1].lower(), rest[0].lower()
        whole = left + right in words or not (f"{left}-{right}" in words or {left, right} <= words)
        return "", 1 if rest[0][0].islower() and whole else 0
    return ("" if re.search(r"\w[-—]$", before) else " "), 0


def _leading(pages: Iterable[Sequence[Line]], *, full: float) -> float:
    """How far apart the lines of a paragraph are, in their size; 0 where nothing tells.

    Full lines that break off in the middle of a sentence tell it. Headings below each other look like them, but are
    further apart: so a quarter of them is enough.
    """
    steps = [(above, (above.y - below.y) / above.size) for page in pages for above, below in pairwise(page)
             if _same_size(above, below) and above.y - below.y > TIGHTEST * above.size]
    broken = [step for above, step in steps if len(above.text) >= SHORT * full and not _ENDED.search(above.text)]
    gaps = sorted(broken or [step for _, step in steps])
    return gaps[(len(gaps) - 1) // 4] if gaps else 0.0


def _full(lines: Sequence[Line]) -> float:
    """The length of a full line: nine in ten are not longer."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0.0


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without their numbers, and without lines that stand in the same place on most of them."""
    places = Counter(chain.from_iterable({_place(line) for line in page} for page in pages))
    most = max(2, len(pages) / 2)
    kept = []
    for page in pages:
        edges = {min(line.y for line in page), max(line.y for line in page)} if page else set()
        kept.append([line for line in page
                     if not (line.y in edges and _PAGE_NUMBER.fullmatch(line.text)
                             or places[_place(line)] >= most and len(line.text) <= REPEATED_LENGTH)])
    return kept


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y)
