"""Finds who said what in news text.

    >>> from quotes import find
    >>> for quote in find("articles/"):
    ...     print(quote.speaker.name if quote.speaker else "?", quote.quote)

``find`` and ``Finder`` bring PyTorch with them, so they are imported when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotes.data import Cue, Document, Quote, Span, Speaker
from quotes.errors import (
    ArchiveError, CacheError, ModelError, OptionError, QuotesError, ReadError, SearchError, WorkerError,
)

if TYPE_CHECKING:
    from quotes.finder import Finder, find
    from quotes.reading import Columns, Limits

__version__ = "0.1.0"

__all__ = [
    "ArchiveError",
    "CacheError",
    "Columns",
    "Cue",
    "Document",
    "Finder",
    "Limits",
    "ModelError",
    "OptionError",
    "Quote",
    "QuotesError",
    "ReadError",
    "SearchError",
    "Span",
    "Speaker",
    "WorkerError",
    "find",
]


def __getattr__(name: str) -> Any:
    if name in ("Finder", "find"):
        from quotes import finder

        return getattr(finder, name)
    if name in ("Columns", "Limits"):
        from quotes import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
