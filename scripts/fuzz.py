#!/usr/bin/env python3
"""Mutate real files and read them, for a given time; tell what was tried and what was found.

\b
python scripts/fuzz.py corpus/articles --seconds 3600 --find --save findings/

A finding is an exception that is no ReadError, a quote whose offsets are not exactly its words, a second run that gives
something else, a process that dies, or one that takes too long or too much memory. Each is saved, to be tried again by
giving it with ``--seconds 0``, which reads files as they are. Exit code 1 where something was found.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import click
from fuzzing.formats import variants
from fuzzing.mutations import mutated

from quotes.data import Document, Quote
from quotes.reading.formats import documents

LONGEST = 60.0
"""Seconds that one file may take."""
MEMORY = 6_000_000_000
"""Bytes that the process which reads may take; PyTorch's libraries alone take half of it in addresses."""
LONGEST_TEXT = 20_000
"""Characters of a document in which quotes are looked for: enough to be odd, little enough to try many."""


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--seconds", type=float, default=60, show_default=True, help="How long to try; 0: the files as they are.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the mutations.")
@click.option("--find", is_flag=True, help="Also find the quotes in what was read.")
@click.option("--save", type=click.Path(path_type=Path), help="Folder for files that something was found by.")
def main(paths: tuple[Path, ...], seconds: float, seed: int, find: bool, save: Path | None) -> None:
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    contents = [file.read_bytes() for file in files if file.is_file()]
    cases = _cases(contents, seed=seed) if seconds else iter(contents)
    tried, found = run(cases, seconds=seconds, find=find, save=save)
    for what, count in sorted(tried.items()):
        click.echo(f"{what}: {count}")
    click.echo(f"found: {len(found)}")
    for finding in found:
        click.echo(finding)
    sys.exit(1 if found else 0)


def run(cases: Iterator[bytes], *, seconds: float, find: bool, save: Path | None) -> tuple[Counter[str], list[str]]:
    """Reads each case in another process until the time is over: how many ended how, and what was found."""
    tried: Counter[str] = Counter()
    found: list[str] = []
    end = time.monotonic() + seconds
    worker = _Worker(find=find)
    for data in cases:
        if seconds and time.monotonic() > end:
            break
        outcome, finding = worker.read(data)
        tried["files tried"] += 1
        tried.update(outcome)
        if finding:
            name = hashlib.sha256(data).hexdigest()[:16]
            found.append(f"{name}: {finding}")
            if save:
                save.mkdir(parents=True, exist_ok=True)
                (save / name).write_bytes(data)
    worker.stop()
    return tried, found


class _Worker:
    """A process that reads files, started anew where one has killed it."""

    def __init__(self, *, find: bool) -> None:
        self._find = find
        self._start()

    def _start(self) -> None:
        self._ours, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=_serve, args=(theirs, self._find), daemon=True)
        self._process.start()
        theirs.close()
        self._ours.recv()  # it is ready

    def read(self, data: bytes) -> tuple[Counter[str], str]:
        """What became of a file: counts by outcome, and a finding or nothing."""
        try:
            self._ours.send_bytes(data)
            if self._ours.poll(LONGEST):
                return self._ours.recv()
            what = f"takes more than {LONGEST:.0f} seconds"
        except (EOFError, ConnectionError):
            self._process.join()
            what = f"the process died ({self._process.exitcode})"
        self.stop()
        self._start()
        return Counter(), what

    def stop(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.join()


def _serve(connection: Connection, find: bool) -> None:
    """Reads files until there are no more: the other side of ``_Worker``."""
    from quotes import Finder

    finder = Finder() if find else None
    if finder:
        list(finder.find_in([Document("a", "“No,” he said.", "")]))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    connection.send("ready")
    while True:
        data = connection.recv_bytes()
        try:
            connection.send((_outcome(data, finder), ""))
        except Exception:
            connection.send((Counter(), traceback.format_exc()))


def _outcome(data: bytes, finder) -> Counter[str]:
    found, again = (list(documents(data, name="case")) for _ in range(2))
    assert list(map(repr, found)) == list(map(repr, again)), "read a second time it is something else"
    assert found, "neither a document nor an error"
    read = [item for item in found if isinstance(item, Document)]
    counts = Counter({"documents read": len(read), "errors told": len(found) - len(read)})
    for error in found:
        assert isinstance(error, Document) or error.hint and "\n" not in f"{error.hint}", f"no line to show: {error!r}"
    short = [document for document in read if len(document.text) <= LONGEST_TEXT][:3]
    if finder and short:
        both = [[quotes for _, quotes in finder.find_in(short)] for _ in range(2)]
        assert both[0] == both[1], "found a second time it is something else"
        for document, quotes in zip(short, both[0]):
            counts["quotes found"] += len(quotes)
            for quote in quotes:
                _check(quote, document)
    return counts


def _check(quote: Quote, document: Document) -> None:
    text = document.text
    assert quote.quote == " … ".join(text[start:end] for start, end in quote.spans), quote
    assert text[:quote.spans[0].start].endswith(quote.prefix), quote
    assert text[quote.spans[-1].end:].startswith(quote.suffix), quote
    for named in filter(None, (quote.cue, quote.speaker)):
        assert all(0 <= start < end <= len(text) for start, end in named.spans), quote


def _cases(contents: Sequence[bytes], *, seed: int) -> Iterator[bytes]:
    """Without end: one of the files, in one of the formats, mutated."""
    chance = random.Random(seed)
    pool = [variant for content in contents for variant in variants(content)]
    while True:
        yield mutated(chance.choice(pool), chance=chance, others=pool)


if __name__ == "__main__":
    main()
