"""``quotes text``: the text that the offsets of quotes point into."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from itertools import islice

import click

from quotes.cli.output import opened
from quotes.cli.reading import reading_options
from quotes.data import Document
from quotes.errors import OptionError, ReadError
from quotes.reading import STDIN, Columns, Limits, read_file
from quotes.showing.plain import shown, visible

NAMED = 5
"""How many documents an error names."""


@click.command()
@click.argument("name", metavar="DOCUMENT", type=click.Path())
@click.option("--hash", "sums", is_flag=True, help="Print the text's sha256 in place of the text.")
@reading_options
def text(*, name: str, sums: bool, columns: Columns, limits: Limits) -> None:
    """Print the text of a document, exactly as quotes are found in it.

    DOCUMENT is a file or, as it stands in the output of 'quotes find', a document in one.

    \b
    quotes text article.pdf
    quotes text articles.zip/monday/ferry.html
    quotes text articles.jsonl:12
    """
    document = _chosen(name, columns=columns, limits=limits)
    with opened(None, keep=lambda: True) as out:
        if sums:
            out.write(f"{hashlib.sha256(document.text.encode()).hexdigest()}  {visible(document.name)}\n")
        else:
            out.write(shown(document.text) if sys.stdout.isatty() else document.text)


def _chosen(name: str, *, columns: Columns, limits: Limits) -> Document:
    """The document of this name.

    Raises:
        ReadError: It cannot be read, or there is none of this name.
        OptionError: The file has several documents.
    """
    file = _file_of(name)
    found: Iterator[Document | ReadError] = read_file(file, limits=limits, columns=columns)
    if file != name:
        for document in found:
            if isinstance(document, ReadError) and str(document).startswith(f"{name}: "):
                raise document
            if isinstance(document, Document) and document.name == name:
                return document
        raise ReadError(f"{name}: no such document in {file}", hint="see its documents: quotes find FILE --format csv")
    first = list(islice(found, NAMED))
    if len(first) == 1 and isinstance(first[0], ReadError):
        raise first[0]
    if len(first) == 1:
        return first[0]
    names = [document.name for document in first if isinstance(document, Document)]
    raise OptionError(f"{name} has several documents", hint=f"name one: {', '.join(names or ['FILE/PART'])} …")


def _file_of(name: str) -> str:
    """The file in which a document of this name is: the longest beginning of the name that is one."""
    cuts = [at for at, char in enumerate(name) if char in "/:" and at]
    for end in (len(name), *reversed(cuts)):
        if name == STDIN or os.path.lexists(name[:end]):
            return name[:end]
    return name
