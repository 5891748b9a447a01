"""Plain text in whatever encoding it comes."""

from __future__ import annotations

import codecs
import re
import unicodedata

from quotes.reading.extract import Unreadable

ENDINGS = (".txt",)

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKS = tuple(mark for mark, _ in BOMS)
WIDEST = 4
"""Bytes that a character takes at most."""
SPACING = frozenset("\t\n\v\f\r\x85")
STRAY_CONTROLS, MOST_CONTROLS = 4, 0.05
"""How many control characters text may have, and what share beyond: a few are a slip, many are a binary file."""
SOUND_FOR_BROKEN = 4
"""How many sound bytes that go on a character make up for a broken one, so that text is still held for UTF-8."""

MOST_BEYOND_ASCII = 0.2
"""The share of bytes beyond ASCII that a text in English (or its neighbours) has at most."""
WESTERN = ("cp1252", "mac_roman")
NOT_WESTERN = re.compile(r"(?<=[a-zß-ÿ,.?!])[À-ÖØ-ÞŠŒŽŸ]|(?<=[^\W\d_])[¡-¬®-¿×÷•†‡‰ˆ˜‹›∂-≥◊](?=[^\W\d_])")
"""What gives away that text was read in the wrong encoding: a capital or a symbol in the middle of a word."""


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes are text: they begin with a byte order mark, or hold no zeros and few control characters."""
    if data.startswith(MARKS):
        return True
    if b"\0" in data:
        return False
    controls = sum(data.count(byte) for byte in range(32) if chr(byte) not in SPACING)
    return not _too_many(controls, length=len(data))


def text_of(data: bytes) -> str:
    """The text in some bytes, without a byte order mark, line ends as they are.

    By its byte order mark; else as UTF-8, also where a download was cut or damaged in a few places (each gives a
    U+FFFD); else as Windows-1252 or Mac Roman where that makes sense, since charset-normalizer takes the few accents
    and quotation marks of an English article for a look-alike (*Wilmčs* for *Wilmès*); else as charset-normalizer
    guesses.

    Raises:
        Unreadable: The bytes are in no encoding that is known, or not in the one that their mark says.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            text = _marked(data[len(mark):], encoding=encoding)
            break
    else:
        text = _nearly_utf8(data) or _western(data) or _guessed(data)
    if not text.strip():
        raise Unreadable("is empty", hint="check that it was saved or downloaded completely")
    controls = sum(unicodedata.category(char) == "Cc" and char not in SPACING for char in text)
    if _too_many(controls, length=len(text)):
        raise Unreadable("is binary, not text", hint="save its text as a UTF-8 .txt file first")
    return text


def beginning(data: bytes, *, size: int = 4096) -> bytes:
    """The first bytes of text as UTF-8 without a mark, so that what stands there can be looked for."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark):len(mark) + size].decode(encoding, "replace").encode("utf-8", "replace")
    return data[:size]


def _too_many(controls: int, *, length: int) -> bool:
    return controls > STRAY_CONTROLS + MOST_CONTROLS * length


def _marked(data: bytes, *, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"begins like {encoding.upper()} text but isn't all of it (byte {error.start})",
                         hint="save it as UTF-8 text") from error


def _nearly_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _with_halves(data)
    broken = text.count("\ufffd")
    sound = sum(len(char.encode()) - 1 for char in text if char > "\x7f" and char != "\ufffd")
    return text if sound >= SOUND_FOR_BROKEN * broken else None


def _with_halves(data: bytes) -> str:
    """Broken UTF-8, with characters written in halves (CESU-8) made whole and a U+FFFD for what is still broken."""
    try:
        return data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _western(data: bytes) -> str | None:
    if sum(byte > 0x7F for byte in data) > MOST_BEYOND_ASCII * len(data):
        return None
    for encoding in WESTERN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not NOT_WESTERN.search(text):
            return text
    return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise Unreadable("is in an encoding that cannot be told", hint="save it as UTF-8 text")
    return str(best)
