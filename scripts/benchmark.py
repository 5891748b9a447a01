#!/usr/bin/env python3
"""Measure speed and memory on ARTICLES, a folder of .txt files or a JSON Lines file with ``text``.

This finder, with one worker and with one for each core, and textacy's on spaCy's small model in one thread, in the
same call: runs alternate, each in a process of its own, and medians are shown. Words are runs of letters and digits; start-up
(imports, loading the model, a first short text) is timed apart and left out of words per second.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import click
from benchmarking.finders import Run, timed

WORD = re.compile(r"\w+")


@click.command(help=__doc__)
@click.argument("articles", type=click.Path(exists=True, path_type=Path))
@click.option("--repeats", default=5, show_default=True, help="Runs of each finder.")
@click.option("--workers", default=os.cpu_count(), show_default="the cores", help="Workers of the run on all cores.")
@click.option("--stages/--no-stages", default=True, show_default=True, help="Show where the time goes.")
@click.option("--linear", "largest", metavar="WORDS", type=int,
              help="Only show how time grows: the articles over and over, up to this many words.")
def main(articles: Path, repeats: int, workers: int, stages: bool, largest: int | None) -> None:
    texts = list(_texts(articles))
    if largest:
        return _grow(texts, largest)
    with tempfile.TemporaryDirectory() as name:
        folder, words = Path(name), _write(texts, Path(name))
        click.echo(f"{len(texts)} articles, {words} words, medians of {repeats} alternating runs; "
                   "by cpu: the ratio of processor times")
        kinds = [("quotes", 1), *([("quotes", workers)] if workers > 1 else []), ("textacy", 1)]
        runs: dict[tuple[str, int], list[Run]] = {kind: [] for kind in kinds}
        for _ in range(repeats):
            for kind in kinds:
                runs[kind].append(timed(kind[0], folder, workers=kind[1]))
        _compare(runs, words)
        click.echo(f"start to first row: {statistics.median(_first_row(folder) for _ in range(repeats)):.1f} s, "
                   f"--help: {statistics.median(_help() for _ in range(repeats)):.2f} s")
        if stages:
            _stages(folder, words)


def _compare(runs: dict[tuple[str, int], list[Run]], words: int) -> None:
    def median(kind: tuple[str, int], part: str) -> float:
        return statistics.median(getattr(run, part) for run in runs[kind])

    click.echo(f"{'':12}{'workers':>8}{'words/s':>9}{'slowest':>9}{'fastest':>9}{'/ textacy':>11}{'by cpu':>9}"
               f"{'start s':>9}{'peak MB':>9}{'rows':>7}")
    peer, peer_processor = median(("textacy", 1), "work"), median(("textacy", 1), "processor")
    for kind, of_kind in runs.items():
        speeds = [words / run.work for run in of_kind]
        click.echo(f"{kind[0]:12}{kind[1]:8}{statistics.median(speeds):9.0f}{min(speeds):9.0f}{max(speeds):9.0f}"
                   f"{peer / median(kind, 'work'):11.2f}{peer_processor / median(kind, 'processor'):9.2f}"
                   f"{median(kind, 'start'):9.1f}"
                   f"{max(run.memory for run in of_kind):9.0f}{of_kind[0].rows:7}")


def _stages(folder: Path, words: int) -> None:
    from benchmarking.stages import stage_times

    spent = stage_times(folder)
    total = sum(spent.values())
    click.echo(f"one thread, processor time: {words / total:.0f} words/s")
    for stage, seconds in spent.items():
        click.echo(f"{stage:12}{seconds:8.2f} s{1e6 * seconds / words:8.1f} µs a word{seconds / total:7.0%}")


def _grow(texts: Sequence[str], largest: int) -> None:
    """Words a second for more and more articles, and for one longer and longer document."""
    click.echo(f"{'words':>9}{'as articles':>14}{'one document':>14}   words/s, one worker")
    for size in (largest // 100, largest // 10, largest):
        many = list(_repeated(texts, size))
        speeds = []
        for form in (many, ["\n\n".join(many)]):
            with tempfile.TemporaryDirectory() as name:
                words = _write(form, Path(name))
                speeds.append(words / timed("quotes", Path(name), workers=1).work)
        click.echo(f"{words:9}{speeds[0]:14.0f}{speeds[1]:14.0f}")


def _repeated(texts: Sequence[str], size: int) -> Iterator[str]:
    """The texts over and over, up to ``size`` words."""
    words = 0
    for text in cycle(texts):
        yield text
        words += len(WORD.findall(text))
        if words >= size:
            return


def _first_row(folder: Path) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "quotes", "find", str(folder), "--format", "jsonl", "--workers", "1", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        taken = time.perf_counter() - begun
        process.kill()
    return taken


def _help() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "quotes", "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _write(texts: Sequence[str], folder: Path) -> int:
    """Write each text to a file of its own; how many words they have."""
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return sum(len(WORD.findall(text)) for text in texts)


def _texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        yield from (file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt")))
    else:
        yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


if __name__ == "__main__":
    main()
