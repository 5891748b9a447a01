"""Where results go: standard output, or a file that is never left half-written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click


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
    """
    if path is None or path == "-":
        _prepare(sys.stdout)
        yield sys.stdout
        sys.stdout.flush()
        return
    place = os.path.realpath(path)
    # A pipe or device has no place to put a whole file in.
    part = place if os.path.exists(place) and not os.path.isfile(place) else f"{place}.part"
    try:
        file = open(part, "w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise click.BadParameter(f"cannot write {path}: {error.strerror}", param_hint="'--output'") from error
    complete = False
    try:
        with file:
            yield file
        complete = True
    finally:
        if part != place:
            _settle(part, place, put=complete or keep())


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
