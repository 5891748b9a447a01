"""Unpacking that stops before it hurts: the bytes that come out are counted, whatever a file says of its size."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.reading.extract import Unreadable
from quotes.reading.options import Limits

CHUNK = 1 << 16
FREE = 10_000_000
"""Bytes that may come out of any packed file, however small: a ratio says little below that."""


class Meter:
    """Counts what the members of one file unpack to, those of archives within it included."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0

    def bounded(self, chunks: Iterable[bytes], *, packed: int) -> bytes:
        """The chunks joined.

        Args:
            chunks: What is unpacked, piece by piece; no more pieces are asked for than are allowed.
            packed: The number of bytes it was packed in.
        Raises:
            Unreadable: There is more than the limits allow.
        """
        limits = self._limits
        data = bytearray()
        for chunk in chunks:
            data += chunk
            self._unpacked += len(chunk)
            if len(data) > limits.size:
                raise Unreadable(f"unpacks to more than {limits.size:,} bytes",
                                 hint="unpack it yourself and give its parts, or raise --max-size")
            if len(data) > max(FREE, limits.ratio * packed):
                raise Unreadable(f"unpacks to more than {limits.ratio} times its size, as only a bomb does",
                                 hint="leave it alone unless you know where it comes from; else raise --max-ratio")
            if self._unpacked > limits.unpacked:
                raise Unreadable(f"is one too many in its archive: all in all more than {limits.unpacked:,} bytes",
                                 hint="unpack the archive yourself and give its folder, or raise --max-unpacked")
        return bytes(data)
