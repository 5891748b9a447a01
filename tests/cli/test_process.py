"""The command line as a process: pipes, Ctrl-C, terminals, time."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotes.running.collecting import THRESHOLDS
from tests.cli.interrupts import heeding_ctrl_c

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, str(ROOT / "tests/cli/fake.py")]
ENV = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm"}


def start(*arguments, **options):
    return subprocess.Popen([*FAKE, *arguments], env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


@pytest.fixture
def articles(tmp_path):
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_text(f"“{'Words ' * 50}{number},” said Jo Smith. " * 4)
    return str(tmp_path)


@pytest.mark.parametrize("form", ["table", "csv", "jsonl", "json"])
def test_a_reader_that_leaves_early_ends_the_run_in_silence(articles, form):
    process = start("find", articles, "--format", form)
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() in (0, 141)


def test_ctrl_c_keeps_what_is_done_and_exits_130(tmp_path):
    (tmp_path / "a.txt").write_text("“Yes,” said Jo Smith.")
    (tmp_path / "b.txt").write_text("SLOW")
    out = tmp_path / "out.json"
    process = start("find", str(tmp_path), "--output", str(out), preexec_fn=heeding_ctrl_c)
    part = Path(f"{out}.part")
    deadline = time.monotonic() + 20
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.communicate()[1] == b"stopped: 1 of 2 documents done\n"
    assert process.returncode == 130
    assert [record["quote"] for record in json.loads(out.read_text())] == ["Yes,"]
    assert not part.exists()


def test_the_output_is_utf_8_whatever_the_locale(tmp_path):
    (tmp_path / "a.txt").write_text("“Ja,” said Zoë Łuk.", encoding="utf-8")
    done = subprocess.run([*FAKE, "find", str(tmp_path), "-f", "csv"], capture_output=True,
                          env=ENV | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    assert "Zoë Łuk" in done.stdout.decode("utf-8")


def test_on_a_terminal_the_progress_is_gone_before_each_section(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("“Yes,” said Jo Smith.")
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*FAKE, "find", str(tmp_path)], env=ENV, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:
        pass  # how Linux says that the other end was closed
    assert process.wait() == 0
    assert b"documents" in seen
    # While it is shown the cursor is hidden (ESC [?25l), and shown again (h) once it is erased.
    before = [part.rpartition(b"\x1b[?25")[2][:1] for part in seen.split(b": 1 quote")[:-1]]
    assert before == [b"h", b"h"]


def test_the_command_line_looks_for_garbage_seldom_and_a_library_leaves_that_to_its_caller():
    code = ("import gc; print(gc.get_threshold()); import quotes; from quotes.cli import main; "
            "print(gc.get_threshold()); main(['models'], standalone_mode=False); print(gc.get_threshold())")
    done = subprocess.run([sys.executable, "-c", code], env=ENV, check=True, capture_output=True, text=True)
    before, imported, *_, called = done.stdout.splitlines()
    assert imported == before and called == str(THRESHOLDS)


def test_help_is_quick():
    times = []
    for _ in range(5):
        start_time = time.perf_counter()
        subprocess.run([sys.executable, "-m", "quotes", "find", "--help"], env=ENV, check=True, capture_output=True)
        times.append(time.perf_counter() - start_time)
    bare = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    # 0.3 s on an idle machine; a busy one also starts Python late.
    assert min(times) < max(0.3, 15 * (time.perf_counter() - bare))
