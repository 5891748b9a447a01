#!/usr/bin/env python3
"""Try the archive: that a killed run leaves nothing broken, and that it is quick with many quotes."""

from __future__ import annotations

import os
import platform
import random
import re
import resource
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from quotes.archive import Model, keep, opened
from quotes.data import Cue, Document, Quote, Span, Speaker
from quotes.finder import document_of

ARTICLES = click.argument("articles", type=click.Path(exists=True, path_type=Path))
SEED = click.option("--seed", default=1, show_default=True)


@click.group(help=__doc__)
def main() -> None:
    """The command group."""


@main.command()
@ARTICLES
@click.option("--documents", default=200, show_default=True)
@click.option("--kills", default=20, show_default=True)
@SEED
def kill(articles: Path, documents: int, kills: int, seed: int) -> None:
    """Kill (-9) 'quotes find --archive' at random moments, run it again, and compare with an undisturbed run.

    The documents are paragraphs of ARTICLES. Every other moment is from the whole run, the rest from while it writes.
    """
    moments = random.Random(seed)
    with TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        texts.mkdir()
        for number, text in zip(range(documents), _paragraphs(articles)):
            Path(texts, f"{number:04}.txt").write_text(text, encoding="utf-8")
        archive = Path(folder, "whole.db")
        begun = time.monotonic()
        process = _find(texts, archive)
        waited = _until_written(archive, process)
        process.wait()
        whole, expected = time.monotonic() - begun, contents(archive)
        click.echo(f"undisturbed: {whole:.1f} s, of them {whole - waited:.1f} s writing; {_count(archive)} of "
                   f"{documents} documents, {len(expected['quotes'])} quotes")
        failed = 0
        for number in range(kills):
            archive = Path(folder, f"{number}.db")
            process = _find(texts, archive)
            if number % 2:
                _until_written(archive, process)
            moment = moments.uniform(0, whole - waited if number % 2 else whole)
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.wait()
            there = _count(archive)
            again = _find(texts, archive).wait()
            same = again == 0 and contents(archive) == expected
            failed += not same
            click.echo(f"killed with {there:3} documents archived, run again: {'same' if same else 'NOT THE SAME'}")
    click.echo(f"{kills - failed} of {kills} as the undisturbed run")
    sys.exit(bool(failed))


def contents(archive: Path) -> dict[str, list[tuple]]:
    """All that an archive holds but for times; raises where SQLite finds it damaged."""
    with sqlite3.connect(archive) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        found = {}
        for table in ("models", "documents", "speakers", "quotes"):
            columns = [name for _, name, *_ in file.execute(f"PRAGMA table_info({table})") if not name.endswith("_at")]
            found[table] = file.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id").fetchall()
        for index in ("quotes_fts", "documents_fts"):
            file.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    file.close()
    return found


def _find(texts: Path, archive: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "quotes", "find", texts, "--archive", archive],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _until_written(archive: Path, process: subprocess.Popen[bytes]) -> float:
    """Waits for the first document; gives the seconds that took."""
    begun = time.monotonic()
    while process.poll() is None and not _count(archive):
        time.sleep(0.02)
    return time.monotonic() - begun


def _count(archive: Path) -> int:
    try:
        file = sqlite3.connect(f"{archive.as_uri()}?mode=ro", uri=True)
        try:
            return file.execute("SELECT count(*) FROM current_documents").fetchone()[0]
        finally:
            file.close()
    except sqlite3.OperationalError:
        return 0


def _paragraphs(articles: Path) -> Iterator[str]:
    """Paragraphs without end: the articles', then these again with a number."""
    found = [part for path in sorted(articles.rglob("*.txt")) for part in path.read_text(encoding="utf-8").split("\n\n")
             if len(part.split()) > 20]
    yield from found
    for number in range(1, sys.maxsize):
        yield from (f"{part} ({number})" for part in found)


