"""Web pages saved whole (MHTML, RFC 2557): the page among the parts of a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.reading import html
from quotes.reading.extract import Extract, Unreadable, damaged
from quotes.reading.options import Limits

if TYPE_CHECKING:
    from email.message import Message

ENDINGS = (".mhtml", ".mht")
BEGINNING = 4096
LONGEST_HEAD = 20_000
"""Bytes of a part's head that are looked at."""
MOST_PARTS = 10_000
PAGES = ("text/html", "application/xhtml+xml")

_HEADER = re.compile(rb"[\w-]{1,50}:[ \t]")
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
_BLANK = re.compile(rb"\n\r?\n")
_PAGE = re.compile(rb"html", re.I)


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin with the head of a message of related parts."""
    head = data[:BEGINNING]
    return _HEADER.match(head) is not None and _RELATED.search(head) is not None


def extract(data: bytes, *, limits: Limits) -> Extract:
    """The article in a saved page.

    Raises:
        Unreadable: There is none, or the page holds more than the limits allow.
    """
    with damaged("a saved web page (MHTML)"):
        part = next(filter(_is_page, _parts(data)), None)
        content = part.get_payload(decode=True) if part is not None else None
        charset = part.get_content_charset() if part is not None else None
    if not content:
        raise Unreadable("is a saved web page (MHTML) that holds no page", hint="save the page anew")
    try:
        page = content.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        return html.extract(content, limits=limits)
    return html.page(page, limits=limits)


def _parts(data: bytes) -> Iterator[Message]:
    """The parts of a message, one by one. The standard library's parser makes them all, and takes time as the square
    of how deep they are nested; browsers don't nest them."""
    from email import message_from_bytes

    boundary = message_from_bytes(_head(data)).get_boundary()
    if boundary:
        for part in data.split(b"\n--" + boundary.encode())[1:MOST_PARTS]:
            part = part.partition(b"\n")[2]
            if _PAGE.search(_head(part)):
                yield message_from_bytes(part)


def _head(part: bytes) -> bytes:
    blank = _BLANK.search(part, 0, LONGEST_HEAD)
    return part[:blank.end() if blank else LONGEST_HEAD]


def _is_page(part: Message) -> bool:
    return part.get_content_type() in PAGES
