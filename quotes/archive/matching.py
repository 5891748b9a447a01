"""Full-text queries: from any words whatever to quotes and documents, best first.

The best are those of the ranking function BM25: many of the words, rare ones before common ones, in short texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.archive.reading import documents_at, quotes_at
from quotes.data import Document, Quote

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
"""A phrase in quotation marks, or a word."""


def all_of(words: str) -> str:
    """The FTS5 query for all words of a search, wherever they stand; ``"some words"`` stand together, ``minist*`` is
    a word that begins so. Empty where there is nothing to look for. Nothing in ``words`` is an operator of FTS5."""
    terms = []
    for phrase, word in TERM.findall(words):
        if term := _string(phrase or word):
            terms.append(f"{term}*" if word.endswith("*") else term)
    return " ".join(terms)


def any_of(words: Iterable[str]) -> str:
    """The FTS5 query for at least one of some words; empty where there is nothing to look for."""
    return " OR ".join(filter(None, dict.fromkeys(map(_string, words))))


def _string(words: str) -> str:
    # Only letters and digits make a word to FTS5; a string without one would match nothing, and so would the query.
    return '"{}"'.format(words.replace('"', " ").replace("\0", " ")) if any(map(str.isalnum, words)) else ""


def candidates(archive: Archive, words: Iterable[str], *, limit: int = 200) -> list[tuple[Document, Quote]]:
    """The current quotes that have any of some words, best first. A document is the same object for all of its quotes.

    Args:
        archive: An archive.
        words: Any strings; case and accents don't count.
        limit: The most quotes to give.
    """
    return quotes_at(archive, _ranked(
        archive, "document_id, quotes.id", "quotes_fts JOIN quotes ON quotes.id = quotes_fts.rowid "
        "JOIN documents ON documents.id = document_id", query=any_of(words), limit=limit))


def passages(archive: Archive, words: Iterable[str], *, limit: int = 50) -> list[Document]:
    """The current documents whose title or text has any of some words, best first. Arguments as for candidates."""
    hits = _ranked(archive, "id", "documents_fts JOIN documents ON id = documents_fts.rowid",
                   query=any_of(words), limit=limit)
    return list(documents_at(archive, [number for number, in hits]).values())


def _ranked(archive: Archive, columns: str, tables: str, *, query: str, limit: int) -> list[tuple[int, ...]]:
    index = tables.split()[0]
    return archive.execute(
        f"SELECT {columns} FROM {tables} WHERE {index} MATCH ? AND superseded_at IS NULL ORDER BY rank, {index}.rowid "
        "LIMIT ?", [query, limit]).fetchall() if query else []
