"""Where results go: standard output, or a file that is never left half-written."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from quotes.errors import QuotesError

UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
"""Errors of a disk that is full, broken or read-only."""


@contextmanager
def opened(path: str | None, *, keep: Callable[[], bool]) -> Iterator[TextIO]:
    """A text stream in UTF-8 without translation of line ends.

    A file is written beside its place as ``FILE.part`` and put there in one step at the end; when the run breaks off
    (Ctrl-C, an error), only if ``keep()`` says that something was done. Else the file stays as it was.

    Args:
        path: A file; ``-`` or None for standard output.
        keep: Asked when the run breaks off.
    Raises:
        click.BadParameter: The file cannot be written.
        QuotesError: It cannot be written any further; what was there before is kept.
    """
    if path is None or path == "-":
        _prepare(sys.stdout)
        try:
            yield sys.stdout
            sys.stdout.flush()
        except OSError as error:
            if error.errno not in UNWRITABLE:
                raise
            # What is still to be written goes nowhere, or Python would complain on its way out.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise _unwritable("standard output", error) from error
        return
    place = os.path.realpath(path)
    # A pipe or device has no place to put a whole file in.
    part = place if os.path.exists(place) and not os.path.isfile(place) else f"{place}.part"
    try:
        file = open(part, "w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise click.BadParameter(f"cannot write {path}: {error.strerror}", param_hint="'--output'") from error
    complete = full = False
    try:
        with file:
            yield file
        complete = True
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        full = True
        raise _unwritable(path, error) from error
    finally:
        if part != place:
            _settle(part, place, put=complete or not full and keep())


def _unwritable(path: str, error: OSError) -> QuotesError:
    return QuotesError(f"cannot write {path}: {error.strerror}", hint="make room, or write to another disk")


def _settle(part: str, place: str, *, put: bool) -> None:
    if not put:
        os.remove(part)
        return
    if os.path.exists(place):
        shutil.copymode(place, part)
    os.replace(part, place)


def _prepare(stdout: TextIO) -> None:
    if stdout.isatty():
        # The terminal's own encoding, which may not have all characters.
        stdout.reconfigure(errors="replace")
    else:
        stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
