"""Single files packed by gzip, bzip2 or xz; an archive in one (``.tar.gz``) is read by the door in its turn."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
from collections.abc import Iterator

from quotes.reading.extract import damaged
from quotes.reading.options import Limits
from quotes.reading.unpacking import CHUNK, Meter

ENDINGS = (".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz")
MAGIC = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0")


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as packed files do."""
    return data.startswith(MAGIC)


def members(data: bytes, *, name: str = "", limits: Limits, meter: Meter) -> Iterator[tuple[str, bytes]]:
    """The one file that is packed, under its name without the ending (empty: a part has no name of its own)."""
    with damaged("a packed file"):
        unpacked = meter.bounded(_chunks(data, limits), packed=len(data))
    yield "", unpacked


def inner_name(name: str) -> str:
    """What a packed file is called when it is unpacked: ``a.csv`` for ``a.csv.gz``."""
    stem, ending = os.path.splitext(name)
    return stem if ending.lower() in ENDINGS else name


def _chunks(data: bytes, limits: Limits) -> Iterator[bytes]:
    if data.startswith(MAGIC[2]):
        yield from _xz(data, memory=limits.size)
        return
    file = io.BytesIO(data)
    with gzip.GzipFile(fileobj=file) if data.startswith(MAGIC[0]) else bz2.BZ2File(file) as unpacked:
        while chunk := unpacked.read(CHUNK):
            yield chunk


def _xz(data: bytes, *, memory: int) -> Iterator[bytes]:
    """Not by ``LZMAFile``, which lets a file of a hundred bytes ask for gigabytes of memory."""
    while data:
        stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=memory)
        yield stream.decompress(data, CHUNK)
        while not stream.eof:
            if stream.needs_input:
                raise EOFError("it ends too early")
            yield stream.decompress(b"", CHUNK)
        data = stream.unused_data.lstrip(b"\0")
