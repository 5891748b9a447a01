"""``quotes find``: from articles to quotes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain

import click

from quotes.cache import prepared
from quotes.cli.keeping import keeping, refuse_to_keep
from quotes.cli.output import opened
from quotes.cli.reading import reading_options
from quotes.cli.report import Report
from quotes.cli.searching import searching_options
from quotes.data import Document, Quote
from quotes.errors import ReadError
from quotes.reading import Columns, Limits, files, read_file
from quotes.selecting import select
from quotes.showing import FORMS, writer

ACTS = {"speech": ("speech",), "thought": ("thought",), "all": ("speech", "thought")}


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("-f", "--format", "form", type=click.Choice(FORMS),
              help="How to write the quotes. Default: by the ending of --output, else table.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False),
              help="Write to FILE instead of standard output.")
@click.option("-s", "--speaker", "speakers", metavar="NAME", multiple=True,
              help="Only quotes of this speaker: a name or part of one, without regard to case and accents. "
                   "Give it again for more speakers.")
@click.option("-t", "--type", "types", type=click.Choice(["direct", "mixed", "indirect"]), multiple=True,
              help="Only quotes of this type: all, some or none of it in quotation marks. "
                   "Give it again for more types.")
@click.option("-a", "--act", type=click.Choice(list(ACTS)), default="speech", show_default=True,
              help="What people say, what they think, or both.")
@click.option("-c", "--min-confidence", metavar="NUMBER", type=click.FloatRange(0, 1), default=0.0,
              help="Only quotes that are at least this sure, from 0 to 1.")
@click.option("-e", "--explain", is_flag=True,
              help="Also say why each row is a quote and its speaker who it is, and how sure the speaker is.")
@click.option("--raw", is_flag=True,
              help="CSV: leave cells as they are that a spreadsheet would run as a formula.")
@click.option("--archive", metavar="FILE", type=click.Path(),
              help="Keep documents and all their quotes in FILE, an SQLite database, for 'quotes search' and others; "
                   "what is unchanged there is not searched again.")
@searching_options
@reading_options
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes, only errors.")
@click.option("-v", "--verbose", is_flag=True, help="Also say what was read and passed over, and how the model computes.")
@click.pass_context
def find(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    speakers: tuple[str, ...],
    types: tuple[str, ...],
    act: str,
    min_confidence: float,
    explain: bool,
    raw: bool,
    archive: str | None,
    workers: int,
    cache: str | None,
    package: str,
    model_dir: str | None,
    quiet: bool,
    verbose: bool,
    columns: Columns,
    limits: Limits,
) -> None:
    """Find the quotes in articles, and who said them.

    PATH is a file (text, HTML, PDF, Word, RTF, EPUB, JSON Lines, CSV; an archive of them: zip, tar, gzip, WARC), a
    folder (all such files in it and below) or - for standard input.

    \b
    quotes find articles/
    quotes find articles/ --speaker Hoekstra --type direct
    quotes find articles/ --act all --output quotes.csv
    quotes find articles/ --archive news.db
    """
    if any(not any(map(str.isalnum, name)) for name in speakers):
        raise click.BadParameter("give a name or part of one", param_hint="'--speaker'")
    form = form or _form_of(output)
    if raw and form != "csv":
        raise click.BadParameter("is for --format csv", param_hint="'--raw'")
    if cache:
        prepared(cache)
    passed_over: list[str] = []
    names = list(files(paths, passed_over=passed_over.append))
    _refuse_to_overwrite(names, output=output)
    if archive:
        refuse_to_keep(names, archive=archive, output=output)

    report = Report(total=len(names), quiet=quiet, verbose=verbose)
    report.passed_over(passed_over)
    documents = readable(names, report=report, columns=columns, limits=limits)
    find_in = partial(found_in, report=report, package=package, model_dir=model_dir, workers=workers, cache=cache)
    try:
        with report.messages_told(), keeping(archive, find_in, package=package, model_dir=model_dir) as find_in, \
                opened(output, keep=lambda: report.done > 0) as out:
            with closing(find_in(documents)) as found:
                chosen = _chosen(found, report=report, speakers=speakers, types=types, act=act,
                                 min_confidence=min_confidence)
                writer(form, explain=explain, raw=raw)(report.while_waiting(chosen), out)
    except KeyboardInterrupt:
        report.stopped()
        ctx.exit(130)
    report.finished()
    ctx.exit(1 if report.failed else 0)


def _form_of(output: str | None) -> str:
    ending = os.path.splitext(output or "")[1].lower().removeprefix(".")
    return ending if ending in FORMS else "table"


def _refuse_to_overwrite(names: Sequence[str | ReadError], *, output: str | None) -> None:
    if output and os.path.isfile(output):
        for name in names:
            if isinstance(name, str) and os.path.exists(name) and os.path.samefile(name, output):
                raise click.BadParameter(f"{output} is one of the articles to read", param_hint="'--output'")


def readable(
    names: Iterable[str | ReadError], *, report: Report, columns: Columns, limits: Limits
) -> Iterator[Document]:
    for name in names:
        for document in [name] if isinstance(name, ReadError) else read_file(name, columns=columns, limits=limits):
            if isinstance(document, ReadError):
                report.failed_on(document)
            else:
                yield document


def found_in(
    documents: Iterator[Document], *, report: Report, package: str, model_dir: str | None, workers: int,
    cache: str | None,
) -> Iterator[tuple[Document, list[Quote]]]:
    first = next(documents, None)
    # Nothing to read, no need for a model.
    if first is not None:
        from quotes.finder import Finder

        finder = Finder(package=package, model_dir=model_dir, workers=workers, cache=cache)
        yield from finder.find_in(chain([first], documents), on_error=report.failed_on)


def _chosen(
    found: Iterable[tuple[Document, list[Quote]]], *, report: Report,
    speakers: tuple[str, ...], types: tuple[str, ...], act: str, min_confidence: float,
) -> Iterator[tuple[Document, list[Quote]]]:
    for document, quotes in found:
        chosen = select(quotes, speakers=speakers, types=types, acts=ACTS[act], min_confidence=min_confidence)
        report.searched(document, found=len(quotes), shown=len(chosen))
        yield document, chosen
