"""Searching an archive."""

import pytest

from quotes.archive import opened, search
from tests.archive.some import document, put, replace

ARTICLES = [
    replace(document("“The dam is safe,” said Inès Wilmarth. “We fear the dam,” thought Al Smith.", name="one/a.txt"),
            date="2022-03-29", title="Dam safe"),
    replace(document("“No dam,” said Al Smith. “The dam, the dam, the dam!”", name="two/b.txt"),
            outlet="Kelmark Morgen"),
    replace(document("“Dam and mayor,” said Al Smith.", name="two/c.txt"), date="2021-01-02T10:00"),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "news.db"
    put(path, document("“Old dam,” said Al Smith.", name="one/a.txt"))
    put(path, *ARTICLES)
    with opened(path) as archive:
        yield archive


def words(archive, query, **options):
    return {hit.quote.quote for hit in search(archive, query, **options)}


@pytest.mark.parametrize("query, options, found", [
    ("dam safe", {}, {"The dam is safe,"}),
    ("safe dam", {}, {"The dam is safe,"}),
    ('"dam is"', {}, {"The dam is safe,"}),
    ('"safe dam"', {}, set()),
    ("saf*", {}, {"The dam is safe,"}),
    ("dam", {"acts": ["thought"]}, {"We fear the dam,"}),
    ("dam", {"speaker": "ines"}, {"The dam is safe,"}),
    ("dam", {"speaker": "smith", "acts": ["speech"]}, {"No dam,", "Dam and mayor,"}),
    ("dam", {"document": "A.TXT", "acts": ["speech"]}, {"The dam is safe,"}),
    ("dam", {"document": "morgen"}, {"No dam,", "The dam, the dam, the dam!"}),
    ("dam", {"document": "dam safe", "acts": ["speech"]}, {"The dam is safe,"}),
    ("dam", {"document": "%"}, set()),
    ("dam", {"since": "2021-01-02"}, {"The dam is safe,", "We fear the dam,", "Dam and mayor,"}),
    ("dam", {"since": "2021-01-03"}, {"The dam is safe,", "We fear the dam,"}),
    ("old", {}, set()),
    ("—", {}, set()),
])
def test_all_of_the_words_among_the_quotes_asked_for(archive, query, options, found):
    assert words(archive, query, **options) == found


def test_the_best_come_first_and_no_more_than_asked_for(archive):
    hits = search(archive, "dam")
    assert hits[0].quote.quote == "The dam, the dam, the dam!" and len(hits) == 5
    assert search(archive, "dam", limit=2) == hits[:2]


def test_a_hit_has_its_document_and_the_words_in_context(archive):
    (hit,) = search(archive, "SÀFE")
    assert hit.document == ARTICLES[0] and hit.quote.document == "one/a.txt"
    (match,) = hit.excerpt.matches
    assert hit.excerpt.text[match.start:match.end] == "safe"
    assert "said Inès" in hit.excerpt.text  # from beyond the quote
