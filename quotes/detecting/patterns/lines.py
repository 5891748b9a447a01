"""The lines of a text and the words on them: what patterns of layout share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotes.data import Span
from quotes.detecting.article import Article, once

_LINE = re.compile(r"[^\n]+")
_CLOSE = re.compile(r"[.!?…:;]['’\"”»)\]]*$")
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_LONGEST = 30
"""Words of the longest headline."""


@once
def lines(article: Article) -> tuple[Span, ...]:
    """The lines of the text that hold more than blanks."""
    return tuple([Span(*match.span()) for match in _LINE.finditer(article.parse.text) if not match.group().isspace()])


def words_between(article: Article, start: int, end: int) -> list[int]:
    """The words that start between two code points, the end excluded."""
    return list(range(bisect_left(article.parse.starts, start), bisect_left(article.parse.starts, end)))


def is_headline(article: Article, line: Span) -> bool:
    """Whether a line is short and ends without a stop, as headlines do."""
    words = words_between(article, *line)
    return len(words) <= _LONGEST and _CLOSE.search(article.parse.text[line.start:line.end].rstrip()) is None


def is_finite(article: Article, words: Sequence[int]) -> bool:
    """Whether there is a finite verb among some words."""
    return any(article.word(at).xpos in _FINITE for at in words)
