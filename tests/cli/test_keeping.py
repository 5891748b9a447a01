"""``quotes find --archive``."""

import os
from pathlib import Path

import pytest

from quotes.archive import extent, found, opened
from tests.cli import fake
from tests.cli.fake import ARTICLE
from tests.cli.test_find import quotes_in


def test_all_quotes_are_kept_whatever_is_shown(run):
    result = run("find", "articles", "-f", "jsonl", "--speaker", "wilmes", "--archive", "news.db")
    assert quotes_in(result) == ["We agree,"]
    with opened("news.db") as archive:
        assert [(document.name, len(quotes)) for document, quotes in found(archive)] == [
            ("articles/a.txt", 3), ("articles/b.txt", 1)]


def test_the_second_time_the_same_comes_out_without_a_finder(run, monkeypatch):
    first = run("find", "articles", "-f", "jsonl", "--explain", "--archive", "news.db")
    monkeypatch.delattr(fake.module, "Finder")
    again = run("find", "articles", "-f", "jsonl", "--explain", "--archive", "news.db")
    assert (again.exit_code, again.stdout, again.stderr) == (0, first.stdout, "")


def test_only_what_is_new_or_changed_is_searched(run, monkeypatch):
    run("find", "articles", "--archive", "news.db")
    Path("articles/b.txt").write_text("“Never,” said Al Smith.")
    Path("articles/c.txt").write_text("“New,” said Al Smith.")
    searched = []

    def find_in(self, documents, **options):
        return ((searched.append(document.name) or document, [
            fake.quote_at(document, match) for match in fake.QUOTE.finditer(document.text)]) for document in documents)

    monkeypatch.setattr(fake.Finder, "find_in", find_in)
    result = run("find", "articles", "-f", "jsonl", "--archive", "news.db")
    assert quotes_in(result) == ["We agree,", "Nobody knows.", "Never,", "New,"]
    assert searched == ["articles/b.txt", "articles/c.txt"]


@pytest.mark.parametrize("arguments, message", [
    (["-", "--archive", "news.db"], "standard input has no path"),
    (["articles", "--archive", "articles/a.txt"], "not an archive of quotes"),
    (["articles", "--archive", "articles"], "is a folder"),
    (["articles", "--archive", "none/news.db"], "folder exists"),
    (["articles", "--archive", "x.csv", "--output", "./x.csv"], "is the output, too"),
])
def test_a_wrong_archive_is_refused_before_anything_is_done(run, arguments, message):
    result = run("find", *arguments, stdin=ARTICLE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr and len(result.stderr.splitlines()[-1:]) == 1
    assert open("articles/a.txt").read() == ARTICLE and os.listdir() == ["articles"]


def test_documents_that_cannot_be_read_are_not_kept(run):
    open("articles/empty.txt", "w").close()
    assert run("find", "articles", "missing.txt", "--archive", "news.db").exit_code == 1
    with opened("news.db") as archive:
        assert extent(archive).documents == 2
