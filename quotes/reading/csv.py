"""CSV (RFC 4180) with a head of column names, a document a row; semicolons or tabs will do for commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quotes.reading import rows, text
from quotes.reading.extract import Blank, Extract, Unreadable
from quotes.reading.options import Columns, Limits

ENDINGS = (".csv", ".tsv")
DELIMITERS = ",;\t|"
BEGINNING = 4096
LONGEST_NAME = 40


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the name says so (CSV has no mark of its own), or the first line is names of columns and one of them is
    usual for texts."""
    if name.lower().endswith(ENDINGS):
        return True
    names = _names(_head(data[:BEGINNING].decode("utf-8", "replace")))
    return (len(names) > 1 and all(0 < len(column) <= LONGEST_NAME for column in names)
            and any(column.strip().casefold() in rows.TEXT for column in names))


def documents(
    data: bytes, *, columns: Columns, limits: Limits
) -> Iterator[tuple[str, Extract | Unreadable]]:
    """The documents, each with its name: what the column of names has, or the line its row begins on.

    Raises:
        Unreadable: It has no column of texts.
    """
    content = text.text_of(data)
    # The standard library's limit for a cell is of the process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), limits.size))
    delimiter = _delimiter(_head(content[:BEGINNING]))
    table = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    try:
        names = next(table)
        column = rows.text_column(names, columns)
        line = table.line_num + 1
        for cells in table:
            row = dict(zip(names, cells))
            if cells:
                name = rows.name(row, columns, line=line)
                try:
                    yield name, rows.document(row, text=column, columns=columns)
                except Blank as error:
                    yield name, error
            line = table.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"is no sound CSV (line {table.line_num}: {error})", hint="save it anew as CSV") from error


def _head(beginning: str) -> str:
    return next(iter(beginning.splitlines()), "")


def _names(head: str) -> list[str]:
    try:
        return next(csv.reader([head.lstrip("\ufeff")], delimiter=_delimiter(head)), [])
    except csv.Error:
        return []


def _delimiter(head: str) -> str:
    return max(DELIMITERS, key=head.count)
