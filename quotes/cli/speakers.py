"""``quotes speakers``: who is quoted in an archive, how often and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from quotes.cli.archive import form_of, listing_options, refuse_as_output
from quotes.cli.find import ACTS
from quotes.cli.output import opened
from quotes.showing.listing import Column, write_csv, write_jsonl, write_table
from quotes.showing.plain import encodable

if TYPE_CHECKING:
    from quotes.archive.speakers import Quoted

COLUMNS = (Column("Quotes", right=True), Column("Documents", right=True), Column("Speaker", ratio=2),
           Column("Also named", ratio=2), Column("Where", ratio=3))
CELLS = ("speaker", "kind", "quotes", "documents", "first", "last", "also", "where")
NAMED = 3
"""How many documents a row of a table on a terminal names."""


@click.command()
@listing_options
def speakers(
    *, archive: str, speaker: str, document: str, since: str, act: str, limit: int,
    form: str | None, output: str | None,
) -> None:
    """List who is quoted in an archive, the most quoted first: how often, in which documents, under which names.

    Speakers of different articles are one where they are surely the same.

    \b
    quotes speakers --archive news.db
    quotes speakers --archive news.db --since 2022-03 --limit 0 --output speakers.csv
    """
    refuse_as_output(output, archive=archive)
    from quotes.archive import opened as opened_archive
    from quotes.archive.speakers import speakers as quoted_in

    with opened_archive(archive) as file:
        found = quoted_in(file, speaker=speaker, document=document, since=since, acts=ACTS[act])
    with opened(output, keep=lambda: False) as out:
        _write(found[:limit or None], form_of(form, output=output), out)
    if not found:
        click.echo("nobody is quoted there as asked for", err=True)
    elif limit and len(found) > limit:
        click.echo(f"note: only {limit} of {len(found)} speakers are listed (--limit 0 lists all)", err=True)


def _write(found: Sequence[Quoted], form: str, out: TextIO) -> None:
    if form == "jsonl":
        write_jsonl(map(_record, found), out)
    elif form == "csv":
        write_csv(CELLS, map(_cells, found), out)
    else:
        write_table(COLUMNS, [_row(quoted, cut=out.isatty()) for quoted in found], out)


def _record(quoted: Quoted) -> dict[str, Any]:
    return {
        "speaker": encodable(quoted.name),
        "kind": quoted.kind,
        "quotes": quoted.quotes,
        "documents": list(map(encodable, quoted.documents)),
        "first": quoted.first,
        "last": quoted.last,
        "also": list(map(encodable, quoted.also)),
    }


def _cells(quoted: Quoted) -> tuple[str | int, ...]:
    return (quoted.name, quoted.kind, quoted.quotes, len(quoted.documents), quoted.first, quoted.last,
            "; ".join(quoted.also), "; ".join(quoted.documents))


def _row(quoted: Quoted, *, cut: bool) -> tuple[str, ...]:
    named = quoted.documents[:NAMED] if cut else quoted.documents
    rest = len(quoted.documents) - len(named)
    where = ", ".join(named) + (f" and {rest} more" if rest else "")
    return str(quoted.quotes), str(len(quoted.documents)), quoted.name, ", ".join(quoted.also), where
