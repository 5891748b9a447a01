"""Word documents (DOCX, ECMA-376) by python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.reading import zip
from quotes.reading.extract import Extract, Unreadable, damaged
from quotes.reading.options import Limits

if TYPE_CHECKING:
    from docx.document import Document

ENDINGS = (".docx",)
MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes are a ZIP archive with the main part of a Word document."""
    return zip.matches(data) and MAIN in zip.names(data)


def extract(data: bytes, *, limits: Limits) -> Extract:
    """The text of a document's body: paragraphs, also those in tables and text boxes, with blank lines between.

    What was deleted under "track changes" is left out, what was inserted is in.

    Raises:
        Unreadable: It is damaged, holds more than the limits allow, or defines entities, which no Word does.
    """
    for name, content in zip.sound(data, what="a Word document", limits=limits).items():
        if name.endswith((".xml", ".rels")) and _ENTITIES.search(content.replace(b"\0", b"")):
            raise Unreadable(f"is a Word document that defines entities ({name}), as only an attack does",
                             hint="leave it alone unless you know where it comes from")
    with damaged("a Word document"):
        from docx import Document

        document = Document(io.BytesIO(data))
        text = "\n\n".join(filter(None, map(str.strip, _paragraphs(document))))
        # Nothing else that Word keeps is sure: its author is whoever has the computer, its date that of a template.
        return Extract(text, title=document.core_properties.title or "")


def _paragraphs(document: Document) -> Iterator[str]:
    """The text of each paragraph. python-docx's own leaves out insertions and text boxes."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    walk = iterwalk(document.element.body, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if tag == _FALLBACK and event == "start":  # the same text box once more, for old programs
            walk.skip_subtree()
        elif tag == f"{_W}p":
            yield "".join(parts)
            parts.clear()
        elif event == "start" and tag == f"{_W}t":
            parts.append(element.text or "")
        elif event == "start" and tag == f"{_W}tab":
            parts.append("\t")
        elif event == "start" and tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif event == "start" and tag == f"{_W}noBreakHyphen":
            parts.append("-")
