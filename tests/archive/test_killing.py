"""Runs that are killed, and runs at the same time: the command line as processes, with a finder that needs no model."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archive_trial import contents

from quotes.archive import found, opened

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, str(ROOT / "tests/cli/fake.py"), "find", "articles", "--format", "csv", "--archive"]
ENV = os.environ | {"PYTHONPATH": str(ROOT)}


def start(archive):
    return subprocess.Popen([*FAKE, archive], env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.fixture
def articles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkdir("articles")
    for number in range(60):
        Path(f"articles/{number:03}.txt").write_text("“Yes,” said Al Smith. " * 20 + f"“{number},” said Jo {number}.")


def documents_in(archive):
    try:
        with sqlite3.connect(f"file:{archive}?mode=ro", uri=True) as file:
            return file.execute("SELECT count(*) FROM current_documents").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_a_run_that_was_killed_and_run_again_gives_the_same_archive(articles):
    assert start("whole.db").wait() == 0
    chance, cut = random.Random(1), set()
    for number, least in enumerate([0, 1, 1, 1]):
        archive = f"{number}.db"
        process = start(archive)
        while documents_in(archive) < least and process.poll() is None:
            pass
        time.sleep(chance.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        cut.add(documents_in(archive))
        assert start(archive).wait() == 0
        assert contents(Path(archive)) == contents(Path("whole.db"))
    assert cut - {0, 60}, "no run was killed while it wrote"


def test_runs_at_the_same_time_give_the_archive_of_one(articles):
    runs = [start("both.db") for _ in range(3)]
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 3
    start("one.db").wait()

    def quoted(archive):
        with opened(archive) as file:
            return list(found(file))

    assert quoted("both.db") == quoted("one.db") and len(quoted("one.db")) == 60
    contents(Path("both.db"))
    with sqlite3.connect("both.db") as file:
        assert file.execute("SELECT count(*) FROM documents").fetchone() == (60,)
