"""The door for formats: which one some bytes are in is told by what they hold, not by a name.

A format is a module with ``ENDINGS`` (which files of a folder to take), ``matches`` (are these bytes in it?) and one
of three ways to read: ``extract`` where a file is one document, ``documents`` where it is a table of them, ``members``
where it holds files in formats of their own. To add one, write the module and name it below; the first that matches
reads the bytes, plain text being last.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Protocol

from quotes.data import Document
from quotes.errors import ReadError
from quotes.reading import csv, docx, epub, html, jsonl, mhtml, packed, pdf, rtf, tar, text, warc, zip
from quotes.reading.extract import Extract, Unreadable
from quotes.reading.options import Columns, Limits
from quotes.reading.unpacking import Meter


class Format(Protocol):
    """What every module that reads a format offers."""

    ENDINGS: tuple[str, ...]

    def matches(self, data: bytes, *, name: str = "") -> bool:
        """Whether the bytes are in this format; ``name`` is the file's, for formats without a mark of their own."""


class Single(Format, Protocol):
    """A format in which a file is one document."""

    def extract(self, data: bytes, *, limits: Limits) -> Extract:
        """The document; raises ``Unreadable`` where there is none."""


class Table(Format, Protocol):
    """A format in which a file is several documents, each with a name."""

    def documents(self, data: bytes, *, columns: Columns, limits: Limits) -> Iterator[tuple[str, Extract | Unreadable]]:
        """The documents; raises ``Unreadable`` where the table can't be read (any further)."""


class Archive(Format, Protocol):
    """A format in which a file holds others, each with a name."""

    def members(
        self, data: bytes, *, name: str = "", limits: Limits, meter: Meter
    ) -> Iterator[tuple[str, bytes | Unreadable]]:
        """The files in it; raises ``Unreadable`` where the archive can't be read (any further)."""


# DOCX and EPUB are ZIP archives, too, and come before them.
SINGLE: tuple[Single, ...] = (pdf, docx, epub, rtf, mhtml, html)
ARCHIVES: tuple[Archive, ...] = (packed, zip, tar, warc)
TABLES: tuple[Table, ...] = (jsonl, csv)
FORMATS: tuple[Format, ...] = (*SINGLE, *ARCHIVES, *TABLES, text)
ENDINGS: tuple[str, ...] = tuple(ending for format in (text, *FORMATS[:-1]) for ending in format.ENDINGS)

