"""Where commands look that compare: articles, searched now, or an archive of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

import click

from quotes.cli.find import found_in, readable
from quotes.cli.reading import reading_options
from quotes.cli.report import Report
from quotes.cli.searching import searching_options
from quotes.data import Document, Quote
from quotes.reading import Columns, Limits, files


class Where(NamedTuple):
    """How articles are searched."""

    package: str
    model_dir: str | None
    workers: int
    cache: str | None
    columns: Columns
    limits: Limits
    quiet: bool


def corpus_options(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options ``archive`` and ``output``, and those for searching articles, as ``where``."""

    @click.option("--archive", metavar="FILE", type=click.Path(),
                  help="Look in an archive, as 'quotes find PATH... --archive FILE' makes it, in place of articles.")
    @click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False),
                  help="Write to FILE instead of standard output.")
    @searching_options
    @reading_options
    @click.option("-q", "--quiet", is_flag=True, help="No progress and no notes, only errors.")
    @wraps(command)
    def with_corpus(
        *arguments: object, workers: int, cache: str | None, package: str, model_dir: str | None, columns: Columns,
        limits: Limits, quiet: bool, **options: object,
    ) -> None:
        where = Where(package, model_dir, workers, cache, columns, limits, quiet)
        return command(*arguments, where=where, **options)

    return with_corpus


def one_of(paths: tuple[str, ...], *, archive: str | None) -> None:
    """Raises UsageError unless there are either articles or an archive to look in."""
    if bool(paths) == bool(archive):
        raise click.UsageError("give articles or an archive to look in: PATH... or --archive FILE")


def searched(paths: tuple[str, ...], *, where: Where) -> tuple[list[tuple[Document, list[Quote]]], bool]:
    """The documents at some paths with their quotes, and whether all could be read; each that could not is told of."""
    passed_over: list[str] = []
    names = list(files(paths, passed_over=passed_over.append))
    report = Report(total=len(names), quiet=where.quiet, verbose=False)
    report.passed_over(passed_over)
    documents = readable(names, report=report, columns=where.columns, limits=where.limits)
    with report.messages_told():
        found = []
        for document, quotes in report.while_waiting(found_in(
                documents, report=report, package=where.package, model_dir=where.model_dir, workers=where.workers,
                cache=where.cache)):
            report.searched(document, found=len(quotes), shown=len(quotes))
            found.append((document, quotes))
    return found, not report.failed
