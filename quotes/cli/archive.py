"""What the commands that read an archive share: options, and where their listing goes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date

import click

from quotes.cli.find import ACTS
from quotes.showing.listing import FORMS

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

archive_option = click.option("--archive", metavar="FILE", type=click.Path(), required=True,
                              help="The archive, as 'quotes find PATH... --archive FILE' makes it.")


def listing_options(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options by which quotes of an archive are chosen and listed: ``archive``, ``speaker``,
    ``document``, ``since``, ``act``, ``limit``, ``form``, ``output``."""
    for option in reversed((
        archive_option,
        click.option("-s", "--speaker", metavar="NAME", default="", callback=_a_name,
                     help="Only quotes of this speaker: a name or part of one, without regard to case and accents."),
        click.option("-d", "--document", metavar="TEXT", default="",
                     help="Only in documents with this in their path, title or outlet."),
        click.option("--since", metavar="DATE", default="", callback=_a_date,
                     help="Only in documents of this date or later: 2022, 2022-03 or 2022-03-29."),
        click.option("-a", "--act", type=click.Choice(list(ACTS)), default="speech", show_default=True,
                     help="What people say, what they think, or both."),
        click.option("-n", "--limit", metavar="NUMBER", type=click.IntRange(0), default=100, show_default=True,
                     help="The most rows to list; 0 for all."),
        click.option("-f", "--format", "form", type=click.Choice(FORMS),
                     help="How to list them. Default: by the ending of --output, else table."),
        click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False),
                     help="Write to FILE instead of standard output."),
    )):
        command = option(command)
    return command


def form_of(form: str | None, *, output: str | None) -> str:
    """The form of a listing: as asked for, else by the ending of the output, else a table."""
    ending = os.path.splitext(output or "")[1].lower().removeprefix(".")
    return form or (ending if ending in FORMS else "table")


def refuse_as_output(output: str | None, *, archive: str) -> None:
    """Raises BadParameter where the output would overwrite the archive."""
    if output and os.path.exists(output) and os.path.exists(archive) and os.path.samefile(output, archive):
        raise click.BadParameter(f"{output} is the archive", param_hint="'--output'")


def _a_name(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not any(map(str.isalnum, value)):
        raise click.BadParameter("give a name or part of one")
    return value


def _a_date(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        if value and not DATE.fullmatch(value):
            raise ValueError
        date.fromisoformat(value + "-01-01"[len(value) - 4:] if value else "2000-01-01")
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date such as 2022-03-29, 2022-03 or 2022") from error
    return value
