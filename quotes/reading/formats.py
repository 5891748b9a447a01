"""The door for formats: which one some bytes are in is told by what they hold, not by a name.

A format is a module with ``ENDINGS`` (which files of a folder to take), ``matches`` (are these bytes in it?) and
``text_of`` (the text in them; raises ``ValueError``, saying why, where there is none). To add one, write the module
and name it in ``FORMATS``; the first that matches reads the bytes, plain text being last.
"""

from __future__ import annotations

from typing import Protocol

from quotes.errors import ReadError
from quotes.reading import text


class Format(Protocol):
    """What a module that reads a format offers."""

    ENDINGS: tuple[str, ...]

    def matches(self, data: bytes) -> bool:
        """Whether the bytes are in this format."""

    def text_of(self, data: bytes) -> str:
        """The text in bytes of this format; raises ``ValueError`` where there is none."""


FORMATS: tuple[Format, ...] = (text,)
ENDINGS: tuple[str, ...] = tuple(ending for format in FORMATS for ending in format.ENDINGS)

UNREADABLE = (
    (b"%PDF-", "a PDF", "save its text as .txt first, for example: pdftotext FILE.pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt)", "save its text as .txt first"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc)", "save its text as .txt first"),
    (b"{\\rtf", "an RTF document", "save its text as .txt first"),
    (b"\x1f\x8b", "compressed (gzip)", "unpack it first: gunzip FILE"),
    (b"\x89PNG", "a picture", "copy its text into a .txt file"),
    (b"\xff\xd8\xff", "a picture", "copy its text into a .txt file"),
    (b"GIF8", "a picture", "copy its text into a .txt file"),
)
"""Well-known formats that can't be read yet: first bytes, what it is, what to do."""


def text_of(data: bytes, *, name: str) -> str:
    """The text in some bytes, whatever the format.

    Args:
        data: The bytes of the document called ``name``.
    Raises:
        ReadError: There is no text, or it is in no format that is known.
    """
    if not data.strip():
        raise ReadError(f"{name}: is empty", hint="check that it was saved or downloaded completely")
    for start, what, hint in UNREADABLE:
        if data.startswith(start):
            raise ReadError(f"{name}: is {what}, not plain text", hint=hint)
    for format in FORMATS:
        if format.matches(data):
            try:
                return format.text_of(data)
            except ValueError as error:
                raise ReadError(f"{name}: {error}", hint="save it as UTF-8 text") from error
    raise ReadError(f"{name}: is binary, not text", hint="save its text as a UTF-8 .txt file first")
