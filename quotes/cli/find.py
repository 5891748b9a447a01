"""``quotes find``: from articles to quotes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import click

from quotes.cli.output import opened
from quotes.cli.report import Report
from quotes.data import Document, Quote
from quotes.errors import ReadError
from quotes.reading import files, read_file
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
@click.option("--package", metavar="NAME", default="embedded", show_default=True,
              help="The model: the embedded one, or a Stanza package you have (see: quotes models).")
@click.option("--model-dir", metavar="DIR", type=click.Path(file_okay=False),
              help="Where Stanza packages are. Default: Stanza's own folder.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes, only errors.")
@click.option("-v", "--verbose", is_flag=True, help="Also say what was read and what was passed over.")
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
    package: str,
    model_dir: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Find the quotes in articles, and who said them.

    PATH is a text file, a folder (all .txt files in it and below) or - for standard input.

    \b
    quotes find articles/
    quotes find articles/ --speaker Hoekstra --type direct
    quotes find articles/ --act all --output quotes.csv
    """
    if any(not any(map(str.isalnum, name)) for name in speakers):
        raise click.BadParameter("give a name or part of one", param_hint="'--speaker'")
    passed_over: list[str] = []
    names = list(files(paths, passed_over=passed_over.append))
    _refuse_to_overwrite(names, output=output)

    report = Report(total=len(names), quiet=quiet, verbose=verbose)
    report.passed_over(passed_over)
    documents = _readable(names, report=report)
    found = _chosen(
        _found(documents, package=package, model_dir=model_dir), report=report,
        speakers=speakers, types=types, act=act, min_confidence=min_confidence,
    )
    try:
        with opened(output, keep=lambda: report.done > 0) as out:
            writer(form or _form_of(output))(report.while_waiting(found), out)
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


def _readable(names: Iterable[str | ReadError], *, report: Report) -> Iterator[Document]:
    for name in names:
        document = name if isinstance(name, ReadError) else read_file(name)
        if isinstance(document, ReadError):
            report.unreadable(document)
        else:
            yield document


def _found(
    documents: Iterator[Document], *, package: str, model_dir: str | None
) -> Iterator[tuple[Document, list[Quote]]]:
    first = next(documents, None)
    # Nothing to read, no need for a model.
    if first is not None:
        from quotes.finder import Finder

        yield from Finder(package=package, model_dir=model_dir).find_in(chain([first], documents))


def _chosen(
    found: Iterable[tuple[Document, list[Quote]]], *, report: Report,
    speakers: tuple[str, ...], types: tuple[str, ...], act: str, min_confidence: float,
) -> Iterator[tuple[Document, list[Quote]]]:
    for document, quotes in found:
        chosen = select(quotes, speakers=speakers, types=types, acts=ACTS[act], min_confidence=min_confidence)
        report.searched(document, found=len(quotes), shown=len(chosen))
        yield document, chosen
