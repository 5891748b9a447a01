"""``quotes text`` prints what the offsets of quotes point into."""

import hashlib

import pytest
from click.testing import CliRunner

from quotes.cli import main
from tests.reading import made


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes("\ufeff“Yes,”\r\nsaid Jo.".encode())
    (tmp_path / "a.html").write_text(made.page(), encoding="utf-8")
    (tmp_path / "a.zip").write_bytes(made.zipped({"in/b.txt": b"In it.", "c.jsonl": made.jsonl({"text": "Row."})}))
    (tmp_path / "rows.jsonl").write_bytes(made.jsonl({"text": "One."}, {"text": "Two."}, {"text": ""}))
    return lambda *arguments: CliRunner().invoke(main, ["text", *arguments], prog_name="quotes")


@pytest.mark.parametrize("name, text", [
    ("a.txt", "“Yes,”\r\nsaid Jo."), ("a.html", f"Ferry to be sold\n\n{made.TEXT}"), ("a.zip/in/b.txt", "In it."),
    ("a.zip/c.jsonl:1", "Row."), ("rows.jsonl:2", "Two."),
])
def test_the_text_is_printed_exactly(run, name, text):
    result = run(name)
    assert (result.exit_code, result.stdout_bytes.decode()) == (0, text)


def test_its_sum_is_printed_as_other_tools_do(run):
    assert run("rows.jsonl:2", "--hash").stdout == f"{hashlib.sha256(b'Two.').hexdigest()}  rows.jsonl:2\n"


@pytest.mark.parametrize(
    "name, what",
    [
        ("rows.jsonl", "several documents"),
        ("rows.jsonl:9", "no such document"),
        ("rows.jsonl:3", "has nothing in the column"),
        ("none.txt", "no such file"),
        ("a.zip/none.txt", "no such document"),
    ],
)
def test_what_is_no_document_is_one_line(run, name, what):
    result = run(name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert what in result.stderr and result.stderr.count("\n") == 1
