"""JSON Lines, a document a line; also one JSON object, or an array of them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

from quotes.reading import rows, text
from quotes.reading.extract import Extract, Unreadable
from quotes.reading.options import Columns, Limits

ENDINGS = (".jsonl", ".ndjson", ".json")
WHOLE = 50_000_000
"""Bytes of JSON that may be one value: as Python's objects it takes ten times as much."""
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*[\"}]")


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as a JSON object does, or an array of objects."""
    return _OBJECT.match(data) is not None


def documents(
    data: bytes, *, columns: Columns, limits: Limits
) -> Iterator[tuple[str, Extract | Unreadable]]:
    """The documents, each with its name: what the column of names has, or its number (that of its line).

    Raises:
        Unreadable: It is no JSON, or has no column of texts.
    """
    if data.startswith(text.MARKS):
        data = text.text_of(data).encode("utf-8", "surrogatepass")
    column = ""
    for number, found in _objects(data):
        if isinstance(found, Unreadable):
            yield str(number), found
            continue
        column = column or rows.text_column(found, columns)
        name = rows.name(found, columns, line=number)
        try:
            yield name, rows.document(found, text=column, columns=columns)
        except Unreadable as error:
            yield name, error


def _objects(data: bytes) -> Iterator[tuple[int, dict[str, object] | Unreadable]]:
    """Each object with its number: of its line, or of its place in an array, from 1."""
    lines = ((number, line) for number, line in enumerate(io.BytesIO(data), 1) if line.strip())
    number, line = next(lines)
    try:
        first = _parsed(line)
    except Unreadable:
        yield from _whole(data)
        return
    if isinstance(first, list):
        yield from _whole(data)
        return
    yield number, first
    for number, line in lines:
        try:
            found = _parsed(line)
            yield number, found if isinstance(found, dict) else _no_object()
        except Unreadable as error:
            yield number, error


def _whole(data: bytes) -> Iterator[tuple[int, dict[str, object] | Unreadable]]:
    if len(data) > WHOLE:
        raise Unreadable(f"is one JSON value of more than {WHOLE:,} bytes", hint="save it as JSON Lines")
    value = _parsed(data)
    for number, found in enumerate(value if isinstance(value, list) else [value], 1):
        yield number, found if isinstance(found, dict) else _no_object()


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:100]
        raise Unreadable(f"is not valid JSON ({reason})", hint="check that it was saved completely") from error


def _no_object() -> Unreadable:
    return Unreadable("is no JSON object", hint='give each document as {"text": "…"}')
