"""From paths to documents. What cannot be read is an error among the documents, so that the rest is still done."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from quotes.data import Document
from quotes.errors import ReadError
from quotes.reading.files import files, problem
from quotes.reading.formats import text_of

STDIN = "-"
"""The path that means standard input, and the name of the document read from it."""


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    passed_over: Callable[[str], None] | None = None,
) -> Iterator[Document | ReadError]:
    """The documents at some paths, read one by one as they are asked for.

    Args:
        paths: Files, folders (see :func:`quotes.reading.files`) and ``-`` for standard input.
        stdin: Where ``-`` reads; ``sys.stdin.buffer`` if none is given.
        passed_over: Called with the name of each file that a folder holds but that has no known ending.
    Yields:
        A document for each file, in the order given, or an error where one cannot be read.
    """
    for found in files(paths, passed_over=passed_over):
        yield found if isinstance(found, ReadError) else read_file(found, stdin=stdin)


def read_file(name: str, *, stdin: BinaryIO | None = None) -> Document | ReadError:
    """The document in one file, or why it cannot be read.

    The document's text is the file's, decoded: without a byte order mark, with its line ends as they are.
    Offsets refer to this text. Its ``sha256`` is of the file's bytes.
    """
    try:
        data = _bytes_of(name, stdin=stdin)
        return Document(name, text_of(data, name=name), hashlib.sha256(data).hexdigest())
    except ReadError as error:
        return error
    except OSError as error:
        return problem(name, error)


def _bytes_of(name: str, *, stdin: BinaryIO | None) -> bytes:
    if name == STDIN:
        return (stdin or sys.stdin.buffer).read()
    # Looked at before it is opened: opening a pipe would wait for a writer, opening a device may set it going.
    mode = os.stat(name).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(name)
    if not stat.S_ISREG(mode):
        raise ReadError(f"{name}: is a pipe, socket or device, not a file",
                        hint="give its text on standard input: quotes find - < FILE")
    with open(name, "rb") as file:
        return file.read()
