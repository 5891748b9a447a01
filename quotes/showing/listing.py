"""Listings other than of quotes: rows with columns, as a table, CSV or JSON Lines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from quotes.showing.csv import safe
from quotes.showing.jsonl import line_of
from quotes.showing.plain import visible

if TYPE_CHECKING:
    from rich.text import Text

FORMS = ("table", "csv", "jsonl")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    ratio: int = 0
    """How much of the free width it gets, next to others; 0 for as much as its cells need."""
    right: bool = False
    """Whether its cells end at the right, as numbers do."""


def write_jsonl(records: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """Writes each record as a line of JSON."""
    for record in records:
        out.write(line_of(dict(record)) + "\n")


def write_csv(titles: Sequence[str], rows: Iterable[Sequence[str | int | float]], out: TextIO) -> None:
    """Writes a head and the rows; no cell is run by a spreadsheet."""
    writer = csv.writer(out)
    writer.writerow(titles)
    writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)


def write_table(
    columns: Sequence[Column], rows: Sequence[Sequence[str | Text]], out: TextIO, *, width: int | None = None
) -> None:
    """Writes a table for people; nothing where there are no rows.

    On a terminal it has the terminal's width. Anywhere else each row is on one line, however long, so that nothing is
    cut and ``grep`` finds it whole.

    Args:
        columns: The columns; of a file or pipe the last should be the longest.
        rows: A cell for each column. Text of a ``Text`` is safe for a terminal (see :mod:`quotes.showing.plain`).
        out: Where to write.
        width: The number of columns to fill, as if ``out`` was a terminal of this width.
    """
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    texts = [[cell if isinstance(cell, Text) else Text(visible(cell)) for cell in row] for row in rows]
    if not texts:
        return
    if width is None and not out.isatty():
        lines = [[column.title for column in columns], *([cell.plain for cell in row] for row in texts)]
        widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            padded = [cell + " " * (size - cell_len(cell)) for cell, size in zip(line, widths, strict=True)]
            out.write("  ".join(padded).rstrip() + "\n")
        return
    table = Table(box=None, expand=True, padding=(0, 1, 1, 0), header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column.title, ratio=column.ratio or None, overflow="fold",
                         justify="right" if column.right else "left")
    for row in texts:
        table.add_row(*row)
    # Text objects throughout: nothing in an article is markup, an emoji code or a link.
    Console(file=out, width=width, markup=False, emoji=False, highlight=False).print(table)
