"""What one may choose about reading: how much is too much, and which columns of a table are what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may hold, so that nothing read can take all the memory or a day. What goes beyond a limit
    is an error that names it; the rest is read."""

    size: int = 200_000_000
    """Bytes of a file, and of what a packed file or one member of an archive unpacks to."""
    characters: int = 6_000_000
    """Code points of a document's text: nine long novels."""
    unpacked: int = 2_000_000_000
    """Bytes that all the members of an archive, and of archives in it, unpack to."""
    ratio: int = 200
    """How many times its size something may unpack to (once that is more than 10 MB): text packs to a tenth or so."""
    members: int = 100_000
    """Members of an archive."""
    nesting: int = 3
    """Archives within archives."""
    tags: int = 100_000
    """Tags of a web page."""
    pages: int = 5_000
    """Pages of a PDF."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns (CSV) or keys (JSON) that hold a document's text, name and date; empty for the usual names."""

    text: str = ""
    id: str = ""
    date: str = ""