@main.command()
@ARTICLES
@click.option("--quotes", "count", default=100_000, show_default=True)
@click.option("--repeats", default=5, show_default=True)
@click.option("--keep", "kept", type=click.Path(path_type=Path), help="Make the archive here, or use the one there.")
@SEED
def speed(articles: Path, count: int, repeats: int, kept: Path | None, seed: int) -> None:
    """Time commands on an archive of many quotes, whose words are those of ARTICLES in random order."""
    with TemporaryDirectory() as folder:
        archive = kept or Path(folder, "many.db")
        if not archive.exists():
            begun = time.monotonic()
            _fill(archive, articles, count, random.Random(seed))
            click.echo(f"made in {time.monotonic() - begun:.0f} s")
        click.echo(f"{_machine()}; {count} quotes, {archive.stat().st_size / 1e6:.0f} MB; median of {repeats}")
        click.echo("seconds: whole command, of them computing")
        for arguments in (
            ["search", "the"], ["search", "minister", "water"], ["search", '"of the"'], ["search", "zzz"],
            ["search", "the", "--speaker", "smith"], ["search", "the", "--limit", "0", "--format", "jsonl"],
            ["speakers"],
        ):
            _time([*arguments, "--archive", str(archive)], repeats=repeats)
        for claim in _claims(archive):
            _time(["verify", claim, "--archive", str(archive)], repeats=repeats, codes=(0, 3))  # 3: not as claimed
        _time(["--help"], repeats=repeats)


def _claims(archive: Path) -> list[str]:
    """To verify: the first words of a quote in the archive, these with one changed, and words that nobody said."""
    with sqlite3.connect(archive) as file:
        [quote] = file.execute("SELECT quote FROM quotes ORDER BY id LIMIT 1").fetchone()
    file.close()
    words = quote.split()[:8]
    return [" ".join(words), " ".join([*words[:3], "zzz", *words[4:]]), "zzz zzz zzz zzz"]


def _time(arguments: Sequence[str], *, repeats: int, codes: Sequence[int] = (0,)) -> None:
    whole, computing = [], []
    for _ in range(repeats):
        begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([sys.executable, "-m", "quotes", *arguments], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        whole.append(time.perf_counter() - begun)
        if done.returncode not in codes:
            raise click.ClickException(f"quotes {' '.join(arguments)}: exit code {done.returncode}")
        computing.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    click.echo(f"{statistics.median(whole):6.2f}{statistics.median(computing):6.2f}  quotes {' '.join(arguments[:4])}")


def _fill(path: Path, articles: Path, count: int, chance: random.Random, *, in_one: int = 20) -> None:
    words = re.findall(r"\w+", " ".join(file.read_text(encoding="utf-8") for file in sorted(articles.rglob("*.txt"))))
    capitals = sorted({word for word in words if word.istitle() and len(word) > 3})
    names = [" ".join(chance.choices(capitals, k=2)) for _ in range(count // 20)]
    model = Model("none", "", "archive_trial")
    with opened(path, create=True) as archive:
        for number in range(0, count, in_one):
            document, quotes = _article(number, words, names, chance, quotes=min(in_one, count - number))
            keep(archive, document, quotes, model=model)


def _article(
    number: int, words: Sequence[str], names: Sequence[str], chance: random.Random, *, quotes: int
) -> tuple[Document, list[Quote]]:
    text, places = "", []
    for _ in range(quotes):
        content, name = " ".join(chance.choices(words, k=20)), chance.choice(names)
        places.append((len(text) + 1, content, name))
        text += f"“{content},” said {name}. {' '.join(chance.choices(words, k=20))}.\n\n"
    document = document_of(text, name=f"{number}.txt")
    return document, [
        Quote(document.name, document.sha256, content, "direct", "speech", (Span(start, start + len(content)),),
              Cue("said", (Span(start + len(content) + 3, start + len(content) + 7),)),
              Speaker(name, name, (Span(start + len(content) + 8, start + len(content) + 8 + len(name)),), "person"),
              0.9, text[max(0, start - 32):start], text[start + len(content):start + len(content) + 32])
        for start, content, name in places]


def _machine() -> str:
    try:
        model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()).group(1)
    except (OSError, AttributeError):
        model = platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


if __name__ == "__main__":
    main()
