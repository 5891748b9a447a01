"""The command line: one command a file. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import glob
import logging
import os
import sys

import click

import quotes
from quotes.cli.compare import compare
from quotes.cli.find import find
from quotes.cli.models import models
from quotes.cli.search import search
from quotes.cli.speakers import speakers
from quotes.cli.text import text
from quotes.cli.verify import verify
from quotes.errors import QuotesError
from quotes.running.collecting import collect_seldom


class Commands(click.Group):
    """A group whose commands end well: by an error in one line, or quietly when nobody reads on."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except QuotesError as error:
            raise Failure(error) from error
        except click.NoSuchOption as error:
            names = sorted(glob.glob(f"{glob.escape(error.option_name)}*"))
            if not names:
                raise
            raise click.UsageError(f"{error.format_message()} The file of that name is ./{names[0]}",
                                   error.ctx) from error
        except BrokenPipeError:
            # As `head` does. What is still to be written goes nowhere, or Python would complain on its way out.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.commands and os.path.exists(name):
            raise click.UsageError(f"No such command {name!r}. Did you mean 'quotes find {name}'?", ctx)
        return super().resolve_command(ctx, args)


class Failure(click.ClickException):
    """An error that ends the command: what happened and what to do about it."""

    exit_code = 2

    def __init__(self, error: QuotesError) -> None:
        super().__init__(f"{error} ({error.hint})" if error.hint else str(error))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all was read; 1 some documents could not be read or searched; 2 the call was wrong; "
           "130 stopped by Ctrl-C.",
)
@click.version_option(quotes.__version__, package_name="quotes")
def main() -> None:
    """Finds who said what in news text. Nothing leaves this machine."""
    # What libraries log of a damaged file is told in one line by whoever reads it, and else of no use.
    logging.getLogger().addHandler(logging.NullHandler())
    collect_seldom()


main.add_command(compare)
main.add_command(find)
main.add_command(models)
main.add_command(search)
main.add_command(speakers)
main.add_command(text)
main.add_command(verify)
