"""Words in their context, as a concordance shows them.

textacy's ``extract.kwic`` does the like by regular expression, but needs spaCy imported (seconds) and knows neither
accents nor phrases; the full-text index itself says where in a quote it found what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.data import Quote, Span

WINDOW = 60
"""Code points of context on either side of a word that was looked for."""
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Stand around what was looked for: noncharacters, which Unicode keeps for such use within a program."""
MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
LEFT_OUT = " … "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a text on one line, with an ellipsis for what is left out."""

    text: str
    matches: tuple[Span, ...]
    """Where in ``text`` the words stand that were looked for."""


def excerpt(quote: Quote, marked: str, *, window: int = WINDOW) -> Excerpt:
    """The words of a quote that were looked for, with what stands around them in the quote and, as far as it is known,
    in the document.

    Args:
        quote: The quote.
        marked: Its words with ``OPEN`` and ``CLOSE`` around those that were looked for.
        window: Code points to show on either side.
    """
    text = " ".join(f"{quote.prefix}{marked}{quote.suffix}".split())
    parts = MARKED.split(text)
    plain, matches = "", []
    for place, part in enumerate(parts):
        if place % 2:
            matches.append(Span(len(plain), len(plain) + len(part)))
        plain += part
    shown, moved = "", []
    for start, end in _windows(matches, plain, window=window):
        shown += LEFT_OUT if shown else LEFT_OUT.lstrip() if start else ""
        moved += [Span(match.start - start + len(shown), match.end - start + len(shown))
                  for match in matches if start <= match.start < end]
        shown += plain[start:end]
    return Excerpt(shown + (LEFT_OUT.rstrip() if end < len(plain) else ""), tuple(moved))


def _windows(matches: Iterable[Span], text: str, *, window: int) -> list[Span]:
    """What to show: a window about each match, those that touch as one; the beginning where there is no match."""
    windows: list[Span] = []
    for start, end in matches:
        around = _trimmed(text, start - window, end + window)
        if windows and around.start <= windows[-1].end + len(LEFT_OUT):
            windows[-1] = Span(windows[-1].start, around.end)
        else:
            windows.append(around)
    return windows or [_trimmed(text, 0, 2 * window)]


def _trimmed(text: str, start: int, end: int) -> Span:
    start, end = max(0, start), min(len(text), end)
    part = text[start:end]
    return Span(end - len(part.lstrip()), start + len(part.rstrip()))
