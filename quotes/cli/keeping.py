"""``quotes find --archive``: what is found is kept, what was kept is not searched again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

import quotes
from quotes.data import Document
from quotes.errors import ReadError
from quotes.installed import sum_of
from quotes.reading import STDIN

if TYPE_CHECKING:
    from quotes.archive import Model
    from quotes.showing import Found  # noqa: F401  in FindIn

FindIn = Callable[[Iterable[Document]], "Found"]


@contextmanager
def keeping(path: str | None, find_in: FindIn, *, package: str, model_dir: str | None) -> Iterator[FindIn]:
    """``find_in`` by way of an archive (see :func:`quotes.archive.archived`); as it is where there is no path.

    Raises:
        ArchiveError: The archive cannot be opened or written.
    """
    if path is None:
        yield find_in
        return
    from quotes.archive import archived, opened

    with opened(path, create=True) as archive:
        yield partial(archived, archive, model=_model(package, model_dir), find_in=find_in)


def refuse_to_keep(names: Sequence[str | ReadError], *, archive: str, output: str | None) -> None:
    """Raises BadParameter where the archive is also the output, or where a document has no place of its own."""
    if output and os.path.realpath(output) == os.path.realpath(archive):
        raise click.BadParameter(f"{archive} is the output, too", param_hint="'--archive'")
    if STDIN in names:
        raise click.BadParameter("a document from standard input has no path to keep it by; save it as a file first",
                                 param_hint="'--archive'")


def _model(package: str, model_dir: str | None) -> Model:
    from quotes.archive import Model

    return Model(package, sum_of(package, model_dir=model_dir), f"quotes {quotes.__version__}")
