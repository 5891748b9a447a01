import pytest

from quotes.archive import Model, archived, opened
from quotes.data import Document
from quotes.verifying import Claim
from quotes.verifying.archived import since_archived, verify_in
from tests.verifying.corpus import article

SAID = "⟦Ann Lee|“The harbour needs a new wall before winter.”⟧ said Ann Lee."
TOLD = "⟦Bo Dahl|that nobody had paid⟧, said Bo Dahl. Two boats sank in 1907."


@pytest.fixture
def archive(tmp_path):
    found = []
    for name, said in (("a.txt", SAID), ("b.txt", TOLD)):
        document, quotes = article(said, name=str(tmp_path / name), date="2022-03-29")
        (tmp_path / name).write_text(document.text)
        found.append((document, quotes))
    path = tmp_path / "news.db"
    with opened(path, create=True) as file:
        list(archived(file, [document for document, _ in found], model=Model("m", "0", "1"),
                      find_in=lambda documents: [pair for document in documents for pair in found
                                                 if pair[0] is document]))
    with opened(path) as file:
        yield file


@pytest.mark.parametrize("claim, by, verdict", [
    ("The harbour needs a new wall before winter", "Lee", "verbatim"),
    ("The harbour needs 2 new walls before winter", "Lee", "altered"),
    ("Two boats sank in 1907", "", "narration"), ("nobody had paid", "Dahl", "reported"),
    ("Goats are cheap", "", "not-found"),
])
def test_a_claim_is_verified_by_what_is_archived(archive, claim, by, verdict):
    found = verify_in(archive, Claim(claim, by))
    assert (found.verdict, found.searched.documents, found.searched.first) == (verdict, 2, "2022-03-29")


@pytest.mark.parametrize("change, told", [
    (lambda path: None, ""), (lambda path: path.write_text("⟦" + path.read_text()), "changed"),
    (lambda path: path.unlink(), "gone"),
])
def test_evidence_in_a_document_that_changed_says_so_and_stays_where_it_was(archive, tmp_path, change, told):
    change(tmp_path / "a.txt")
    found = verify_in(archive, Claim("The harbour needs a new wall before winter"))
    assert (found.verdict, found.evidence[0].changed) == ("verbatim", told)
    assert found.evidence[0].text == "The harbour needs a new wall before winter."


@pytest.mark.parametrize("place", ["-", "https://example.org/a"])
def test_what_cannot_be_looked_at_again_is_not_said_to_have_changed(place):
    assert since_archived(place, Document(place, "", "0" * 64)) == ""
