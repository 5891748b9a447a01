"""Ways to break a file, drawn by chance: bytes, blocks, numbers, and inside of what is packed."""

from __future__ import annotations

import gzip
import io
import random
import re
import zipfile
from collections.abc import Sequence

MOST = 8
"""Mutations of one file."""
LONGEST = 2_000_000
"""Bytes of a mutated file."""
ODD = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\r",
    b"\n\n",
    "“".encode(),
    "”".encode(),
    b'"',
    b"'",
    "\u202e".encode(),
    "\u00ad".encode(),
    "e\u0301".encode(),
    "\U0001f6a2".encode(),
    b"\\ud800",
    b"<!--",
    b"-->",
    b"<script>",
    b"</p>",
    b"<q>",
    b"&#x110000;",
    b"&a;",
    b"<![CDATA[",
    b"<!DOCTYPE x [",
    b"{\\rtf1",
    b"\\bin999999999 ",
    b"\\u-32768?",
    b"%PDF-",
    b"endstream",
    b"endobj",
    b"<< /Kids [1 0 R] >>",
    b"1 0 R",
    b"PK\x03\x04",
    b"--",
    b"WARC/1.0\r\n",
    b"{",
    b"[",
    b",",
    b" said Jo Smith.",
    b"according to ",
    b": ",
    b"-1",
    b"99999999999",
    b"0",
)


def mutated(data: bytes, *, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The file with a few things changed. What is packed is as often broken inside as outside.

    Args:
        data: A file.
        chance: Where all that is drawn comes from.
        others: Files of which parts may be put in.
    """
    if chance.random() < 0.5:
        if data.startswith(b"PK"):
            return _inside_zip(data, chance=chance, others=others)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(_changed(gzip.decompress(data), chance=chance, others=others))
    return _changed(data, chance=chance, others=others)


def _inside_zip(data: bytes, *, chance: random.Random, others: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        broken = chance.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, _changed(content, chance=chance, others=others) if name == broken else content)
    return out.getvalue()


def _changed(data: bytes, *, chance: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(chance.randint(1, MOST)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + _size(chance))
        kind = chance.randrange(8)
        if kind == 0:  # a bit
            data = (
                data[:start] + bytes([data[start] ^ 1 << chance.randrange(8)]) + data[start + 1 :]
                if start < len(data)
                else data
            )
        elif kind == 1:  # a part is left out
            data = data[:start] + data[end:]
        elif kind == 2:  # a part comes again
            data = data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]
        elif kind == 3:  # the end is missing
            data = data[:start]
        elif kind == 4:  # something odd is put in
            data = data[:start] + chance.choice(ODD) * chance.choice((1, 1, 3, 300)) + data[start:]
        elif kind == 5:  # a part of another file is put in
            other = chance.choice(others)
            at = chance.randint(0, len(other))
            data = data[:start] + other[at:at + _size(chance)] + data[start:]
        elif kind == 6:  # a part moves
            data = data[:start] + data[end:] + data[start:end]
        else:  # a number is another
            data = _renumbered(data, chance=chance)
        data = data[:LONGEST]
    return data


def _size(chance: random.Random) -> int:
    """Of a part: mostly a few bytes, now and then very many."""
    return int(min(LONGEST, chance.paretovariate(0.5)))


def _renumbered(data: bytes, *, chance: random.Random) -> bytes:
    numbers = list(re.finditer(rb"\d+", data[:100_000]))
    if not numbers:
        return data
    number = chance.choice(numbers)
    other = chance.choice(
        (b"0", b"-1", b"1", b"4294967295", b"99999999999999999999", str(chance.randrange(1000)).encode())
    )
    return data[:number.start()] + other + data[number.end():]
