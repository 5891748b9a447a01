"""What the rows of a table are to us: one document each, its parts found by the names of the columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from quotes.reading.extract import Blank, Extract, Unreadable
from quotes.reading.options import Columns

TEXT = ("text", "body", "content", "article", "maintext", "article_text", "full_text", "fulltext", "story")
ID = ("id", "url", "link", "uri", "guid", "article_id")
DATE = ("date", "published", "published_at", "publishedat", "date_published", "date_publish", "publish_date", "pubdate")
TITLE = ("title", "headline")
OUTLET = ("outlet", "source", "publisher", "publication", "site_name", "sitename", "source_name")
AUTHOR = ("author", "authors", "byline")
"""The usual names, the surer ones first; large and small letters are the same."""
DATES = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%Y%m%d")
"""Ways to write a date that have one meaning only, ISO 8601 and RFC 5322 aside."""
LONGEST_NAME = 500
NAMED = 12
"""How many columns an error names."""


def text_column(names: Collection[str], columns: Columns) -> str:
    """Which of these columns holds the text.

    Raises:
        Unreadable: None does, or not the one that was asked for.
    """
    found = _column(names, columns.text, TEXT)
    if found:
        return found
    listed = ", ".join(list(names)[:NAMED]) + (" …" if len(names) > NAMED else "")
    what = f"has no column {columns.text!r}" if columns.text else "has no column with a usual name for texts"
    raise Unreadable(f"{what}, only: {listed}", hint="say which column holds the text: --text-column NAME")


def document(row: Mapping[str, object], *, text: str, columns: Columns) -> Extract:
    """The document in a row.

    Args:
        row: Values by their columns.
        text: The column of the text.
    Raises:
        Unreadable: The row has no text.
    """
    value = row.get(text)
    if isinstance(value, list) and all(isinstance(paragraph, str) for paragraph in value):
        value = "\n\n".join(value)
    if value is None or value == "":
        raise Blank(f"has nothing in the column {text!r}", hint="leave the row out, or name another --text-column")
    if not isinstance(value, str):
        raise Unreadable(f"has no text in the column {text!r} but a {type(value).__name__}",
                         hint="name another --text-column")
    return Extract(value, title=_value(row, "", TITLE), date=iso_date(_value(row, columns.date, DATE)),
                   outlet=_value(row, "", OUTLET), author=_value(row, "", AUTHOR))


def name(row: Mapping[str, object], columns: Columns, *, line: int) -> str:
    """What the row is called: by its column of names where it has one, else by the line it begins on, from 1."""
    value = _value(row, columns.id, ID)
    return value if 0 < len(value) <= LONGEST_NAME and value.isprintable() else str(line)


def iso_date(text: str) -> str:
    """A date as ISO 8601 has it, its time left out; empty where it cannot be told."""
    from email.utils import parsedate_to_datetime

    text = text.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime, *(_reader(form) for form in DATES)):
        try:
            return read(text).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""


def _reader(form: str):
    return lambda text: datetime.strptime(text, form)


def _column(names: Collection[str], asked: str, usual: Collection[str]) -> str:
    if asked:
        return asked if asked in names else ""
    known = {name.strip().casefold(): name for name in reversed(list(names))}
    return next((known[name] for name in usual if name in known), "")


def _value(row: Mapping[str, object], asked: str, usual: Collection[str]) -> str:
    value = row.get(_column(row, asked, usual))
    if isinstance(value, list):
        value = ", ".join(part for part in value if isinstance(part, str))
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
