"""CoNLL-U files as blocks of lines: what all readers of treebanks begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The comments and the rows, split into columns, of each sentence in order."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:  # a form may hold other line ends
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []


def opens_paragraph(comments: list[str]) -> bool:
    """Do a sentence's comments say that a paragraph or a document begins with it?"""
    return any(comment.startswith(("# newpar", "# newdoc")) for comment in comments)
