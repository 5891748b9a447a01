"""Who was quoted how often, and where."""

import pytest

from quotes.archive import opened
from quotes.archive.speakers import Quoted, speakers
from tests.archive.some import document, put, replace

ARTICLES = [
    replace(document("“A,” said Inès Osk. “B,” said Inès Osk. “C,” thought Inès Osk. “D.”", name="a.txt"),
            date="2022-03-29"),
    document("“A,” said Ines Osk. “B,” said Al Kay; Inès Osk.", name="b.txt"),
    replace(document("“A,” said Al Kay.", name="c.txt"), date="2021"),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "news.db"
    put(path, document("“Old,” said Al Kay.", name="a.txt"))
    put(path, *ARTICLES)
    with opened(path) as archive:
        yield archive


def test_the_most_quoted_come_first_with_all_their_names_and_documents(archive):
    assert speakers(archive) == [
        Quoted("Inès Osk", "person", 5, ("a.txt", "b.txt"), "2022-03-29", "2022-03-29", ("Ines Osk",)),
        Quoted("Al Kay", "person", 2, ("b.txt", "c.txt"), "2021", "2021", ()),
    ]


@pytest.mark.parametrize("options, found", [
    ({"acts": ["speech"]}, [("Inès Osk", 4), ("Al Kay", 2)]),
    ({"speaker": "ines"}, [("Inès Osk", 5)]),
    ({"since": "2022"}, [("Inès Osk", 3)]),
    ({"document": "c.txt"}, [("Al Kay", 1)]),
    ({"document": "nowhere"}, []),
])
def test_only_quotes_that_are_asked_for_count(archive, options, found):
    assert [(quoted.name, quoted.quotes) for quoted in speakers(archive, **options)] == found


def test_the_fullest_name_stands_for_all(tmp_path):
    put(tmp_path / "news.db", document("“A,” said John F Kay. “B,” said John Kay. “C,” said John Kay.", name="a.txt"))
    with opened(tmp_path / "news.db") as archive:
        (quoted,) = speakers(archive)
    assert (quoted.name, quoted.quotes, quoted.also) == ("John F Kay", 3, ("John Kay",))
