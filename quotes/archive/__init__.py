"""An archive of documents and their quotes: one SQLite file, to search, to verify against, to open in Datasette.

    >>> from quotes.archive import found, opened
    >>> with opened("quotes.db") as archive:
    ...     for document, quotes in found(archive):
    ...         print(document.name, len(quotes))

Who is quoted is asked of :mod:`quotes.archive.speakers`, which brings the names of the resolver with it.
"""

from quotes.archive.matching import candidates, passages
from quotes.archive.opening import opened
from quotes.archive.reading import Extent, documents, extent, found, location, quotes_of
from quotes.archive.searching import Hit, search
from quotes.archive.writing import Model, archived, keep

__all__ = [
    "Extent",
    "Hit",
    "Model",
    "archived",
    "candidates",
    "documents",
    "extent",
    "found",
    "keep",
    "location",
    "opened",
    "passages",
    "quotes_of",
    "search",
]
