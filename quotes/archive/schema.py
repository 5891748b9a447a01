"""What an archive's tables are, version by version.

``PRAGMA user_version`` says which version a file has. A migration is never changed once it was released; what comes
later is a new one at the end of ``MIGRATIONS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

APPLICATION_ID = int.from_bytes(b"QUOT", "big")
"""``PRAGMA application_id`` of every archive, by which it is told from other SQLite files."""
FOLDED = "unicode61 remove_diacritics 2"
"""The tokenizer of the full-text indexes: no case, no accents (https://www.sqlite.org/fts5.html section 4.3.1)."""

TABLES = """
CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    program TEXT NOT NULL,
    UNIQUE (name, sha256, program)
);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    location TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    date TEXT NOT NULL,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    pages TEXT NOT NULL,
    model_id INTEGER NOT NULL REFERENCES models(id),
    archived_at TEXT NOT NULL,
    superseded_at TEXT,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX one_current_version ON documents(location) WHERE superseded_at IS NULL;
CREATE INDEX documents_by_path ON documents(path);
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (name, kind)
);
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    speaker_id INTEGER REFERENCES speakers(id),
    quote TEXT NOT NULL,
    type TEXT NOT NULL,
    act TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    spans TEXT NOT NULL,
    cue TEXT,
    cue_spans TEXT,
    mention TEXT,
    mention_spans TEXT,
    confidence REAL NOT NULL,
    speaker_confidence REAL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    why TEXT NOT NULL,
    speaker_why TEXT,
    region TEXT NOT NULL,
    page INTEGER NOT NULL,
    within_id INTEGER REFERENCES quotes(id) DEFERRABLE INITIALLY DEFERRED
);
"""
"""One row of ``documents`` is one version of a document, found in by one model; ``location`` tells which document:
its absolute path or URL. The text comes last, since SQLite reads through it to get at what comes after it.
Spans and pages are JSON: ``[[start, end], …]``, ``[start, …]``."""

VIEWS = """
CREATE VIEW current_documents AS
    SELECT id, path, title, date, outlet, author, length, sha256, location, archived_at
    FROM documents WHERE superseded_at IS NULL;
CREATE VIEW current_quotes AS
    SELECT quotes.id, documents.path AS document, documents.date, documents.outlet, documents.title,
        speakers.name AS speaker, speakers.kind, quotes.quote, quotes.type, quotes.act, quotes.cue, quotes.mention,
        quotes.start, quotes.end, quotes.page, quotes.region, quotes.confidence, quotes.prefix, quotes.suffix,
        quotes.document_id, quotes.speaker_id, quotes.within_id
    FROM quotes
    JOIN documents ON documents.id = quotes.document_id
    LEFT JOIN speakers ON speakers.id = quotes.speaker_id
    WHERE documents.superseded_at IS NULL;
CREATE VIEW current_speakers AS
    SELECT speaker_id AS id, speaker AS name, kind, count(*) AS quotes, count(DISTINCT document_id) AS documents,
        min(nullif(date, '')) AS first_date, max(nullif(date, '')) AS last_date
    FROM current_quotes WHERE speaker_id IS NOT NULL GROUP BY speaker_id;
"""


def first(archive: Archive) -> None:
    """Version 1: documents, quotes, speakers and models, full-text indexes, views of what is current."""
    archive.executescript(TABLES)
    archive["quotes"].enable_fts(["quote"], tokenize=FOLDED, create_triggers=True)
    archive["documents"].enable_fts(["title", "text"], tokenize=FOLDED, create_triggers=True)
    for column in ("document_id", "speaker_id", "within_id"):
        archive["quotes"].create_index([column])
    archive.executescript(VIEWS)


MIGRATIONS: tuple[Callable[[Archive], None], ...] = (first,)
VERSION = len(MIGRATIONS)


def version(archive: Archive) -> int:
    """The version of an archive's schema; 0 where it has none yet."""
    return archive.execute("PRAGMA user_version").fetchone()[0]


def migrate(archive: Archive) -> None:
    """Brings an archive to the newest version: all of it or, if it is broken off, nothing."""
    if version(archive) >= VERSION:
        return
    with transaction(archive):
        # Asked again: another run may have done it while this one waited.
        for step in MIGRATIONS[version(archive):]:
            step(archive)
        archive.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        archive.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def transaction(archive: Archive) -> Iterator[None]:
    """All of what is done within, or nothing. Others may read meanwhile, but not write."""
    # Immediate, so that it waits here for its turn: a reader that turns writer later may be refused.
    archive.execute("BEGIN IMMEDIATE")
    try:
        yield
        archive.commit()
    except BaseException:
        archive.rollback()
        raise
