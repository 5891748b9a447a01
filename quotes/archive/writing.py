"""Putting documents and their quotes into an archive. Nothing is ever deleted: what changes is superseded."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, NamedTuple

from quotes.archive.reading import stored
from quotes.archive.rows import document_row, quote_rows, speaker_key, storable
from quotes.archive.schema import transaction
from quotes.data import Document, Quote
from quotes.showing.plain import encodable

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

    from quotes.showing import Found

TELLING = ("sha256", "text_sha256", "date", "outlet", "title", "author")
"""The columns that tell one version of a document from another. The text's sum is not in that of the file: which of a
table's columns is the text is for the caller to say, and so are dates."""
URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Model(NamedTuple):
    """What quotes are found by: when it changes, they are found anew."""

    name: str
    sha256: str
    """Of the model's files."""
    program: str
    """Name and version of the program."""


def archived(
    archive: Archive, documents: Iterable[Document], *, model: Model,
    find_in: Callable[[Iterable[Document]], Found],
) -> Iterator[tuple[Document, Sequence[Quote]]]:
    """Every document with its quotes, in the order given: known ones from the archive, the others found and archived.

    A document is known where the same bytes from the same place, read in the same way (as to columns of a table), were
    archived with the same model.

    Args:
        archive: An archive opened to write.
        documents: The documents.
        model: What ``find_in`` finds by.
        find_in: As :meth:`quotes.Finder.find_in`. It is given only what isn't known: no document, where all are.
            What it leaves out isn't archived.
    """
    # Documents that were read but not given on yet. Of a known one only its row's id is kept, not its text.
    waiting: deque[tuple[Document, int | None]] = deque()

    def unknown() -> Iterator[Document]:
        for document in documents:
            known = _known(archive, document, model=model)
            waiting.append((document if known is None else replace(document, text=""), known))
            if known is None:
                yield document

    def before(found: Document | None) -> Iterator[tuple[Document, list[Quote]]]:
        while waiting and waiting[0][0] != found:
            document, known = waiting.popleft()
            if known is not None:
                # Under the name by which it was asked for this time.
                yield stored(archive, known, name=document.name)

    for document, quotes in find_in(unknown()):
        yield from before(document)
        waiting.popleft()
        keep(archive, document, quotes, model=model)
        yield document, quotes
    yield from before(None)


def keep(archive: Archive, document: Document, quotes: Sequence[Quote], *, model: Model) -> None:
    """Puts a document and its quotes into an archive, in one transaction; an earlier version of it is superseded.

    Nothing is done where the document is known, for example because another run was quicker.

    Args:
        archive: An archive opened to write.
        document: The document.
        quotes: All quotes in it. One that another stands ``within`` is among them.
        model: What they were found by.
    """
    with transaction(archive):
        if _known(archive, document, model=model) is not None:
            return
        place, now = place_of(document.name), datetime.now(timezone.utc).isoformat(timespec="seconds")
        archive.execute("UPDATE documents SET superseded_at = ? WHERE location = ? AND superseded_at IS NULL",
                        [now, place])
        number = archive["documents"].insert(document_row(document) | {
            "location": place,
            "model_id": archive["models"].lookup(model._asdict()),
            "archived_at": now,
        }).last_pk
        last = archive.execute("SELECT max(id) FROM quotes").fetchone()[0] or 0
        archive["quotes"].insert_all(quote_rows(
            quotes, document=number, first=last + 1, speakers=_speaker_ids(archive, quotes)))


def place_of(name: str) -> str:
    """What tells one document from another: its absolute path, or its URL."""
    return encodable(name if URL.match(name) else os.path.abspath(name))


def _known(archive: Archive, document: Document, *, model: Model) -> int | None:
    """The id of a document's current version, if it is the same document and of this model."""
    about = {column: storable(getattr(document, column)) for column in TELLING}
    row = archive.execute(
        "SELECT documents.id FROM documents JOIN models ON models.id = model_id "
        "WHERE location = ? AND superseded_at IS NULL AND (name, models.sha256, program) = (?, ?, ?) AND "
        + " AND ".join(f"documents.{column} = ?" for column in about),
        [place_of(document.name), *model, *about.values()]).fetchone()
    return row and row[0]


def _speaker_ids(archive: Archive, quotes: Sequence[Quote]) -> dict[tuple[str, str], int]:
    keys = list(dict.fromkeys(speaker_key(quote.speaker) for quote in quotes if quote.speaker))
    archive.conn.executemany("INSERT OR IGNORE INTO speakers (name, kind) VALUES (?, ?)", keys)
    return {key: archive.execute("SELECT id FROM speakers WHERE (name, kind) = (?, ?)", key).fetchone()[0]
            for key in keys}
