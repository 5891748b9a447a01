"""Where paragraphs end: at blank lines, and at line ends in text whose lines are not wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotes.data import Span

NARROWEST, WIDEST = 45, 100
"""Widths between which the lines of wrapped text lie."""


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of ``text``, without the white space around them.

    A blank line always ends one. A single line end does too, unless the lines around it look wrapped: as wide as
    their neighbours, and broken in the middle of sentences.
    """
    found = []
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    for block in re.finditer(r"\S[^\n]*(?:\n(?![ \t\r\f\v]*\n)[^\n]*)*", plain):
        lines = [Span(block.start() + line.start(), block.start() + line.start() + len(line.group().rstrip()))
                 for line in re.finditer(r"[^\n]+", block.group()) if not line.group().isspace()]
        found.extend([Span(lines[0].start, lines[-1].end)] if _wrapped(text, lines) else lines)
    return [Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in found]


def opening(text: str, starts: Iterable[int]) -> list[bool]:
    """Which of the sentences that start at ``starts``, ascending, begin a paragraph of ``text``; the first does."""
    waiting = (paragraph.start for paragraph in paragraphs(text))
    upcoming = next(waiting, None)
    opens: list[bool] = []
    for start in starts:
        opens.append(not opens)
        while upcoming is not None and upcoming <= start:
            opens[-1], upcoming = True, next(waiting, None)
    return opens


def _wrapped(text: str, lines: list[Span]) -> bool:
    full = lines[:-1]
    if len(lines) < 3:
        return False
    widths = [line.end - line.start for line in full]
    broken = sum(text[line.end - 1] not in ".!?:;\"'”’»)" for line in full)
    return NARROWEST <= max(widths) <= WIDEST and min(widths) >= max(widths) - 25 and broken * 2 > len(full)
