"""The options about reading that every command has which reads articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import click

from quotes.reading import Columns, Limits

MEGABYTE = 1_000_000
USUAL = Limits()


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command options for columns and limits, and passes it what they say as ``columns`` and ``limits``."""

    @click.option("--text-column", metavar="NAME", default="",
                  help="The column of a CSV file, or key of JSON, that holds the text. "
                       "Default: a usual name (text, body …).")
    @click.option("--id-column", metavar="NAME", default="", help="The column with names of documents.")
    @click.option("--date-column", metavar="NAME", default="", help="The column with dates.")
    @click.option("--max-size", metavar="MB", type=click.IntRange(1), default=USUAL.size // MEGABYTE, show_default=True,
                  help="The largest file, also among those in archives, in megabytes.")
    @click.option("--max-characters", metavar="NUMBER", type=click.IntRange(1), default=USUAL.characters,
                  show_default=True, help="The longest text.")
    @click.option("--max-unpacked", metavar="MB", type=click.IntRange(1), default=USUAL.unpacked // MEGABYTE,
                  show_default=True, help="What an archive may unpack to, in megabytes.")
    @click.option("--max-ratio", metavar="NUMBER", type=click.IntRange(1), default=USUAL.ratio, show_default=True,
                  help="How many times its size a file may unpack to.")
    @click.option("--max-pages", metavar="NUMBER", type=click.IntRange(1), default=USUAL.pages, show_default=True,
                  help="The most pages of a PDF.")
    @wraps(command)
    def with_reading(
        *arguments: object, text_column: str, id_column: str, date_column: str, max_size: int, max_characters: int,
        max_unpacked: int, max_ratio: int, max_pages: int, **options: object,
    ) -> None:
        columns = Columns(text=text_column, id=id_column, date=date_column)
        limits = Limits(size=max_size * MEGABYTE, characters=max_characters, unpacked=max_unpacked * MEGABYTE,
                        ratio=max_ratio, pages=max_pages)
        return command(*arguments, columns=columns, limits=limits, **options)

    return with_reading
