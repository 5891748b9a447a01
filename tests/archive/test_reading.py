"""What is in an archive, as others of this program take it."""

import pytest

from quotes.archive import Extent, documents, extent, found, location, opened, quotes_of, reading
from tests.archive.some import document, find_in, put, replace

ARTICLES = [
    document("“Yes,” said Al Smith. “No,” said Jo Kay.", name="a.txt"),
    replace(document("“Maybe,” thought Al Smith.", name="b.txt"), date="2022-03-29", outlet="Kelmark Morgen"),
    replace(document("Nothing.", name="c.txt"), date="2021"),
]


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put("news.db", ARTICLES[2], document("“Old,” said Al Smith.", name="a.txt"))
    put("news.db", *ARTICLES)
    with opened("news.db") as archive:
        yield archive


def test_all_documents_by_path_with_their_quotes(archive, monkeypatch):
    assert list(documents(archive)) == ARTICLES
    for at_once in (1, 2, 100):
        monkeypatch.setattr(reading, "AT_ONCE", at_once)
        assert list(found(archive)) == list(find_in(ARTICLES))


def test_the_quotes_of_a_document(archive):
    assert [quotes_of(archive, one) for one in ARTICLES] == [quotes for _, quotes in find_in(ARTICLES)]
    assert quotes_of(archive, document("“Else,” said Al Smith.")) == []


def test_where_a_document_was_read_is_known_in_any_folder(archive, tmp_path, monkeypatch):
    monkeypatch.chdir("/")
    assert location(archive, ARTICLES[0]) == str(tmp_path / "a.txt")
    assert location(archive, document("Unknown.", name="x.txt")) == "x.txt"


def test_how_much_there_is_counts_only_what_is_current(archive):
    assert extent(archive) == Extent(documents=3, quotes=3, first="2021", last="2022-03-29")


def test_an_archive_may_be_empty(tmp_path):
    put(tmp_path / "empty.db")
    with opened(tmp_path / "empty.db") as archive:
        assert extent(archive) == Extent(0, 0, "", "") and list(found(archive)) == []
