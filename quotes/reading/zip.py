"""ZIP archives, and what the formats that are ZIP archives of XML (DOCX, EPUB) share."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from quotes.reading.extract import Unreadable, damaged
from quotes.reading.options import Limits
from quotes.reading.unpacking import CHUNK, Meter

ENDINGS = (".zip",)
MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing whose unpacking takes little memory whatever the archive says."""
ENCRYPTED = 1


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as ZIP archives do."""
    return data.startswith(MAGIC)


def members(
    data: bytes, *, name: str = "", limits: Limits, meter: Meter
) -> Iterator[tuple[str, bytes | Unreadable]]:
    """The files of an archive in its order, each with its bytes or why it cannot be read."""
    with damaged("a ZIP archive"):
        archive = zipfile.ZipFile(io.BytesIO(data))
    entries = archive.infolist()
    if len(entries) > limits.members:
        raise Unreadable(f"is an archive of more than {limits.members:,} files",
                         hint="unpack it yourself and give its folder")
    for entry in entries:
        if not entry.is_dir():
            try:
                yield entry.filename, member(archive, entry, meter=meter)
            except Unreadable as error:
                yield entry.filename, error


def member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, meter: Meter) -> bytes:
    """One file of an archive, its checksum found right.

    Raises:
        Unreadable: It is encrypted, damaged, packed in an unusual way, or more than the limits allow.
    """
    if entry.flag_bits & ENCRYPTED:
        raise Unreadable("is encrypted", hint="unpack it with its password first")
    if entry.compress_type not in METHODS:
        raise Unreadable("is packed in a way that is not read here", hint="unpack it first, and give what is in it")
    with damaged("a file in a ZIP archive"):
        with archive.open(entry) as file:
            chunks = iter(lambda: file.read(CHUNK), b"")
            return meter.bounded(chunks, packed=entry.compress_size)


def names(data: bytes) -> frozenset[str]:
    """The names of all files in an archive; none where it is damaged."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except Exception:  # noqa: BLE001  of a damaged archive zipfile raises whatever comes; whoever reads it will tell
        return frozenset()


def sound(data: bytes, *, what: str, limits: Limits) -> dict[str, bytes]:
    """All the files of an archive by their names, every one unpacked within the limits and its checksum right: after
    this a library may have the archive.

    Args:
        what: What the archive is, with its article: *a Word document*.
    Raises:
        Unreadable: For any of its files.
    """
    files: dict[str, bytes] = {}
    meter = Meter(limits)
    for name, found in members(data, limits=limits, meter=meter):
        if isinstance(found, Unreadable):
            raise Unreadable(f"is {what} of which {name} {found}", hint=found.hint) from found
        files[name] = found
    return files
