"""Books (EPUB 3): a ZIP archive of pages, in the order of their spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from quotes.reading import html, zip
from quotes.reading.extract import Blank, Extract, damaged
from quotes.reading.options import Limits

ENDINGS = (".epub",)
CONTAINER = "META-INF/container.xml"
_FILES = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_ABOUT = "{http://purl.org/dc/elements/1.1/}"
PAGES = ("application/xhtml+xml", "text/html")


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes are a ZIP archive that says where the book in it is."""
    return zip.matches(data) and CONTAINER in zip.names(data)


def extract(data: bytes, *, limits: Limits) -> Extract:
    """The text of a book, its chapters with blank lines between; a page without text, such as a cover, is left out.

    Raises:
        Unreadable: It is damaged, or holds more than the limits allow.
    """
    files = zip.sound(data, what="a book (EPUB)", limits=limits)
    with damaged("a book (EPUB)"):
        from defusedxml.ElementTree import fromstring

        place = fromstring(files[CONTAINER]).find(f".//{_FILES}rootfile").attrib["full-path"]
        package = fromstring(files[place])
        pages = list(_pages(package, files, folder=posixpath.dirname(place)))
        about = {key: (package.findtext(f".//{_ABOUT}{key}") or "").strip()
                 for key in ("title", "date", "publisher", "creator")}
    chapters: list[str] = []
    room = limits.characters
    for page in pages:
        try:
            chapters.append(html.extract(page, limits=limits).text)
        except Blank:  # a cover
            continue
        room -= len(chapters[-1])
        if room < 0:
            break
    return Extract("\n\n".join(chapters), title=about["title"], date=about["date"][:10], outlet=about["publisher"],
                   author=about["creator"])


def _pages(package, files: Mapping[str, bytes], *, folder: str) -> Iterator[bytes]:
    items = {item.get("id"): item for item in package.iter(f"{_PACKAGE}item")}
    for reference in package.iter(f"{_PACKAGE}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("media-type") in PAGES:
            page = files.get(posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "")))))
            if page is not None:
                yield page
