"""``quotes search``: quotes of an archive by their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from quotes.cli.archive import form_of, listing_options, refuse_as_output
from quotes.cli.find import ACTS
from quotes.cli.output import opened
from quotes.showing import csv, jsonl
from quotes.showing.listing import Column, write_csv, write_jsonl, write_table
from quotes.showing.plain import shown

if TYPE_CHECKING:
    from quotes.archive import Hit

COLUMNS = (Column("Speaker", ratio=2), Column("Document", ratio=2), Column("Words", ratio=5))


@click.command()
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@listing_options
def search(
    *, words: tuple[str, ...], archive: str, speaker: str, document: str, since: str, act: str, limit: int,
    form: str | None, output: str | None,
) -> None:
    """List the quotes in an archive that have all of some WORDS, the best match first, with the words in context.

    Case and accents don't count. minist* is any word that begins so; '"some words"' stand together.

    \b
    quotes search standards behavior --archive news.db
    quotes search '"international standards"' --archive news.db --since 2022-03
    quotes search 'sanction*' --archive news.db --speaker Peskov --format csv
    """
    if not any(map(str.isalnum, "".join(words))):
        raise click.BadParameter("give a word to look for", param_hint="'WORDS...'")
    refuse_as_output(output, archive=archive)
    from quotes.archive import extent, opened as opened_archive
    from quotes.archive import search as hits_in

    with opened_archive(archive) as file:
        hits = hits_in(file, " ".join(words), speaker=speaker, document=document, since=since, acts=ACTS[act],
                       limit=limit + 1 if limit else None)
        looked_in = extent(file).documents
    shown_hits = hits[:limit] if limit else hits
    with opened(output, keep=lambda: False) as out:
        _write(shown_hits, form_of(form, output=output), out)
    if not hits:
        more = "" if act == "all" else " (--act all has thoughts, too)"
        click.echo(f"no such quotes in {looked_in} {'document' if looked_in == 1 else 'documents'}{more}", err=True)
    elif len(hits) > len(shown_hits):
        click.echo(f"note: only the best {limit} are listed (--limit 0 lists all)", err=True)


def _write(hits: Sequence[Hit], form: str, out: TextIO) -> None:
    if form == "jsonl":
        write_jsonl(map(_record, hits), out)
    elif form == "csv":
        write_csv((*csv.COLUMNS, "context"), map(_cells, hits), out)
    else:
        write_table(COLUMNS, [_row(hit) for hit in hits], out)


def _record(hit: Hit) -> dict[str, Any]:
    context = {"text": hit.excerpt.text, "matches": [list(span) for span in hit.excerpt.matches]}
    return jsonl.record(hit.quote, hit.document) | {"context": context}


def _cells(hit: Hit) -> tuple[str | int | float, ...]:
    return (*csv.row(hit.quote, hit.document), hit.excerpt.text)


def _row(hit: Hit) -> tuple[Any, ...]:
    from rich.text import Text

    words = Text(shown(hit.excerpt.text))
    for start, end in hit.excerpt.matches:
        words.stylize("bold", start, end)
    about = " ".join(filter(None, (hit.document.outlet, hit.document.date)))
    return (hit.quote.speaker.name if hit.quote.speaker else "—",
            f"{hit.document.name} ({about})" if about else hit.document.name, words)