UNREADABLE = (
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc)", "open it and save it as .docx or .txt"),
    (b"\x89PNG", "a picture", "copy its text into a .txt file"),
    (b"\xff\xd8\xff", "a picture", "copy its text into a .txt file"),
    (b"GIF8", "a picture", "copy its text into a .txt file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it, and give its folder"),
    (b"Rar!", "a RAR archive", "unpack it, and give its folder"),
    (b"SQLite format 3\0", "a database", "save its texts as CSV or JSON Lines"),
)
"""Well-known formats that can't be read: first bytes, what it is, what to do."""
OFFICE = (
    (re.compile("xl/workbook"), "a workbook (.xlsx)", "save the sheet as CSV"),
    (re.compile("ppt/presentation"), "slides (.pptx)", "save their text as .txt"),
    (re.compile("content.xml$"), "an OpenDocument file (.odt)", "save it as .docx or .txt"),
)
"""Office documents that are ZIP archives and can't be read: a file in them, what it is, what to do."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def documents(
    data: bytes, *, name: str, limits: Limits = Limits(), columns: Columns = Columns()
) -> Iterator[Document | ReadError]:
    """The documents in some bytes, whatever the format, one by one as they are asked for.

    Args:
        data: The bytes of the file called ``name``. A document in it is called ``archive.zip/inner.txt``, or
            ``table.jsonl:12`` by its line or ``table.csv:ID`` by its column of names.
        limits: How much is too much.
        columns: Which columns of a table are what.
    Yields:
        Each document, or why it (or the rest of the file) cannot be read.
    """
    return _documents(data, name=name, limits=limits, columns=columns, meter=Meter(limits), nesting=0)


def _documents(
    data: bytes, *, name: str, limits: Limits, columns: Columns, meter: Meter, nesting: int
) -> Iterator[Document | ReadError]:
    try:
        format = _format_of(data, name=name)
        sha256 = hashlib.sha256(data).hexdigest()
        if format in ARCHIVES:
            if nesting == limits.nesting:
                raise Unreadable(f"is an archive in {nesting} others", hint="unpack it yourself, and give its folder")
            yield from _members(format, data, name=name, limits=limits, columns=columns, meter=meter, nesting=nesting)
        elif format in TABLES:
            row = None
            for row, found in format.documents(data, columns=columns, limits=limits):
                yield _document(found, name=f"{name}:{row}", sha256=sha256, plain=False, limits=limits)
            if row is None:
                raise Unreadable("holds no documents", hint="check that it was saved or downloaded completely")
        elif format is text:
            yield _document(_plain(data, limits=limits), name=name, sha256=sha256, plain=True, limits=limits)
        else:
            yield _document(format.extract(data, limits=limits), name=name, sha256=sha256, plain=False, limits=limits)
    except Unreadable as error:
        yield _error(error, name=name)
    except ModuleNotFoundError as error:
        yield ReadError(f"{name}: reading it needs the Python package {error.name}",
                        hint="install all there are for formats: pip install 'quotes[formats]'")


def _members(
    format: Archive, data: bytes, *, name: str, limits: Limits, columns: Columns, meter: Meter, nesting: int
) -> Iterator[Document | ReadError]:
    empty = True
    for member, found in format.members(data, name=name, limits=limits, meter=meter):
        inner = f"{name}/{member}" if member else packed.inner_name(name)
        if format in (zip, tar) and not _taken(member):
            continue
        empty = False
        if isinstance(found, Unreadable):
            yield _error(found, name=inner)
            continue
        yield from _documents(found, name=inner, limits=limits, columns=columns, meter=meter, nesting=nesting + 1)
    if empty:
        raise Unreadable("holds no files that can be read", hint="look what is in it")


def _taken(member: str) -> bool:
    """Is this file of an archive one that would be taken from a folder?"""
    hidden = any(part.startswith(".") and part.strip(".") or part == "__MACOSX" for part in member.split("/"))
    return member.lower().endswith(ENDINGS) and not hidden


def _format_of(data: bytes, *, name: str) -> Format:
    if not data or data.isspace():
        raise Unreadable("is empty", hint="check that it was saved or downloaded completely")
    for start, what, hint in UNREADABLE:
        if data.startswith(start):
            raise Unreadable(f"is {what}, not text", hint=hint)
    beginning = text.beginning(data)
    for format in FORMATS:
        if format.matches(beginning if format in (html, jsonl, csv) else data, name=name):
            if format is zip:
                _refuse_office(data)
            return format
    raise Unreadable("is binary, not text", hint="save its text as a UTF-8 .txt file first")


def _refuse_office(data: bytes) -> None:
    names = zip.names(data)
    for inside, what, hint in OFFICE:
        if any(map(inside.match, names)):
            raise Unreadable(f"is {what}, which is not read", hint=hint)


def _plain(data: bytes, *, limits: Limits) -> Extract:
    if len(data) > text.WIDEST * limits.characters:
        raise _too_long(limits)
    return Extract(text.text_of(data))


def _document(
    found: Extract | Unreadable, *, name: str, sha256: str, plain: bool, limits: Limits
) -> Document | ReadError:
    if isinstance(found, Unreadable):
        return _error(found, name=name)
    if len(found.text) > limits.characters:
        return _error(_too_long(limits), name=name)
    words = _SURROGATE.sub("\ufffd", found.text)
    if not words.strip():
        return _error(Unreadable("is empty", hint="check that it was saved or downloaded completely"), name=name)
    about = (" ".join(_SURROGATE.sub("\ufffd", value).split())
             for value in (found.title, found.date, found.outlet, found.author))
    return Document(name, words, sha256, *about, pages=found.pages,
                    text_sha256="" if plain else hashlib.sha256(words.encode()).hexdigest())


def _too_long(limits: Limits) -> Unreadable:
    return Unreadable(f"has more than {limits.characters:,} characters of text",
                      hint="split it, or raise --max-characters")


def _error(error: Unreadable, *, name: str) -> ReadError:
    return ReadError(f"{name}: {error}", hint=error.hint)
