import csv
import io
import json
import os

import pytest

from tests.cli import fake
from tests.cli.fake import ARTICLE


def quotes_in(result):
    return [json.loads(line)["quote"] for line in result.stdout.splitlines()]


def test_a_folder_gives_the_speech_in_it_in_order(run):
    result = run("find", "articles", "-f", "jsonl")
    assert result.exit_code == 0
    assert quotes_in(result) == ["We agree,", "Nobody knows.", "No,"]


def test_the_table_is_the_default(run):
    out = run("find", "articles").stdout
    assert "articles/a.txt: 2 quotes" in out and "articles/b.txt: 1 quote\n" in out


def test_csv_and_json_have_the_same_quotes(run):
    rows = csv.DictReader(io.StringIO(run("find", "articles", "--format", "csv").stdout, newline=""))
    records = json.loads(run("find", "articles", "--format", "json").stdout)
    assert [row["quote"] for row in rows] == [record["quote"] for record in records] == ["We agree,", "Nobody knows.", "No,"]


@pytest.mark.parametrize("options, quotes", [
    (["--act", "all"], ["We agree,", "Maybe,", "Nobody knows.", "No,"]),
    (["--act", "thought"], ["Maybe,"]),
    (["--speaker", "wilmes"], ["We agree,"]),
    (["--speaker", "wilmes", "--speaker", "smith"], ["We agree,", "No,"]),
    (["--min-confidence", "0.5"], ["We agree,", "No,"]),
    (["--type", "indirect", "--type", "mixed"], []),
    (["--type", "indirect", "--type", "direct", "--speaker", "Al"], ["No,"]),
])
def test_filters_narrow_what_is_shown(run, options, quotes):
    assert quotes_in(run("find", "articles", "-f", "jsonl", *options)) == quotes


def test_reasons_are_given_only_when_asked_for(run):
    plain = run("find", "articles", "-f", "jsonl").stdout.splitlines()
    told = run("find", "articles", "-f", "jsonl", "--explain").stdout.splitlines()
    assert all("why" not in json.loads(line) for line in plain)
    assert [json.loads(line)["why"] for line in told] == ["marks"] * len(plain)


def test_standard_input_is_a_document_called_dash(run):
    result = run("find", "-", "-f", "jsonl", stdin=ARTICLE)
    assert {json.loads(line)["document"] for line in result.stdout.splitlines()} == {"-"}


def test_documents_that_cannot_be_read_are_named_and_the_rest_is_done(run):
    open("articles/empty.txt", "w").close()
    result = run("find", "missing.txt", "articles", "-f", "jsonl")
    assert result.exit_code == 1
    assert quotes_in(result) == ["We agree,", "Nobody knows.", "No,"]
    errors = result.stderr.splitlines()
    assert [error.split(" (")[0] for error in errors] == [
        "error: missing.txt: no such file or folder", "error: articles/empty.txt: is empty"]


def test_an_empty_folder_is_told_and_needs_no_model(run, monkeypatch):
    monkeypatch.delattr(fake.module, "Finder")
    os.mkdir("empty")
    result = run("find", "empty")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no articles" in result.stderr


def test_no_quotes_is_told_and_is_no_error(run):
    result = run("find", "-", stdin="Nothing was said.")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no quotes found in 1 document\n")
    assert run("find", "-", "--quiet", stdin="Nothing was said.").stderr == ""


def test_a_filter_that_hides_everything_is_told(run):
    assert "none of the 4 quotes" in run("find", "articles", "--speaker", "Nobody").stderr


def test_files_of_other_endings_are_counted_and_with_verbose_named(run):
    open("articles/c.png", "w").close()
    assert "passed over 1 file" in run("find", "articles").stderr
    assert "passed over: articles/c.png" in run("find", "articles", "--verbose").stderr
    assert run("find", "articles", "--quiet").stderr == ""


def test_only_verbose_runs_say_in_which_precision_the_encoder_runs(run):
    told = "the encoder runs in 32-bit floats"
    assert run("find", "articles", "--verbose").stderr.splitlines().count(told) == 1
    assert told not in run("find", "articles").stderr


def test_messages_from_names_are_no_control_codes(run):
    # Not a colour, which click takes out by itself where there is no terminal.
    assert not set("\x08\u202e") & set(run("find", "mis\x08sing\u202e.txt").stderr)


def test_output_goes_to_a_file_in_the_form_of_its_ending(run):
    result = run("find", "articles", "--output", "out.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(json.load(open("out.json"))) == 3
    run("find", "articles", "--output", "out.csv")
    assert open("out.csv", newline="").read().startswith("document,speaker,quote,")
    run("find", "articles", "--output", "out.csv", "--format", "jsonl")
    assert len(open("out.csv").read().splitlines()) == 3
    assert sorted(os.listdir()) == ["articles", "out.csv", "out.json"]


def test_a_run_that_does_nothing_leaves_the_output_as_it_was(run):
    open("out.csv", "w").write("old")
    result = run("find", "articles", "--output", "out.csv", "--package", "nonesuch")
    assert (result.exit_code, result.stderr) == (2, "Error: no package 'nonesuch' (see: quotes models)\n")
    assert open("out.csv").read() == "old"
    assert sorted(os.listdir()) == ["articles", "out.csv"]


def test_an_article_is_not_overwritten(run):
    result = run("find", "articles", "--output", "articles/a.txt")
    assert result.exit_code == 2 and "one of the articles" in result.stderr
    assert open("articles/a.txt").read() == ARTICLE


@pytest.mark.parametrize("arguments, hint", [
    (["fnd"], "Did you mean 'find'?"),
    (["articles"], "Did you mean 'quotes find articles'?"),
    (["find", "articles", "--formt", "csv"], "Did you mean '--format'?"),
    (["find", "articles", "--format", "cvs"], "'table', 'csv', 'jsonl', 'json'"),
    (["find"], "Missing argument 'PATH...'"),
    (["find", "articles", "--min-confidence", "2"], "not in the range"),
    (["find", "articles", "--speaker", " "], "give a name"),
    (["find", "articles", "--output", "no/such/folder/x.csv"], "cannot write"),
    (["find", "articles", "--output", "articles"], "is a directory"),
])
def test_a_wrong_call_says_what_to_do(run, arguments, hint):
    result = run(*arguments)
    assert result.exit_code == 2
    assert hint in result.stderr
