"""Web archives (WARC, ISO 28500) by warcio: the pages in them, named by their addresses."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr

from quotes.reading.extract import Unreadable, damaged
from quotes.reading.options import Limits
from quotes.reading.unpacking import CHUNK, Meter

ENDINGS = (".warc",)
RECORDS = frozenset({"response", "resource", "conversion"})
"""Records that hold what an address gave, or the text made of it."""
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as a WARC file does."""
    return data.startswith(b"WARC/")


def members(
    data: bytes, *, name: str = "", limits: Limits, meter: Meter
) -> Iterator[tuple[str, bytes | Unreadable]]:
    """The pages that were fetched well, each with its bytes or why they cannot be read; pictures, scripts, redirects
    and errors of servers are left out."""
    with damaged("a web archive"):
        from warcio.archiveiterator import ArchiveIterator

        records = iter(ArchiveIterator(io.BytesIO(data)))
    for _ in range(limits.members + 1):
        # warcio writes what it wonders about to standard error, with parts of the page.
        with damaged("a web archive"), redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        with damaged("a web archive"):
            wanted = _wanted(record)
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
        if wanted:
            try:
                with damaged("a page in a web archive"):
                    stream = record.content_stream()
                    page = meter.bounded(iter(lambda: stream.read(CHUNK), b""), packed=max(record.length or 0, 0))
                yield address, page
            except Unreadable as error:
                yield address, error
    raise Unreadable(f"is an archive of more than {limits.members:,} records", hint="split it first")


def _wanted(record) -> bool:
    if record.rec_type not in RECORDS:
        return False
    headers = record.http_headers or record.rec_headers
    if record.http_headers and not (record.http_headers.get_statuscode() or "").startswith("2"):
        return False
    return (headers.get_header("Content-Type") or "").lower().startswith(TYPES)
