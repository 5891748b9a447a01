"""A table for people: a section a document; who said it, the words, how and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotes.chaining import chain
from quotes.data import Document, Quote
from quotes.showing import Found
from quotes.showing.plain import visible

NONE = "—"
"""What stands for no speaker or no cue."""


def write(found: Found, out: TextIO, *, width: int | None = None, explain: bool = False) -> None:
    """Writes a section for each document that has quotes.

    On a terminal the table has the terminal's width. Anywhere else each quote is on one line, however long, so that
    nothing is cut and ``grep`` finds it whole.

    Args:
        found: Documents with their quotes.
        out: Where to write.
        width: The number of columns to fill, as if ``out`` was a terminal of this width.
        explain: Say why each quote is one.
    """
    narrow = width is not None or out.isatty()
    # Text objects throughout: nothing in an article is markup, an emoji code or a link.
    console = Console(file=out, width=width, markup=False, emoji=False, highlight=False)
    for document, quotes in found:
        if quotes:
            if narrow:
                _section(document, quotes, console=console, explain=explain)
            else:
                out.write("\n".join(lines(document, quotes, explain=explain)) + "\n\n")
        out.flush()


def lines(document: Document, quotes: Sequence[Quote], *, explain: bool = False) -> list[str]:
    """A document's section for a file or a pipe: its name, what is known of it, then a line a quote, its words last."""
    rows = [("Speaker", "Sure", "Type", "Cue", *(["Why"] if explain else []), "Quote")]
    rows += [
        (_speaker(quote), _sure(quote), quote.type, visible(quote.cue.text) if quote.cue else NONE,
         *([visible(quote.why)] if explain else []), visible(quote.quote))
        for quote in quotes
    ]
    widths = [max(map(cell_len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    return [_title(document, quotes)] + [
        "  ".join([*(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths)), row[-1]])
        for row in rows
    ]


def _section(document: Document, quotes: Sequence[Quote], *, console: Console, explain: bool) -> None:
    table = Table(box=None, expand=True, padding=(0, 1, 1, 0), header_style="bold", pad_edge=False)
    table.add_column("Speaker", width=max(10, min(26, console.width // 4)), overflow="fold")
    table.add_column("Quote", ratio=1, overflow="fold")
    table.add_column("Sure", width=4, justify="right")
    for quote in quotes:
        how = f"{quote.type}, {visible(quote.cue.text)}" if quote.cue else quote.type
        how += f"\n{visible(quote.why)}" if explain and quote.why else ""
        table.add_row(
            Text(_speaker(quote), style="cyan" if quote.speaker else "dim"),
            Text.assemble(visible(quote.quote), "\n", (how, "dim")),
            Text(_sure(quote)),
        )
    console.print(Text(_title(document, quotes), style="bold green"), overflow="fold")
    console.print(table)
    console.print()


def _title(document: Document, quotes: Sequence[Quote]) -> str:
    name = "standard input" if document.name == "-" else visible(document.name)
    about = ", ".join(visible(part) for part in (document.title, document.outlet, document.date) if part)
    count = f"{name}: {len(quotes)} {'quote' if len(quotes) == 1 else 'quotes'}"
    return f"{count} ({about})" if about else count


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return NONE
    name, mention = visible(quote.speaker.name), visible(quote.speaker.mention)
    around = "".join(f" ← {visible(speaker.name)}" for speaker in chain(quote)[1:])
    return (name if mention == name else f"{name} ({mention})") + around


def _sure(quote: Quote) -> str:
    return f"{quote.confidence:.2f}"
