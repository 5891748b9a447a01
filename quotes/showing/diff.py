"""Word diffs for people: in colour, and with marks that read without it, as ``wdiff`` has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.showing.plain import visible

if TYPE_CHECKING:
    from rich.text import Text

    from quotes.verifying.data import How, Piece

MARKS: dict[How, tuple[str, str, str]] = {
    "same": ("", "", ""),
    "claim": ("{+", "+}", "green"),
    "source": ("[-", "-]", "red"),
    "cut": ("(", ")", "dim"),
    "gap": ("[… ", " …]", "dim"),
}
"""What stands before and after a stretch of a diff, and its style."""


def diff(pieces: Iterable[Piece]) -> Text:
    """A word diff on one line: ``{+only in the claim+}``, ``[-only in the source-]``, ``(cut off)``."""
    from rich.text import Text

    line = Text()
    for number, (how, words) in enumerate(pieces):
        before, after, style = MARKS[how]
        line.append(f"{' ' if number else ''}{before}{visible(words)}{after}", style=style)
    return line
