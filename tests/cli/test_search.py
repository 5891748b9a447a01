"""``quotes search`` and ``quotes speakers``."""

import csv
import io
import json
import os

import pytest

from tests.archive.some import document, put, replace

ARTICLES = [
    replace(document("“The dam is safe,” said Inès Osk. “We fear the dam,” thought Al Kay.", name="a.txt"),
            date="2022-03-29", outlet="Kelmark Morgen", title="=Dam"),
    document("“No \x1b[31m dam\u202e,” said Ines Osk. “=dam.”", name="b.txt"),
]


@pytest.fixture
def ask(run):
    put("news.db", *ARTICLES)
    return lambda *arguments: run(*arguments, "--archive", "news.db")


def test_the_words_in_context_a_line_a_quote(ask):
    result = ask("search", "dam")
    assert result.exit_code == 0 and result.stderr == ""
    head, *lines = result.stdout.splitlines()
    assert head.split() == ["Speaker", "Document", "Words"] and len(lines) == 3
    assert "Inès Osk  a.txt (Kelmark Morgen 2022-03-29)  “The dam is safe,” said Inès Osk." in result.stdout
    assert not set("\x1b\u202e") & set(result.stdout)


def test_json_lines_are_those_of_find_with_the_context(ask, run):
    (record,) = map(json.loads, ask("search", "dam", "safe", "-f", "jsonl").stdout.splitlines())
    assert (record["document"], record["quote"], record["spans"], record["date"]) == (
        "a.txt", "The dam is safe,", [[1, 17]], "2022-03-29")
    assert [record["context"]["text"][start:end] for start, end in record["context"]["matches"]] == ["dam", "safe"]


def test_csv_is_that_of_find_with_the_context_and_safe_for_spreadsheets(ask):
    rows = list(csv.DictReader(io.StringIO(ask("search", "dam", "-f", "csv").stdout, newline="")))
    assert {row["quote"] for row in rows} == {"The dam is safe,", "No \x1b[31m dam\u202e,", "'=dam."}
    assert {row["title"] for row in rows} == {"'=Dam", ""} and all("dam" in row["context"] for row in rows)


@pytest.mark.parametrize("arguments, count", [
    (["--act", "all"], 4), (["--act", "thought"], 1), (["--speaker", "ines"], 2),
    (["--speaker", "osk", "--since", "2022"], 1), (["--document", "b.txt"], 2), (["--limit", "0"], 3), (["--since", "2022-03-30"], 0),
])
def test_fewer_quotes_by_options(ask, arguments, count):
    assert len(ask("search", "dam", "-f", "jsonl", *arguments).stdout.splitlines()) == count


def test_what_is_left_out_is_told(ask):
    assert ask("search", "dam", "-n", "2").stderr == "note: only the best 2 are listed (--limit 0 lists all)\n"
    assert ask("search", "dam", "-n", "3").stderr == ""
    assert ask("search", "fear").stderr == "no such quotes in 2 documents (--act all has thoughts, too)\n"
    assert ask("search", "fear", "-s", "osk", "-a", "all").stderr == "no such quotes in 2 documents\n"


@pytest.mark.parametrize("words", ['"', "a AND (", "NEAR/2", "quote:", "*", "%"])
def test_no_words_are_an_error_of_the_database(ask, words):
    result = ask("search", "x", words)
    assert result.exit_code == 0 and result.stdout == ""


def test_the_listing_goes_to_a_file_in_the_form_of_its_ending(ask):
    assert ask("search", "dam", "--output", "x.jsonl").stdout == ""
    assert len(open("x.jsonl").read().splitlines()) == 3


@pytest.mark.parametrize("command", [["search", "dam"], ["speakers"]])
@pytest.mark.parametrize("arguments, message", [
    (["--archive", "none.db"], "nothing is archived there yet"),
    (["--archive", "articles/a.txt"], "not an archive of quotes"),
    ([], "Missing option '--archive'"),
    (["--archive", "news.db", "--since", "yesterday"], "no date such as"),
    (["--archive", "news.db", "--since", "2022-02-30"], "no date such as"),
    (["--archive", "news.db", "--since", "20220229"], "no date such as"),
    (["--archive", "news.db", "--speaker", "-"], "give a name"),
    (["--archive", "news.db", "--output", "news.db"], "is the archive"),
])
def test_a_wrong_call_says_what_to_do(ask, run, command, arguments, message):
    before = open("news.db", "rb").read()
    result = run(*command, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert open("news.db", "rb").read() == before and "none.db" not in os.listdir()


def test_words_without_a_letter_are_refused(ask):
    assert "give a word" in ask("search", "—").stderr


def test_speakers_are_listed_with_all_their_names(ask):
    head, line = ask("speakers").stdout.splitlines()
    assert line.split() == ["2", "2", "Ines", "Osk", "Inès", "Osk", "a.txt,", "b.txt"] or \
        line.split() == ["2", "2", "Inès", "Osk", "Ines", "Osk", "a.txt,", "b.txt"]
    assert head.split() == ["Quotes", "Documents", "Speaker", "Also", "named", "Where"]


def test_speakers_as_json_lines_and_csv(ask):
    records = [json.loads(line) for line in ask("speakers", "-a", "all", "-f", "jsonl").stdout.splitlines()]
    assert records[1] == {"speaker": "Al Kay", "kind": "person", "quotes": 1, "documents": ["a.txt"],
                          "first": "2022-03-29", "last": "2022-03-29", "also": []}
    (row,) = csv.DictReader(io.StringIO(ask("speakers", "-s", "osk", "-f", "csv").stdout))
    assert (row["quotes"], row["documents"], row["where"]) == ("2", "2", "a.txt; b.txt")


def test_speakers_that_are_left_out_are_told(ask):
    assert ask("speakers", "-a", "all", "-n", "1").stderr == (
        "note: only 1 of 2 speakers are listed (--limit 0 lists all)\n")
    assert ask("speakers", "-s", "Nobody").stderr == "nobody is quoted there as asked for\n"
