"""Blocks of lines for people: what tables are too narrow for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.text import Text


def write_blocks(blocks: Iterable[Iterable[Text]], out: TextIO, *, width: int | None) -> None:
    """Writes blocks with an empty line after each, each as it comes.

    Args:
        blocks: The lines of each.
        out: Where to write.
        width: The number of columns to fill; None for the terminal's, or for unbroken lines where ``out`` is none.
    """
    from rich.console import Console

    narrow = width is not None or out.isatty()
    # Text objects throughout: nothing in an article is markup, an emoji code or a link.
    console = Console(file=out, width=width, markup=False, emoji=False, highlight=False)
    for block in blocks:
        for line in block:
            console.print(line, soft_wrap=not narrow)
        console.print()
