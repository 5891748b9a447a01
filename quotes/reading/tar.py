"""Tar archives. Only the plain files in them: links, pipes and devices are left out, and nothing is put on the disk."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator

from quotes.reading.extract import Unreadable, damaged
from quotes.reading.options import Limits
from quotes.reading.unpacking import CHUNK, Meter

ENDINGS = (".tar",)
MAGIC, AT = b"ustar", 257
BLOCK = 512


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes have the mark of a tar archive (POSIX 1003.1)."""
    return data[AT:AT + len(MAGIC)] == MAGIC


def members(
    data: bytes, *, name: str = "", limits: Limits, meter: Meter
) -> Iterator[tuple[str, bytes | Unreadable]]:
    """The files of an archive in its order, each with its bytes or why it cannot be read."""
    with damaged("a tar archive"):
        archive = tarfile.open(fileobj=io.BytesIO(data), mode="r:")
    for count in range(limits.members + 1):
        with damaged("a tar archive"):
            entry = archive.next()
        if entry is None:
            return
        archive.members.clear()  # else it keeps them all
        if entry.isfile():
            try:
                yield entry.name, _member(archive, entry, meter=meter)
            except Unreadable as error:
                yield entry.name, error
    raise Unreadable(f"is an archive of more than {limits.members:,} files",
                     hint="unpack it yourself and give its folder")


def _member(archive: tarfile.TarFile, entry: tarfile.TarInfo, *, meter: Meter) -> bytes:
    # A sparse file is small in the archive and as large as it likes outside.
    packed = sum(size for _, size in entry.sparse) if entry.sparse is not None else entry.size
    with damaged("a file in a tar archive"):
        file = archive.extractfile(entry)
        data = meter.bounded(iter(lambda: file.read(CHUNK), b""), packed=packed + BLOCK)
    if len(data) != entry.size:
        raise Unreadable("is cut off", hint="get the archive anew: it is incomplete")
    return data
