"""``quotes compare``: the same statement across documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quotes.cli.archive import form_of, refuse_as_output
from quotes.cli.corpus import Where, corpus_options, one_of, searched
from quotes.cli.output import opened
from quotes.selecting import is_by

if TYPE_CHECKING:
    from quotes.comparing import Group

FORMS = ("table", "csv", "jsonl")


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("-s", "--speaker", metavar="NAME", default="",
              help="Only statements of this speaker in one of the documents: a name or part of one.")
@click.option("-f", "--format", "form", type=click.Choice(FORMS),
              help="How to write the groups. Default: by the ending of --output, else table.")
@corpus_options
@click.pass_context
def compare(
    ctx: click.Context, *, paths: tuple[str, ...], speaker: str, form: str | None, output: str | None,
    archive: str | None, where: Where,
) -> None:
    """Compare what articles, or the documents of an archive, make of the same statement.

    Statements of more than one document are grouped where they share a longer part, are nearly the same, or where one
    reports what the other quotes. The earliest comes first; what differs from the fullest quote is marked:
    {+only here+}, [-only there-], (cut off).

    \b
    quotes compare articles/
    quotes compare --archive news.db --speaker Hoekstra
    quotes compare articles/ --output variants.csv
    """
    one_of(paths, archive=archive)
    refuse_as_output(output, archive=archive or "")
    from quotes.comparing import compare as groups_of

    complete = True
    if archive:
        from quotes.archive import found as found_in_archive
        from quotes.archive import opened as opened_archive

        with opened_archive(archive) as file:
            found = list(found_in_archive(file))
    else:
        found, complete = searched(paths, where=where)
    groups = [group for group in groups_of(found) if _is_wanted(group, speaker)]
    with opened(output, keep=lambda: False) as out:
        from quotes.showing.comparison import write

        write(groups, form_of(form, output=output), out)
    if not groups and not where.quiet:
        click.echo(f"no statement is in more than one of {len(found)} documents", err=True)
    ctx.exit(0 if complete else 1)


def _is_wanted(group: Group, speaker: str) -> bool:
    quotes = (variant.evidence.quote for variant in group.variants)
    return not speaker or any(quote is not None and is_by(quote, speaker) for quote in quotes)
