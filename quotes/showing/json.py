"""JSON: one array of the objects that JSON Lines has a line each."""

from __future__ import annotations

from typing import TextIO

from quotes.showing import Found
from quotes.showing.jsonl import line


def write(found: Found, out: TextIO, *, explain: bool = False) -> None:
    """Writes an array, a quote a line; closed even when finding is broken off, so that what is there can be read."""
    before = "["
    try:
        for document, quotes in found:
            for quote in quotes:
                out.write(f"{before}\n{line(quote, document, explain=explain)}")
                before = ","
            out.flush()
    finally:
        out.write("[]\n" if before == "[" else "\n]\n")
