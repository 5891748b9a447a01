import subprocess
import sys
import time
from pathlib import Path

from benchmark import _repeated, _texts
from benchmarking.stages import Clock

SCRIPT = Path(__file__).parents[2] / "scripts" / "benchmark.py"


def test_each_stage_is_charged_with_the_processor_time_of_its_work():
    def work(seconds):
        begun = time.process_time()
        while time.process_time() - begun < seconds:
            pass
        return seconds

    clock = Clock()
    assert clock.timing("encode", work)(0.02) == 0.02
    clock.timing("encode", work)(0.01)
    clock.timing("trees", work)(0.0)
    assert 0.03 <= clock.spent["encode"] < 0.3 and clock.spent["trees"] < clock.spent["encode"]


def test_texts_are_repeated_until_there_are_enough_words():
    assert list(_repeated(["one two", "three"], 5)) == ["one two", "three", "one two"]


def test_texts_come_from_a_folder_or_a_json_lines_file(tmp_path):
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "articles.jsonl").write_text('{"text": "only"}\n\n')
    assert list(_texts(tmp_path)) == ["first", "second"]
    assert list(_texts(tmp_path / "articles.jsonl")) == ["only"]


def test_the_script_says_what_it_measures():
    run = subprocess.run([sys.executable, str(SCRIPT), "--help"], capture_output=True, text=True, check=True)
    assert "textacy" in run.stdout and "--linear" in run.stdout
