"""The real finder's quotes, kept and found again."""

import json

import pytest
from click.testing import CliRunner

from quotes.archive import found, opened
from quotes.archive.speakers import speakers
from quotes.cli import main
from quotes.finder import Finder
from quotes.reading import read
from tests.paths import CORPUS

ARTICLES = [str(CORPUS / "articles" / f"{name}.txt") for name in ("acts-week", "agency-camps", "agency-dam")]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "news.db"
    assert CliRunner().invoke(main, ["find", *ARTICLES, "--archive", str(path)]).exit_code == 0
    return path


def test_all_that_the_finder_finds_is_kept_word_for_word(path):
    with opened(path) as archive:
        kept = list(found(archive))
    assert kept == [(document, quotes) for document, quotes in Finder().find_in(read(ARTICLES))]
    for document, quotes in kept:
        assert quotes
        for quote in quotes:
            assert " … ".join(document.text[start:end] for start, end in quote.spans) == quote.quote


def test_a_statement_is_found_by_its_words(path):
    result = CliRunner().invoke(main, ["search", "drill suggestion", "--archive", str(path), "--format", "jsonl"])
    (record,) = map(json.loads, result.stdout.splitlines())
    assert record["speaker"]["name"] == "Mara Quell" and record["document"] == ARTICLES[2]


def test_a_minister_in_two_articles_is_one_speaker(path):
    with opened(path) as archive:
        (hale,) = speakers(archive, speaker="torsten hale")
    assert list(hale.documents) == ARTICLES[:2]
