"""``quotes find --workers N --cache DIR``: the same output whatever they are, and nothing lost with a process."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.interrupts import heeding_ctrl_c
from tests.paths import ROOT

FAKE = [sys.executable, str(ROOT / "tests/cli/fake_search.py"), "find"]
ENV = os.environ | {"PYTHONPATH": str(ROOT)}
FILLING = "It rained. " * 1000
"""A dozen documents of this length are enough to do for more than one process."""


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(15):
        (folder / f"{number:02}.txt").write_text(f"“Words {number}.” {FILLING}", encoding="utf-8")
    return folder


@pytest.fixture
def find(tmp_path):
    def find(*arguments):
        return subprocess.run([*FAKE, *map(str, arguments), "-f", "jsonl"], capture_output=True, cwd=tmp_path,
                              env=ENV | {"SEARCHED": str(tmp_path / "searched")})

    return find


def searched(tmp_path):
    """The texts searched since this was last asked, in no order."""
    path = tmp_path / "searched"
    lines = path.read_text().splitlines() if path.exists() else []
    path.unlink(missing_ok=True)
    return lines


def gone(group, *, within=20):
    """Whether all processes of a group end soon."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def quotes_in(output):
    return [json.loads(line)["quote"] for line in output.splitlines()]


def test_the_output_is_the_same_for_any_number_of_workers(articles, find):
    one, two, three = (find(articles, "--workers", number) for number in (1, 2, 3))
    assert quotes_in(one.stdout) == [f"Words {number}." for number in range(15)]
    assert one.stdout == two.stdout == three.stdout
    assert one.returncode == two.returncode == 0
    assert one.stderr == two.stderr == b""


def test_a_document_that_kills_its_process_twice_is_named_and_the_rest_is_done(articles, find):
    (articles / "07.txt").write_text("DIE " + FILLING)
    done = find(articles, "--workers", 2)
    assert quotes_in(done.stdout) == [f"Words {number}." for number in range(15) if number != 7]
    assert done.returncode == 1
    warning, error = done.stderr.decode().splitlines()
    assert warning.startswith("warning: a worker process ended (killed by SIGKILL)")
    assert error.startswith("error: ") and "07.txt: the process that searched it ended twice" in error
    assert "use fewer workers" in error


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_in_which_the_search_breaks_is_named_and_the_rest_is_done(articles, find, workers):
    (articles / "07.txt").write_text("BREAK " + FILLING)
    done = find(articles, "--workers", workers)
    assert len(quotes_in(done.stdout)) == 14
    assert done.returncode == 1
    assert "07.txt: cannot be searched (ZeroDivisionError: division by zero) (this is a defect" in done.stderr.decode()


def test_ctrl_c_keeps_what_is_done_and_leaves_no_process(articles, tmp_path):
    (articles / "06.txt").write_text("SLOW " + 10 * FILLING)  # too long to be searched together with those before it
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen([*FAKE, str(articles), "--workers", "2", "--output", str(out)], env=ENV,
                               stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heeding_ctrl_c)
    part, deadline = tmp_path / "out.jsonl.part", time.monotonic() + 120
    while not (part.exists() and b"Words 5." in part.read_bytes()) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all processes of the command get it
    assert process.communicate(timeout=30)[1] == b"stopped: 6 of 15 documents done\n"
    assert process.returncode == 130
    assert quotes_in(out.read_text()) == [f"Words {number}." for number in range(6)]
    assert gone(process.pid)


def test_a_second_run_searches_only_what_is_new(articles, find, tmp_path):
    plain = find(articles)
    searched(tmp_path)
    first = find(articles, "--cache", "kept")
    assert len(searched(tmp_path)) == 15
    again = find(articles, "--cache", "kept", "--workers", 3)
    assert searched(tmp_path) == []
    (articles / "99.txt").write_text("“New.”")
    grown = find(articles, "--cache", "kept")
    assert searched(tmp_path) == ["'“New.”'"]
    assert plain.stdout == first.stdout == again.stdout
    assert grown.stdout.startswith(plain.stdout) and quotes_in(grown.stdout)[-1] == "New."


def test_the_same_text_at_another_place_is_found_under_its_own_name(articles, find, tmp_path):
    find(articles, "--cache", "kept")
    searched(tmp_path)
    (tmp_path / "copy.txt").write_bytes(b"\xef\xbb\xbf" + (articles / "03.txt").read_bytes())
    done, plain = find("copy.txt", "--cache", "kept"), find("copy.txt")
    assert len(searched(tmp_path)) == 1  # by the run without a cache
    assert done.stdout == plain.stdout and json.loads(done.stdout)["document"] == "copy.txt"


def test_failures_are_not_kept(articles, find, tmp_path):
    (articles / "07.txt").write_text("BREAK")
    find(articles, "--cache", "kept")
    searched(tmp_path)
    assert find(articles, "--cache", "kept").returncode == 1
    assert searched(tmp_path) == ["'BREAK'"]


def test_two_runs_at_once_share_a_cache(articles, tmp_path):
    runs = [subprocess.Popen([*FAKE, str(articles), "--cache", "kept", "-f", "jsonl"], cwd=tmp_path, env=ENV,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    (first, _), (second, _) = [run.communicate() for run in runs]
    assert first == second and len(quotes_in(first)) == 15
    assert [run.returncode for run in runs] == [0, 0]
    kept = [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    assert len(kept) == 15 and all(path.suffix == ".json" for path in kept)


def test_a_run_that_finds_all_in_the_cache_loads_no_model(articles, find, tmp_path):
    find(articles, "--cache", "kept")
    script = ("import sys\nfrom quotes.cli import main\n"
              f"try: main(['find', {str(articles)!r}, '--cache', 'kept', '-f', 'csv'])\n"
              "except SystemExit as end: print(end.code, 'torch' in sys.modules, 'stanza' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=ENV, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "0 False False"
    assert len(done.stdout.splitlines()) == 17  # with the names of the columns


def test_a_folder_that_cannot_be_a_cache_ends_the_run_before_it_begins(articles, find, tmp_path):
    (tmp_path / "file").touch()
    done = find("no-such-article.txt", articles, "--cache", "file", "--output", "out.jsonl")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == ("Error: cannot use file as a cache: File exists "
                                    "(give a folder that you may write, or leave --cache out)\n")
    assert searched(tmp_path) == [] and not (tmp_path / "out.jsonl").exists()


def test_no_workers_is_a_wrong_call(articles, find):
    done = find(articles, "--workers", 0)
    assert done.returncode == 2 and "--workers" in done.stderr.decode()
