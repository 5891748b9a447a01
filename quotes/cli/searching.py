"""The options for searching articles that several commands have."""

from __future__ import annotations

from collections.abc import Callable

import click

from quotes.running import usable_cores

OPTIONS = (
    click.option("--workers", metavar="NUMBER", type=click.IntRange(1), default=usable_cores, show_default="the cores",
                 help="Processes at most; each has a copy of the model, and few articles need but one."),
    click.option("--cache", metavar="DIR", type=click.Path(),
                 help="Keep results in DIR, and don't search again the texts that are in it."),
    click.option("--package", metavar="NAME", default="embedded", show_default=True,
                 help="The model: the embedded one, or a Stanza package you have (see: quotes models)."),
    click.option("--model-dir", metavar="DIR", type=click.Path(file_okay=False),
                 help="Where Stanza packages are. Default: Stanza's own folder."),
)


def searching_options(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options ``workers``, ``cache``, ``package`` and ``model_dir``."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
