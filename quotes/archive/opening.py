"""Opening the file: made where there is none, brought up to date, and refused untouched where it is no archive."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.archive.schema import APPLICATION_ID, VERSION, migrate, version
from quotes.errors import ArchiveError

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

PATIENCE = 60.0
"""Seconds to wait for another run that is writing."""
MAGIC = b"SQLite format 3\0"
HEADER = 100
"""Bytes of the header of an SQLite file (https://www.sqlite.org/fileformat.html#the_database_header)."""
MAKE_ONE = "make one: quotes find PATH... --archive FILE"


@contextmanager
def opened(path: str | os.PathLike[str], *, create: bool = False) -> Iterator[Archive]:
    """An archive to read, or with ``create`` also to write: it is then made where there is none.

    An archive of an older version is brought up to date. What SQLite refuses in the ``with`` block is an ArchiveError.

    Raises:
        ArchiveError: There is no archive; the file is something else or of a newer version, and stays as it was;
            it is damaged; it cannot be written; another run keeps it busy.
    """
    path = os.fspath(path)
    with _told_in_words(path):
        there = _is_archive(path)
        if not there and not create:
            raise ArchiveError(f"{path}: nothing is archived there yet", hint=MAKE_ONE)
        archive = _to_write(path) if create else _to_read(path)
        try:
            yield archive
        finally:
            archive.close()


def _is_archive(path: str) -> bool:
    """Whether there is an archive; False where there is nothing, or an empty file. Only looks at the first bytes, for
    SQLite would change what another program left open."""
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise ArchiveError(f"{path}: is a folder", hint="name a file")
        if not stat.S_ISREG(mode):
            raise ArchiveError(f"{path}: is a pipe, socket or device", hint="name a file")
        with open(path, "rb") as file:
            header = file.read(HEADER)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read ({error.strerror})", hint="check the path and your rights") \
            from error
    if not header:
        return False
    if not header.startswith(MAGIC) or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        what = "another program's SQLite file" if header.startswith(MAGIC) else "a file of another kind"
        raise ArchiveError(f"{path}: is {what}, not an archive of quotes", hint=f"name another; {MAKE_ONE}")
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))
    return True


def _refuse_newer(path: str, found: int) -> None:
    if found > VERSION:
        raise ArchiveError(f"{path}: was written by a newer version of quotes (its schema is {found}, "
                           f"this program knows {VERSION})", hint="update it: pip install --upgrade quotes")


def _to_write(path: str) -> Archive:
    archive = _connected(path, "mode=rwc")
    _refuse_newer(path, version(archive))
    archive.execute("PRAGMA foreign_keys = ON")
    # Made before the log is switched on, so that the file itself says from the beginning that it is an archive.
    migrate(archive)
    _enable_wal(archive)
    # As safe in this mode as a full one when the program is killed; a power cut may cost the last documents.
    archive.execute("PRAGMA synchronous = NORMAL")
    return archive


def _to_read(path: str) -> Archive:
    if os.access(path, os.W_OK) and os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
        # Even a reader keeps a log beside the file. Only one that may write takes it away in the end.
        archive = _connected(path, "mode=rw")
        _refuse_newer(path, version(archive))
        migrate(archive)
        archive.execute("PRAGMA query_only = ON")
        return archive
    archive = _connected(path, "mode=ro" if os.path.exists(f"{path}-wal") else "immutable=1")
    if version(archive) < VERSION:
        raise ArchiveError(f"{path}: is of an older version, and you may not write to it",
                           hint="copy it to a place of yours")
    return archive


def _connected(path: str, options: str) -> Archive:
    from sqlite_utils import Database

    connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?{options}", uri=True, timeout=PATIENCE)
    # Plugins that the user has for other files have no business here.
    return Database(connection, execute_plugins=False)


def _enable_wal(archive: Archive) -> None:
    """Readers and a writer at a time. Two that switch it on at once refuse each other without waiting."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return archive.enable_wal()
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


@contextmanager
def _told_in_words(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(f"{path}: {error}", hint=_hint(error)) from error


def _hint(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return {
        sqlite3.SQLITE_BUSY: "another run is writing to it; wait for it to end",
        sqlite3.SQLITE_LOCKED: "another run is writing to it; wait for it to end",
        sqlite3.SQLITE_FULL: "the disk is full: make room and run it again; what is archived is safe",
        sqlite3.SQLITE_READONLY: "you may not write there; copy the file to a place of yours",
        sqlite3.SQLITE_CANTOPEN: "check that its folder exists and that you may write there",
        sqlite3.SQLITE_CORRUPT: "it is damaged: take your last copy of it, or make it anew from the articles",
        sqlite3.SQLITE_NOTADB: "it is damaged: take your last copy of it, or make it anew from the articles",
    }.get(code, "make it anew from the articles, or report this")
