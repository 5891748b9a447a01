"""What is in an archive: its current documents and their quotes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from quotes.archive.rows import document_of, quotes_from
from quotes.data import Document, Quote

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

AT_ONCE = 100
"""How many documents are taken from the file at a time when all are asked for."""


class Extent(NamedTuple):
    """How much an archive holds."""

    documents: int
    quotes: int
    first: str
    """The earliest date of a document; empty where no date is known."""
    last: str
    """The latest."""


def documents(archive: Archive) -> Iterator[Document]:
    """The current documents, by path."""
    for numbers in _current(archive):
        yield from documents_at(archive, numbers).values()


def found(archive: Archive) -> Iterator[tuple[Document, list[Quote]]]:
    """The current documents with their quotes, by path: as :meth:`quotes.Finder.find_in` gives them."""
    for numbers in _current(archive):
        chosen = documents_at(archive, numbers)
        quotes = _quotes(archive, chosen)
        for number, document in chosen.items():
            yield document, list(quotes[number].values())


def quotes_of(archive: Archive, document: Document) -> list[Quote]:
    """The quotes of a document of the archive, in the order of the text; none where it isn't there."""
    number = _value_of(archive, document, column="id")
    return list(_quotes(archive, {number: document})[number].values()) if number else []


def location(archive: Archive, document: Document) -> str:
    """Where a document of the archive was read from: its absolute path or URL; its name where it isn't there."""
    return _value_of(archive, document, column="location") or document.name


def extent(archive: Archive) -> Extent:
    """How many current documents and quotes there are, and of which dates."""
    return Extent(*archive.execute(
        "SELECT count(*), (SELECT count(*) FROM quotes WHERE document_id IN (SELECT id FROM current_documents)), "
        "coalesce(min(nullif(date, '')), ''), coalesce(max(date), '') FROM current_documents").fetchone())


def stored(archive: Archive, number: int, *, name: str) -> tuple[Document, list[Quote]]:
    """One version of a document with its quotes, in the order of the text.

    Args:
        archive: The archive.
        number: The id of its row.
        name: What to call it, in place of its path as archived.
    """
    document = replace(documents_at(archive, [number])[number], name=name)
    return document, list(_quotes(archive, {number: document})[number].values())


def documents_at(archive: Archive, numbers: Collection[int]) -> dict[int, Document]:
    """Versions of documents by the ids of their rows, in the order of these."""
    rows = archive.query("SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?))",
                         [json.dumps(list(numbers))])
    by_number = {row["id"]: document_of(row) for row in rows}
    return {number: by_number[number] for number in numbers}


def quotes_at(archive: Archive, places: Sequence[tuple[int, int]]) -> list[tuple[Document, Quote]]:
    """Quotes with their documents, in the order of ``places``: the ids of the rows of document and quote. A document
    is the same object for all of its quotes."""
    chosen = documents_at(archive, dict.fromkeys(document for document, _ in places))
    quotes = _quotes(archive, chosen)
    return [(chosen[document], quotes[document][quote]) for document, quote in places]


def _quotes(archive: Archive, chosen: dict[int, Document]) -> dict[int, dict[int, Quote]]:
    """The quotes of versions of documents, in the order of the text, by the ids of their rows."""
    rows = archive.query(
        "SELECT quotes.*, name, kind FROM quotes LEFT JOIN speakers ON speakers.id = speaker_id "
        "WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY document_id, quotes.id",
        [json.dumps(list(chosen))])
    quotes = {number: quotes_from(of_one, document=chosen[number])
              for number, of_one in groupby(rows, key=lambda row: row["document_id"])}
    return {number: quotes.get(number, {}) for number in chosen}


def _current(archive: Archive) -> Iterator[list[int]]:
    # No query stays open while the caller works: the log of an archive that others write to could not be cleared.
    numbers = [number for number, in archive.execute("SELECT id FROM current_documents ORDER BY path, id").fetchall()]
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start:start + AT_ONCE]


def _value_of(archive: Archive, document: Document, *, column: str) -> str | int | None:
    row = archive.execute(f"SELECT {column} FROM documents WHERE path = ? AND sha256 = ? "
                          "ORDER BY superseded_at IS NULL DESC, id DESC", [document.name, document.sha256]).fetchone()
    return row and row[0]
