"""CSV (RFC 4180): a row a quote, the flat part of what JSON Lines has, under the same names."""

from __future__ import annotations

import csv
import re
from typing import TextIO

from quotes.data import Document, Quote
from quotes.showing import Found
from quotes.showing.plain import encodable

COLUMNS = (
    "document", "speaker", "quote", "type", "act", "cue", "mention", "start", "end", "confidence", "sha256",
    "title", "date", "outlet", "region", "page",
)
EXPLAINED = ("why", "speaker_confidence")
"""Further columns of rows that are explained."""
FORMULA = re.compile(r"'*[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@\t\r\n＝＋－＠]")
"""The beginning of a cell that a spreadsheet may run (OWASP, *CSV Injection*), or of one that was made safe."""


def write(found: Found, out: TextIO, *, explain: bool = False, raw: bool = False) -> None:
    """Writes a head and a row for each quote; ``start`` and ``end`` are those of the first and last span.

    With ``raw`` cells that a spreadsheet would run as a formula are left as they are, for programs that only read.
    """
    rows = csv.writer(out)
    rows.writerow(COLUMNS + EXPLAINED if explain else COLUMNS)
    cell = encodable if raw else safe
    for document, quotes in found:
        for quote in quotes:
            cells = row(quote, document) + reasons(quote) if explain else row(quote, document)
            rows.writerow([cell(value) if isinstance(value, str) else value for value in cells])
        out.flush()


def row(quote: Quote, document: Document) -> tuple[str | int | float, ...]:
    """A quote's cells, in the order of ``COLUMNS``, not yet made safe."""
    cue, speaker = quote.cue, quote.speaker
    return (
        quote.document,
        speaker.name if speaker else "",
        quote.quote,
        quote.type,
        quote.act,
        cue.text if cue else "",
        speaker.mention if speaker else "",
        quote.spans[0].start,
        quote.spans[-1].end,
        round(quote.confidence, 2),
        quote.sha256,
        document.title,
        document.date,
        document.outlet,
        quote.region,
        quote.page or "",
    )


def reasons(quote: Quote) -> tuple[str | float, ...]:
    """A quote's further cells, in the order of ``EXPLAINED``, not yet made safe."""
    return quote.why, round(quote.speaker.confidence, 2) if quote.speaker else ""


def safe(cell: str) -> str:
    """The cell, with an apostrophe before it if a spreadsheet would run it. :func:`original` takes it away."""
    cell = encodable(cell)
    return f"'{cell}" if FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """The cell as it was before :func:`safe`."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell, 1) else cell
