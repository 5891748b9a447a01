#!/usr/bin/env python3
"""Save the texts in ARTICLES again in other formats, and compare what is found: the same quotes by the same speakers?

\b
python scripts/formats_trial.py corpus/articles --format html --format pdf

A web page, for one, has menus, a note on cookies, related articles and a footer around the article. For each format is
shown how many rows the texts have, how many of them the saved files have too, and which only one of both has. Rows are
the same where quote and speaker are, white space aside. Exit code 1 where any differ.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from quotes import Document, Finder
from quotes.errors import ReadError
from quotes.reading import read
from saving.forms import article_of, saved

FORMS = ("html", "mhtml", "docx", "rtf", "pdf", "epub", "jsonl", "csv")
Row = tuple[str, str]
"""A quote, and the name of its speaker."""


class Compared(NamedTuple):
    """What is found in one article, as text and in another format."""

    form: str
    name: str
    same: int
    only_text: tuple[Row, ...]
    only_form: tuple[Row, ...]
    error: str = ""
    """Why the saved file could not be read."""


@click.command(help=__doc__)
@click.argument("articles", type=click.Path(exists=True))
@click.option("--format", "forms", type=click.Choice(FORMS), multiple=True, default=FORMS, show_default="all",
              help="A format; give it again for more.")
@click.option("--keep", metavar="DIR", type=click.Path(file_okay=False), help="Save the files in DIR, and leave them.")
def main(articles: str, forms: tuple[str, ...], keep: str | None) -> None:
    texts = []
    for found in read([articles]):
        if isinstance(found, Document):
            texts.append(found)
        else:
            click.echo(f"{found} ({found.hint})", err=True)
    with TemporaryDirectory() as folder:
        results = list(trial(texts, forms, folder=Path(keep or folder), finder=Finder()))
    click.echo(report(results))
    sys.exit(1 if any(one.only_text or one.only_form or one.error for one in results) else 0)


def trial(texts: Sequence[Document], forms: Sequence[str], *, folder: Path, finder: Finder) -> Iterator[Compared]:
    """Each text, saved in each format below a folder, read and searched again."""
    files = [saved(article_of(text.text)) for text in texts]
    expected = _rows(texts, finder)
    for form in forms:
        (folder / form).mkdir(parents=True, exist_ok=True)
        paths = [folder / form / f"{number}.{form}" for number in range(1, len(texts) + 1)]
        for path, file in zip(paths, files):
            path.write_bytes(file[form])
        found = [next(read([path])) for path in paths]
        rows = _rows((document for document in found if isinstance(document, Document)), finder)
        for text, document in zip(texts, found):
            if isinstance(document, ReadError):
                yield Compared(form, text.name, 0, (), (), str(document))
            else:
                yield compared(form, text.name, expected[text.name], rows[document.name])


def compared(form: str, name: str, text: Counter[Row], other: Counter[Row]) -> Compared:
    """What two lots of rows share and don't share."""
    return Compared(form, name, (text & other).total(), tuple((text - other).elements()),
                    tuple((other - text).elements()))


def report(results: Iterable[Compared]) -> str:
    """A line for each format, and below it one for each row that differs."""
    by_form: dict[str, list[Compared]] = {}
    for one in results:
        by_form.setdefault(one.form, []).append(one)
    lines = [f"{'':8}{'rows':>8}{'same':>8}{'only in the text':>18}{'only in the format':>20}"]
    for form, some in by_form.items():
        same, less, more = (sum(counts) for counts in zip(*(
            (one.same, len(one.only_text), len(one.only_form)) for one in some)))
        lines.append(f"{form:8}{same + less:8}{same:8}{less:18}{more:20}")
        for one in some:
            lines += [f"  {one.name}: {error}" for error in filter(None, [one.error])]
            lines += [f"  {one.name}: - {speaker or '?'}: {quote}" for quote, speaker in one.only_text]
            lines += [f"  {one.name}: + {speaker or '?'}: {quote}" for quote, speaker in one.only_form]
    return "\n".join(lines)


def _rows(documents: Iterable[Document], finder: Finder) -> dict[str, Counter[Row]]:
    """The rows of each document by its name."""
    return {document.name: Counter((" ".join(quote.quote.split()), quote.speaker.name if quote.speaker else "")
                                   for quote in quotes)
            for document, quotes in finder.find_in(documents)}


if __name__ == "__main__":
    main()
