import csv
import io
import json

import pytest
from click.testing import CliRunner

from quotes.cli import main
from tests.cli import fake


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "quotes.finder", fake.module)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text(
        "“We will close 17 schools in the autumn.” said Ann Lee. Two boats sank in 1907.")
    (tmp_path / "articles/b.txt").write_text("“We will close 17 schools in autumn.” said Ann Lee. “No,” said Bo Dahl.")
    (tmp_path / "claims.csv").write_text("claim,speaker\nWe will close 17 schools in the autumn,Lee\nNo,\nGoats fly,\n")

    def run(*arguments):
        result = CliRunner().invoke(main, arguments, prog_name="quotes")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.mark.parametrize("claim, by, verdict, code", [
    ("We will close 17 schools in the autumn", "Lee", "verbatim", 0),
    ("We will close 19 schools in the autumn", "Lee", "altered", 3),
    ("We will close 17 schools in the autumn", "Bo Dahl", "other-speaker", 3),
    ("Two boats sank in 1907", "", "narration", 3),
    ("Goats fly at night", "", "not-found", 3),
])
def test_a_claim_gets_a_verdict_and_an_exit_code(run, claim, by, verdict, code):
    result = run("verify", claim, "--speaker", by, "articles", "-f", "jsonl")
    assert (json.loads(result.stdout)["verdict"], result.exit_code) == (verdict, code)


def test_a_file_of_claims_gives_a_row_each_in_order(run):
    result = run("verify", "--claims", "claims.csv", "articles", "--format", "csv")
    rows = csv.DictReader(io.StringIO(result.stdout))
    assert [row["verdict"] for row in rows] == ["verbatim", "verbatim", "not-found"]
    assert result.exit_code == 3


def test_the_form_is_that_of_the_outputs_ending(run, tmp_path):
    assert run("verify", "No", "articles", "--output", "out.jsonl").exit_code == 0
    assert json.loads((tmp_path / "out.jsonl").read_text())["verdict"] == "verbatim"


def test_an_article_that_cannot_be_read_is_named_and_the_others_searched(run):
    result = run("verify", "No", "articles", "missing.txt")
    assert result.exit_code == 1
    assert "verbatim" in result.stdout and "missing.txt" in result.stderr


@pytest.mark.parametrize("arguments", [
    [], ["Only a claim"], ["A claim", "articles", "--archive", "news.db"], ["—", "articles"],
    ["--claims", "claims.csv", "--speaker", "Lee", "articles"], ["--claims", "missing.csv", "articles"],
    ["A claim", "--archive", "missing.db"],
])
def test_a_wrong_call_is_refused(run, arguments):
    result = run("verify", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_an_archive_answers_and_tells_of_documents_that_changed(run, tmp_path):
    assert run("find", "articles", "--archive", "news.db").exit_code == 0
    claim = ("verify", "We will close 17 schools in the autumn", "--archive", "news.db")
    assert (run(*claim).exit_code, run(*claim).stderr) == (0, "")
    (tmp_path / "articles/a.txt").write_text("Nothing was said.")
    result = run(*claim)
    assert result.exit_code == 0
    assert "articles/a.txt has changed since it was archived" in result.stderr
    assert "this is the archived text" in result.stdout


def test_compare_groups_what_two_articles_have(run):
    result = run("compare", "articles", "--format", "jsonl")
    assert result.exit_code == 0
    assert [one["how"] for one in json.loads(result.stdout)["variants"]] == ["base", "changed"]
    assert run("compare", "articles", "--speaker", "Dahl").stdout == ""


def test_compare_reads_an_archive_too(run):
    run("find", "articles", "--archive", "news.db")
    assert "2 documents: " in run("compare", "--archive", "news.db").stdout


def test_compare_says_that_there_is_nothing_to_compare(run):
    result = run("compare", "articles/a.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no statement is in more than one" in result.stderr


@pytest.mark.parametrize("arguments", [["compare"], ["compare", "articles", "--archive", "news.db"]])
def test_compare_wants_articles_or_an_archive(run, arguments):
    assert run(*arguments).exit_code == 2
