"""From paths to documents. What cannot be read is an error among the documents, so that the rest is still done."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from quotes.data import Document
from quotes.errors import ReadError
from quotes.reading.files import files, problem
from quotes.reading.formats import documents
from quotes.reading.options import Columns, Limits

STDIN = "-"
"""The path that means standard input, and the name of the document read from it."""


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    limits: Limits = Limits(),
    columns: Columns = Columns(),
    stdin: BinaryIO | None = None,
    passed_over: Callable[[str], None] | None = None,
) -> Iterator[Document | ReadError]:
    """The documents at some paths, read one by one as they are asked for.

    Args:
        paths: Files, folders (see :func:`quotes.reading.files`) and ``-`` for standard input.
        limits: How much is too much.
        columns: Which columns of a table are what.
        stdin: Where ``-`` reads; ``sys.stdin.buffer`` if none is given.
        passed_over: Called with the name of each file that a folder holds but that has no known ending.
    Yields:
        The documents of each file, in the order given, or an error where one cannot be read.
    """
    for found in files(paths, passed_over=passed_over):
        if isinstance(found, ReadError):
            yield found
        else:
            yield from read_file(found, limits=limits, columns=columns, stdin=stdin)


def read_file(
    name: str, *, limits: Limits = Limits(), columns: Columns = Columns(), stdin: BinaryIO | None = None
) -> Iterator[Document | ReadError]:
    """The documents in one file, or why it (or one of them) cannot be read: one document unless it is a table or an
    archive, whose documents have names of their own (``archive.zip/inner.txt``, ``table.jsonl:12``).

    Offsets refer to a document's text. Of plain text that is the file's, decoded: without a byte order mark, with its
    line ends as they are. Its ``sha256`` is of the bytes of the file, or of the file within the archive.
    """
    try:
        data = _bytes_of(name, most=limits.size, stdin=stdin)
    except ReadError as error:
        yield error
    except OSError as error:
        yield problem(name, error)
    else:
        yield from documents(data, name=name, limits=limits, columns=columns)


def _bytes_of(name: str, *, most: int, stdin: BinaryIO | None) -> bytes:
    if name == STDIN:
        return _bounded((stdin or sys.stdin.buffer).read(most + 1), name=name, most=most)
    # Looked at before it is opened: opening a pipe would wait for a writer, opening a device may set it going.
    mode = os.stat(name).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(name)
    if not stat.S_ISREG(mode):
        raise ReadError(f"{name}: is a pipe, socket or device, not a file",
                        hint="give its text on standard input: quotes find - < FILE")
    with open(name, "rb") as file:
        before = os.fstat(file.fileno())
        data = _bounded(file.read(most + 1), name=name, most=most)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadError(f"{name}: was changed while it was read", hint="run it again when nothing writes to the file")
    return data


def _bounded(data: bytes, *, name: str, most: int) -> bytes:
    if len(data) > most:
        raise ReadError(f"{name}: is larger than {most:,} bytes", hint="split or unpack it, or raise --max-size")
    return data
