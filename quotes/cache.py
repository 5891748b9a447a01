"""Results kept between runs, by what they depend on: the text, the model and the program.

Every text has a file of its own, put in place in one step, so that several runs may use a cache at once. Its first line
is the sum of the rest: a file that is damaged counts as not there, and is written anew.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from quotes.data import Attribution, Span, Speaker
from quotes.errors import CacheError

if TYPE_CHECKING:
    from quotes.running import Findings

FORMAT = 1
"""To be counted up when the form of the files changes."""
LIBRARIES = ("stanza", "torch")
"""What results depend on beside this package and the model."""
PROGRAM = Path(__file__).parent

log = logging.getLogger(__name__)


class Cache:
    """Findings by text, in the files of a folder.

    Args:
        folder: Made if it isn't there.
        model: The sum of the model (see :func:`quotes.installed.fingerprint`).
    Raises:
        CacheError: The folder cannot be made or written.
    """

    def __init__(self, folder: str | os.PathLike[str], *, model: str) -> None:
        self._folder = prepared(folder)
        self._about = f"{FORMAT} {model} {program_sum()}"
        self._readable = self._writable = True

    def get(self, text: str) -> Findings | None:
        """What was found in a text; None where that isn't known. When the folder can no longer be read, a warning is
        logged and from then on nothing is known."""
        if not self._readable:
            return None
        try:
            body = _body(self._file(text).read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            self._readable = False
            log.warning("the cache cannot be read: %s", error)
            return None
        return None if body is None else [_finding(record) for record in json.loads(body)]

    def put(self, text: str, findings: Findings) -> None:
        """Keeps what was found in a text. When the folder can no longer be written, a warning is logged and from then
        on nothing is kept: the results themselves are worth more."""
        if not self._writable:
            return
        body = json.dumps([_record(*finding) for finding in findings]).encode()
        try:
            _put(self._file(text), _sum(body) + b"\n" + body)
        except OSError as error:
            self._writable = False
            log.warning("the cache cannot be written any more: %s", error)

    def _file(self, text: str) -> Path:
        key = _sum(f"{self._about} ".encode() + text.encode("utf-8", "surrogatepass")).decode()
        return self._folder / key[:2] / f"{key[2:]}.json"


def prepared(folder: str | os.PathLike[str]) -> Path:
    """The folder, made if it isn't there. Raises CacheError where it cannot be made or written."""
    try:
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Path(folder)
    except OSError as error:
        raise CacheError(f"cannot use {os.fspath(folder)} as a cache: {error.strerror}",
                         hint="give a folder that you may write, or leave --cache out") from error


@cache
def program_sum(folder: Path = PROGRAM) -> str:
    """The sum of the program: of the files of this package (not the model's), and of the versions of the libraries."""
    from importlib.metadata import version

    total = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for file in sorted(file for ending in ("*.py", "*.tsv") for file in folder.rglob(ending)):
        total.update(f"\n{file.relative_to(folder).as_posix()} ".encode() + _sum(file.read_bytes()))
    return total.hexdigest()


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    part = file.with_suffix(f".{uuid4().hex}.part")
    try:
        part.write_bytes(data)
        os.replace(part, file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _body(data: bytes) -> bytes | None:
    """The rest of a file below its sum; None where it is damaged."""
    total, _, body = data.partition(b"\n")
    return body if total == _sum(body) else None


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _record(attribution: Attribution, speaker: Speaker | None) -> list[Any]:
    return [asdict(attribution), speaker and asdict(speaker)]


def _finding(record: list[Any]) -> tuple[Attribution, Speaker | None]:
    attribution, speaker = record
    spans = {name: _spans(attribution[name]) for name in ("content", "cue", "source")}
    return (Attribution(**attribution | spans),
            Speaker(**speaker | {"spans": _spans(speaker["spans"])}) if speaker else None)


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
