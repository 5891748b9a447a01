"""RTF documents by striprtf."""

from __future__ import annotations

import re

from quotes.reading.extract import Extract, damaged
from quotes.reading.options import Limits

ENDINGS = (".rtf",)
_TITLE = re.compile(rb"\{\\title ([^{}\\]{1,300})\}")
_LINE_ENDS = re.compile(r"\n\s*")


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as RTF does."""
    return data.startswith(b"{\\rtf")


def extract(data: bytes, *, limits: Limits) -> Extract:
    """The text of a document: paragraphs with blank lines between, also where one only has a line break."""
    with damaged("an RTF document"):
        from striprtf.striprtf import rtf_to_text

        # RTF is ASCII with escapes; a byte beyond is what its code page says, mostly Windows-1252.
        text = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")
    title = _TITLE.search(data)
    return Extract(_LINE_ENDS.sub("\n\n", text.strip()),
                   title=title[1].decode("cp1252", "replace").strip() if title else "")
