"""Full-text queries from any words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.archive import candidates, opened, passages
from quotes.archive.matching import all_of, any_of
from tests.archive.some import document, put

ARTICLES = (
    document("“The water of the Orrin is safe,” said Inès Wilmarth. “The water?”", name="a.txt"),
    document("The mayor said nothing. “The dam holds,” said Al Smith.", name="b.txt"),
    document("Wilmarth left. “Behaviour,” said Jo Kay.", name="c.txt"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "news.db"
    put(path, document("“Old water,” said Al Smith.", name="a.txt"))
    put(path, *ARTICLES)
    with opened(path) as archive:
        yield archive


def quoted(archive, *words, **options):
    return [quote.quote for _, quote in candidates(archive, words, **options)]


@given(st.text() | st.text(alphabet="ab\"'*():^-+{}\0 NOTANDORNEAR"))
def test_any_text_may_be_looked_for(archive, text):
    for query in (all_of(text), any_of([text]), any_of(text.split())):
        if query:
            archive.execute("SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH ?", [query]).fetchall()


@pytest.mark.parametrize("words, query", [
    ("water dam", '"water" "dam"'),
    ('the "Orrin Dam" holds', '"the" "Orrin Dam" "holds"'),
    ('an "open phrase', '"an" "open phrase"'),
    ("minist* of", '"minist"* "of"'),
    ("NOT water - OR *", '"NOT" "water" "OR"'),
    ("quote:water^2", '"quote:water^2"'),
    ('"" --', ""),
])
def test_words_are_words_and_never_operators(words, query):
    assert all_of(words).replace('*"', '"') == query


def test_candidates_have_any_of_the_words_the_best_first_and_only_current_ones(archive):
    assert quoted(archive, "water", "dam", "orrin")[-1] == "The water?"
    assert set(quoted(archive, "water", "dam", "orrin")) == {
        "The water of the Orrin is safe,", "The water?", "The dam holds,"}
    assert quoted(archive, "the", "dam", limit=1) == ["The dam holds,"]
    assert quoted(archive, "nothing", '"', "") == [] == quoted(archive)


def test_candidates_of_a_document_share_it(archive):
    (one, _), (other, _) = candidates(archive, ["water"])
    assert one is other and one == ARTICLES[0]


def test_accents_and_case_do_not_count(archive):
    assert [known.name for known in passages(archive, ["INES"])] == ["a.txt"]


def test_passages_are_documents_whose_text_has_the_words_in_a_quote_or_not(archive):
    assert [known.name for known in passages(archive, ["mayor", "wilmarth", "mayor"])] == ["b.txt", "c.txt", "a.txt"]
    assert len(passages(archive, ["the"], limit=1)) == 1
