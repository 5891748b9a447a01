"""Output that cannot be written, or that nobody waits for; names that are no names; terminals."""

import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, str(ROOT / "tests/cli/fake.py")]
ENV = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm"}


def run(*arguments, **options):
    done = subprocess.run([*FAKE, *arguments], env=ENV, stderr=subprocess.PIPE,
                          **({"stdout": subprocess.PIPE} | options))
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("“Yes,” said Jo Smith. " * 2000)
    return str(path)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("form", ["table", "csv", "jsonl", "json"])
def test_a_full_disk_is_one_line(article, form):
    with open("/dev/full", "w") as full:
        done = run("find", article, "-f", form, stdout=full)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"No space left" in done.stderr and b"make room" in done.stderr


def test_a_disk_that_fills_up_leaves_the_old_output(article, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("old")

    def full_after_a_page():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = run("find", article, "-o", str(out), preexec_fn=full_after_a_page)
    assert done.returncode == 2 and b"cannot write" in done.stderr
    assert out.read_text() == "old" and not Path(f"{out}.part").exists()


def test_output_into_a_folder_that_is_not_there_or_read_only_is_one_line(article):
    for place in ("/proc/out.csv", "/no/such/out.csv"):
        done = run("find", article, "-o", place)
        assert done.returncode == 2 and b"cannot write" in done.stderr and done.stdout == b""


def test_a_run_that_is_killed_leaves_the_old_output(tmp_path):
    (tmp_path / "a.txt").write_text("“Yes,” said Jo Smith.")
    (tmp_path / "b.txt").write_text("SLOW")
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    process = subprocess.Popen([*FAKE, "find", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(out)],
                               env=ENV, stderr=subprocess.PIPE)
    part = Path(f"{out}.part")
    deadline = time.monotonic() + 20
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.kill()
    assert b"Traceback" not in process.communicate()[1]
    assert out.read_text() == "old" and json.loads(part.read_text())["quote"] == "Yes,"


def test_a_name_with_a_leading_dash_can_be_given(tmp_path):
    (tmp_path / "-a.txt").write_text("“Yes,” said Jo Smith.")
    assert run("find", "-f", "jsonl", "--", "-a.txt", cwd=tmp_path).returncode == 0


def test_a_name_taken_for_an_option_is_told_how_to_give(tmp_path):
    assert b"./" not in run("find", "-x.txt", cwd=tmp_path).stderr
    (tmp_path / "-x.txt").write_text("“Yes,” said Jo Smith.")
    done = run("find", "-x.txt", cwd=tmp_path)
    assert done.returncode == 2 and b"The file of that name is ./-x.txt" in done.stderr
    assert run("find", "-f", "jsonl", "./-x.txt", cwd=tmp_path).returncode == 0


def test_names_with_bytes_that_are_no_utf_8_are_spelt_out(tmp_path):
    with open(os.fsencode(tmp_path) + b"/a\xff\n.txt", "w") as file:
        file.write("“Yes,” said Jo Smith.")
    done = run("find", str(tmp_path), "-f", "jsonl")
    assert json.loads(done.stdout)["document"].endswith("a\\udcff\n.txt") and done.stdout.count(b"\n") == 1
    os.remove(os.fsencode(tmp_path) + b"/a\xff\n.txt")
    open(os.fsencode(tmp_path) + b"/b\xff\n.txt", "w").close()
    done = run("find", str(tmp_path))
    assert done.stderr.count(b"\n") == 1 and b"is empty" in done.stderr


def test_a_damaged_file_is_one_line_and_the_rest_is_done(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04" + b"x" * 100)
    (tmp_path / "c.txt").write_text("“Yes,” said Jo Smith.")
    done = run("find", str(tmp_path), "-f", "jsonl")
    assert done.returncode == 1 and json.loads(done.stdout)["quote"] == "Yes,"
    assert done.stderr.count(b"\n") == 2 and b"a.pdf" in done.stderr and b"b.docx" in done.stderr


def on_a_terminal(*arguments):
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*FAKE, *arguments], env=ENV, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:
        pass  # how Linux says that the other end was closed
    process.wait()
    return seen.decode()


@pytest.mark.parametrize("arguments", [["text"], ["find"]])
def test_nothing_in_an_article_commands_a_terminal(tmp_path, arguments):
    (tmp_path / "a.txt").write_text(
        "“\x1b]0;owned\x07 Yes \u202eon\u202c \x9b31m,” said Jo\x08 Smith.", encoding="utf-8"
    )
    seen = on_a_terminal(*arguments, str(tmp_path / "a.txt"))
    assert "Yes" in seen
    assert not {"\x1b]", "\x07", "\x9b", "\u202e", "\u202c", "\x08"} & {part for part in (
        "\x1b]", "\x07", "\x9b", "\u202e", "\u202c", "\x08") if part in seen}
