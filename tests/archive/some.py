"""Documents and quotes to archive: every “…” is a quote, by the name after it."""

from dataclasses import replace

from quotes.archive import Model, archived, opened
from tests.cli.fake import Finder, document

MODEL = Model("embedded", "0" * 64, "quotes 0")

__all__ = ["MODEL", "document", "find_in", "nothing_new", "put", "replace"]


def find_in(documents):
    return Finder().find_in(documents)


def nothing_new(documents):
    """A finder that must not be given a document."""
    assert list(documents) == []
    return []


def put(path, *documents, model=MODEL, find_in=find_in):
    """Archives documents; gives what comes out."""
    with opened(path, create=True) as archive:
        return [(found, list(quotes)) for found, quotes in archived(archive, documents, model=model, find_in=find_in)]
