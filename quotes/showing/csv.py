"""CSV (RFC 4180): a row a quote, the flat part of what JSON Lines has, under the same names."""

from __future__ import annotations

import csv
import re
from typing import TextIO

from quotes.data import Quote
from quotes.showing import Found
from quotes.showing.plain import encodable

COLUMNS = (
    "document", "speaker", "quote", "type", "act", "cue", "mention", "start", "end", "confidence", "sha256",
)
FORMULA = re.compile(r"'*[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@\t\r\n＝＋－＠]")
"""The beginning of a cell that a spreadsheet may run (OWASP, *CSV Injection*), or of one that was made safe."""


def write(found: Found, out: TextIO) -> None:
    """Writes a head and a row for each quote; ``start`` and ``end`` are those of the first and last span."""
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for _, quotes in found:
        rows.writerows(map(row, quotes))
        out.flush()


def row(quote: Quote) -> tuple[str | int | float, ...]:
    """A quote's cells, in the order of ``COLUMNS``."""
    cue, speaker = quote.cue, quote.speaker
    return (
        safe(quote.document),
        safe(speaker.name) if speaker else "",
        safe(quote.quote),
        quote.type,
        quote.act,
        safe(cue.text) if cue else "",
        safe(speaker.mention) if speaker else "",
        quote.spans[0].start,
        quote.spans[-1].end,
        round(quote.confidence, 2),
        quote.sha256,
    )


def safe(cell: str) -> str:
    """The cell, with an apostrophe before it if a spreadsheet would run it. :func:`original` takes it away."""
    cell = encodable(cell)
    return f"'{cell}" if FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """The cell as it was before :func:`safe`."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell, 1) else cell
