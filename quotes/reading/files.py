"""Which files some paths stand for."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator

from quotes.errors import ReadError
from quotes.reading.formats import ENDINGS

HINTS = {
    FileNotFoundError: ("no such file or folder", "check the path; a file may have been moved meanwhile"),
    PermissionError: ("you may not read it (permission denied)", "ask its owner, or copy it to a place of yours"),
    IsADirectoryError: ("is a folder, not a file", "give the folder itself to read what is in it"),
    NotADirectoryError: ("no such file or folder", "part of the path is a file, not a folder"),
}


def files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    passed_over: Callable[[str], None] | None = None,
) -> Iterator[str | ReadError]:
    """The names of the files that some paths stand for; nothing is opened.

    A folder stands for all files below it with a known ending, sorted by name; hidden ones (``.name``) are left out,
    and so is what a browser saves with a page (``page_files`` beside ``page.html``).
    Any other path stands for itself, whatever its ending. A file that is reached twice counts once, so links that
    lead in a circle do no harm.

    Args:
        paths: Files, folders and ``-``.
        passed_over: Called with the name of each file in a folder that is left out for its ending.
    Yields:
        Names that begin with the path as given, or an error for a folder that is empty or cannot be listed.
    """
    seen: set[str | tuple[int, int]] = set()
    for path in map(os.fspath, paths):
        if path == "-":
            yield path
            continue
        empty = True
        for found in _below(path, passed_over=passed_over) if os.path.isdir(path) else [path]:
            empty = False
            if isinstance(found, ReadError):
                yield found
            elif (one := _identity(found)) not in seen:
                seen.add(one)
                yield found
        if empty:
            yield ReadError(f"{path}: no articles in this folder",
                            hint=f"it takes {' '.join(ENDINGS)}; a file named by itself may have any ending")


def _identity(path: str) -> str | tuple[int, int]:
    """What two names of one file share, whether they lead there by links, hard links or different ways."""
    try:
        status = os.stat(path)
    except OSError:  # whoever opens it will tell
        return path
    return status.st_dev, status.st_ino


def _below(folder: str, *, passed_over: Callable[[str], None] | None) -> Iterator[str | ReadError]:
    waiting, visited = [folder], set()
    while waiting:
        path = waiting.pop()
        if os.path.isdir(path):
            real = os.path.realpath(path)
            if real in visited:
                continue
            visited.add(real)
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                yield problem(path, error)
                continue
            beside = frozenset(names)
            waiting += [os.path.join(path, name) for name in names
                        if not name.startswith(".") and not _is_of_a_page(name, beside)]
        elif path.lower().endswith(ENDINGS):
            yield path
        elif passed_over:
            passed_over(path)


def _is_of_a_page(name: str, beside: Collection[str]) -> bool:
    """Whether a folder has the frames, pictures and scripts of a page that stands beside it."""
    page = name.removesuffix("_files")
    return page != name and (f"{page}.html" in beside or f"{page}.htm" in beside)


def problem(name: str, error: OSError) -> ReadError:
    """What an error of the operating system means for the document ``name``."""
    for kind, (what, hint) in HINTS.items():
        if isinstance(error, kind):
            return ReadError(f"{name}: {what}", hint=hint)
    return ReadError(f"{name}: cannot be read ({error.strerror or error})", hint="check the path and the disk")
