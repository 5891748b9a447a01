"""PDF documents by pypdf: the lines of each page and where they stand; ``mending`` makes paragraphs of them."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from quotes.reading.extract import Blank, Extract, Unreadable, damaged
from quotes.reading.mending import Line, mended
from quotes.reading.options import Limits

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

ENDINGS = (".pdf",)
BEGINNING = 1024
"""Bytes in which the mark of a PDF stands (ISO 32000, annex H)."""

_NO_TITLE = re.compile(r"\(anonymous\)|untitled\b|microsoft \w+ - |\S*\.\w{2,5}$", re.I)
"""What programs write where nobody gave a title."""


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in data[:BEGINNING]


def extract(data: bytes, *, limits: Limits) -> Extract:
    """The text of a document, with the place where each page begins.

    Lines are joined to paragraphs, words that were broken at a line's end are mended, and what stands on every page
    (its number, the outlet's name) is left out.

    Raises:
        Unreadable: It is encrypted or damaged, has more pages or text than the limits allow, or only pictures.
    """
    with damaged("a PDF"):
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opens(reader):
            raise Unreadable("is an encrypted PDF", hint="open it with its password and print it to a new PDF")
        if len(reader.pages) > limits.pages:
            raise Unreadable(f"is a PDF of more than {limits.pages:,} pages", hint="split it, or raise --max-pages")
        pages, room = [], limits.characters
        for page in reader.pages:
            pages.append(_lines(page))
            room -= sum(len(line.text) for line in pages[-1])
            if room < 0:
                break
        title = reader.metadata.title if reader.metadata else None
    text, starts = mended(pages)
    if not text:
        raise Blank("is a PDF without text: pictures of pages, it seems",
                    hint="run it through a program that recognises text (OCR)")
    title = title if isinstance(title, str) and not _NO_TITLE.match(title) else ""
    return Extract(text, title=title, pages=starts)


def _opens(reader: PdfReader) -> bool:
    """Whether the empty password will do, as it does where only printing or copying was forbidden."""
    from pypdf.errors import PyPdfError

    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, NotImplementedError):  # a cipher for which pypdf wants another library, or that it doesn't know
        return False


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in its own order, each with the place and size of its first words."""
    lines: list[Line] = []
    parts: list[str] = []
    place = (0.0, 0.0, 0.0)

    def add(text: str, page_matrix: list[float], text_matrix: list[float], font: object, size: float) -> None:
        nonlocal place
        for number, part in enumerate(text.split("\n")):
            if number:
                end()
            if part.strip() and not "".join(parts).strip():
                place = _placed(page_matrix, text_matrix, size)
            parts.append(part)

    def end() -> None:
        if text := " ".join("".join(parts).split()):
            lines.append(Line(text, *place))
        parts.clear()

    page.extract_text(visitor_text=add)
    end()
    return lines


def _placed(page: list[float], text: list[float], size: float) -> tuple[float, float, float]:
    """Where on the page some text starts, and its size: the text's matrix times the page's (ISO 32000, 8.3.4)."""
    x = text[4] * page[0] + text[5] * page[2] + page[4]
    y = text[4] * page[1] + text[5] * page[3] + page[5]
    scale = abs(text[3] * page[3]) or 1.0
    return x, y, abs(size * scale) or 1.0
