"""``quotes verify``: was it said, by whom, and in these words?"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

import click

from quotes.cli.archive import refuse_as_output
from quotes.cli.corpus import Where, corpus_options, one_of, searched
from quotes.cli.output import opened
from quotes.showing.plain import visible

if TYPE_CHECKING:
    from quotes.verifying import Checked, Claim

FORMS = ("table", "csv", "jsonl", "claimreview")
SOMETHING_ELSE = 3


@click.command()
@click.argument("words", metavar="[CLAIM] [PATH]...", nargs=-1)
@click.option("-s", "--speaker", metavar="NAME", default="", help="Who is said to have said it.")
@click.option("--claims", "claims_file", metavar="FILE", type=click.Path(),
              help="Verify all claims of a CSV file with the columns claim and speaker; the latter may be empty.")
@click.option("-f", "--format", "form", type=click.Choice(FORMS),
              help="How to write the verdicts. Default: by the ending of --output, else table.")
@corpus_options
@click.pass_context
def verify(
    ctx: click.Context, *, words: tuple[str, ...], speaker: str, claims_file: str | None, form: str | None,
    output: str | None, archive: str | None, where: Where,
) -> None:
    """Verify that a CLAIM was said, by whom, and in these words, in articles or an archive of them.

    \b
    Verdicts:
      verbatim       in these words
      altered        in other words: which, and what kind of change
      truncated      in these words, but with what belongs to them cut off
      reported       as indirect speech only: there are no verbatim words
      other-speaker  by somebody else
      disputed       denied, or given to several speakers
      narration      in the outlet's own words, in nobody's mouth
      not-found      the nearest passages are shown

    \b
    quotes verify "Russia did not unleash any diplomatic war" --speaker Peskov articles/
    quotes verify "the principle of reciprocity" --archive news.db
    quotes verify --claims claims.csv articles/ --output verdicts.csv

    Exit codes: 0 all are verbatim; 3 some are not; 1 some documents could not be read; 2 the call was wrong.
    """
    claims, paths = _claims(words, speaker=speaker, claims_file=claims_file)
    one_of(paths, archive=archive)
    refuse_as_output(output, archive=archive or "")
    complete = True
    with ExitStack() as stack:
        if archive:
            check = _by_archive(archive, stack)
        else:
            check, complete = _by_articles(paths, where=where)
        results = [check(claim) for claim in claims]
        with opened(output, keep=lambda: False) as out:
            from quotes.showing.verdicts import write

            write(results, form or _form_of(output), out)
    _tell_of_changes(results)
    if not complete:
        ctx.exit(1)
    ctx.exit(0 if all(one.verdict == "verbatim" for one in results) else SOMETHING_ELSE)


def _claims(
    words: tuple[str, ...], *, speaker: str, claims_file: str | None
) -> tuple[list[Claim], tuple[str, ...]]:
    """The claims, and the paths to look at."""
    from quotes.verifying import Claim, read_claims

    if claims_file:
        if speaker:
            raise click.UsageError("--speaker is for a single claim; a claims file has a column for it")
        return read_claims(claims_file), words
    if not words:
        raise click.UsageError("give a claim, or a file of them: --claims FILE")
    if not any(map(str.isalnum, words[0])):
        raise click.BadParameter("give some words", param_hint="'CLAIM'")
    return [Claim(words[0], speaker)], words[1:]


def _by_articles(paths: tuple[str, ...], *, where: Where) -> tuple[Callable[[Claim], Checked], bool]:
    from quotes.verifying import prepare, verify, searched_in

    found, complete = searched(paths, where=where)
    looked_in = searched_in(document for document, _ in found)
    return partial(verify, corpus=prepare(found), searched=looked_in), complete


def _by_archive(archive: str, stack: ExitStack) -> Callable[[Claim], Checked]:
    from quotes.archive import opened as opened_archive
    from quotes.verifying.archived import verify_in

    return partial(verify_in, stack.enter_context(opened_archive(archive)))


def _form_of(output: str | None) -> str:
    ending = os.path.splitext(output or "")[1].lower().removeprefix(".")
    return ending if ending in FORMS else "table"


def _tell_of_changes(results: list[Checked]) -> None:
    told = {one.document.name: one.changed for checked in results for one in checked.evidence if one.changed}
    for name, changed in told.items():
        what = "has changed since it was archived" if changed == "changed" else "is gone since it was archived"
        click.echo(f"note: {visible(name)} {what}; the evidence is the archived text", err=True)
