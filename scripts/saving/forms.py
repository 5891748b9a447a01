"""The same article in every format."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes.parsing.paragraphs import paragraphs
from quotes.parsing.regions import regions
from saving.office import docx, epub, rtf
from saving.packing import jsonl, table
from saving.pdf import pdf, set_in_lines
from saving.web import mhtml, page

OUTLET, AUTHOR, DATE = "The Harbour Post", "Ann Bly", "2026-03-02"


class Article(NamedTuple):
    """An article as a program has it that saves it: its text as it was, and the parts of it."""

    text: str
    headline: str
    paragraphs: tuple[str, ...]
    """Without the headline, each on one line."""


def article_of(text: str) -> Article:
    """The headline of a text, if its first line is one, and its paragraphs."""
    spans = paragraphs(text)
    parts = [re.sub(r"\s*[\r\n]\s*", " ", text[start:end]) for start, end in spans]
    first = next(iter(regions(text)), None)
    headed = first is not None and first.kind == "headline" and first[:2] == spans[0]
    return Article(text, parts[0] if headed else "", tuple(parts[headed:]))


def saved(article: Article) -> dict[str, bytes]:
    """The article as a file of each format, by the format's name."""
    title, lines = article.headline, list(filter(None, (article.headline, *article.paragraphs)))
    web = page(article.paragraphs, title=title, outlet=OUTLET, date=DATE, author=AUTHOR)
    return {
        "html": web.encode("utf-8", "replace"),
        "mhtml": mhtml(web.encode("utf-8", "replace").decode()),
        "docx": docx(lines, title=title),
        "rtf": rtf(lines, title=title),
        "pdf": pdf(set_in_lines(lines, outlet=OUTLET), title=title),
        "epub": epub([lines], title=title, author=AUTHOR, publisher=OUTLET, date=DATE),
        "jsonl": jsonl({"text": article.text}),
        "csv": table(("id", "text", "date"), [("1", article.text, DATE)]),
    }
