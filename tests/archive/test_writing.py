"""Putting documents into an archive, again and again."""

from dataclasses import fields

import pytest

from quotes.archive import Model, archived, documents, found, keep, opened, quotes_of
from quotes.data import Cue, Document, Quote, Span, Speaker
from tests.archive.some import MODEL, document, find_in, nothing_new, put, replace

YES = document("“Yes,” said Al Smith.", name="yes.txt")
NO = document("“No,” said Zoë Łuk. “Maybe,” thought Jo Kay. “Never.”", name="no.txt")
LATER = document("“Yes and no,” said Al Smith.", name="yes.txt")

WHOLE = Quote("full.pdf", "1" * 64, "“A … B”", "mixed", "thought", (Span(1, 4), Span(6, 8)),
              Cue("told", (Span(9, 12),)), Speaker("Zoë", "she", (Span(14, 17), Span(20, 21)), "group", 0.25, "pronoun"), 0.5, "before", "after",
              "a cue", "headline", 3)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.db"


def rows(path, sql):
    with opened(path) as archive:
        return archive.execute(sql).fetchall()


def everything(path):
    with opened(path) as archive:
        return list(found(archive))


def test_what_is_kept_is_given_back_whole(path):
    report = Document("full.pdf", "x“A said B” — ".ljust(40, "."), "1" * 64, "Title", "2022-03-29", "Outlet", "Author",
                      (0, 5), "2" * 64)
    inner = replace(WHOLE, quote="B”", spans=(Span(6, 8),), cue=None, speaker=None, within=WHOLE)
    for value in (report, WHOLE):  # or a field that was added since might get lost
        assert all(getattr(value, field.name) != field.default for field in fields(value) if field.name != "within")
    with opened(path, create=True) as archive:
        keep(archive, report, [inner, WHOLE], model=MODEL)
    assert everything(path) == [(report, [inner, WHOLE])]


def test_documents_come_in_the_order_given_whether_known_or_not(path):
    put(path, YES, replace(YES, name="b.txt"))
    other = document("“New,” said Al Smith.", name="a.txt")
    given = [replace(YES, name="b.txt"), NO, YES, other]
    assert put(path, *given) == list(find_in(given))


def test_what_is_unchanged_is_not_searched_again(path):
    first = put(path, YES, NO)
    assert put(path, YES, NO, find_in=nothing_new) == first
    assert rows(path, "SELECT count(*) FROM documents") == [(2,)]


def test_a_changed_document_is_replaced_and_its_old_version_kept(path):
    put(path, YES, NO)
    put(path, LATER, NO)
    assert [(known.text, len(quotes)) for known, quotes in everything(path)] == [(NO.text, 3), (LATER.text, 1)]
    assert rows(path, "SELECT text, superseded_at IS NULL, quote FROM documents "
                      "JOIN quotes ON document_id = documents.id WHERE path = 'yes.txt' ORDER BY documents.id") == [
        (YES.text, 0, "Yes,"), (LATER.text, 1, "Yes and no,")]
    assert rows(path, "SELECT quote FROM current_quotes WHERE document = 'yes.txt'") == [("Yes and no,",)]


def test_a_document_that_is_again_as_it_was_is_a_version_of_its_own(path):
    for version in (YES, LATER, YES):
        put(path, version)
    assert rows(path, "SELECT text, superseded_at IS NULL FROM documents ORDER BY id") == [
        (YES.text, 0), (LATER.text, 0), (YES.text, 1)]


@pytest.mark.parametrize("model", [
    Model("default", "0" * 64, "quotes 0"), Model("embedded", "1" * 64, "quotes 0"),
    Model("embedded", "0" * 64, "quotes 1"),
])
def test_another_model_or_program_searches_again(path, model):
    put(path, YES)
    asked = []
    put(path, YES, model=model, find_in=lambda documents: find_in(asked.append(one) or one for one in documents))
    assert asked == [YES]
    assert len(everything(path)) == 1


@pytest.mark.parametrize("change", [
    {"date": "2022-03-29"}, {"text": "“Other column,” said Al Smith.", "text_sha256": "3" * 64}])
def test_another_reading_of_the_same_bytes_is_another_version(path, change):
    put(path, YES)
    put(path, replace(YES, **change))
    assert [known for known, _ in everything(path)] == [replace(YES, **change)]


def test_files_of_the_same_name_in_other_folders_are_other_documents(path, tmp_path, monkeypatch):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        put(path, YES)
    assert len(everything(path)) == 2
    # By another name it is the same one, and comes under the name it was asked for.
    ((known, (quote,)),) = put(path, replace(YES, name="../two/yes.txt"), find_in=nothing_new)
    assert known.name == quote.document == "../two/yes.txt"


def test_an_address_is_a_place_of_its_own(path, tmp_path, monkeypatch):
    page = replace(YES, name="https://example.org/yes")
    put(path, page)
    monkeypatch.chdir(tmp_path)
    assert put(path, page, find_in=nothing_new)


def test_what_the_finder_leaves_out_is_not_archived(path):
    def skipping(documents):
        return ((one, quotes) for one, quotes in find_in(documents) if one != NO)

    known, last = replace(YES, name="known.txt"), replace(YES, name="last.txt")
    put(path, known)
    assert [one.name for one, _ in put(path, YES, NO, known, last, find_in=skipping)] == [
        "yes.txt", "known.txt", "last.txt"]
    assert [one.name for one, _ in put(path, YES, NO, last)] == ["yes.txt", "no.txt", "last.txt"]


def test_a_document_is_there_with_all_its_quotes_or_not_at_all(path):
    put(path, YES)
    with opened(path, create=True) as archive, pytest.raises(KeyError):
        keep(archive, LATER, [replace(WHOLE, within=replace(WHOLE, quote="not among them"))], model=MODEL)
    assert [known for known, _ in everything(path)] == [YES]
    assert rows(path, "SELECT count(*) FROM documents") == [(1,)]


def test_what_another_run_was_quicker_with_is_not_kept_twice(path):
    with opened(path, create=True) as one, opened(path, create=True) as other:
        slow = archived(one, [YES], model=MODEL, find_in=lambda documents: list(find_in(list(documents))))
        put(path, YES)
        list(slow)
        keep(other, YES, [], model=MODEL)
    assert rows(path, "SELECT count(*), (SELECT count(*) FROM quotes) FROM documents") == [(1, 1)]


def test_a_speaker_of_several_documents_is_one_row(path):
    put(path, YES, document("“No,” said Al Smith. “Nor I,” said Al Smith.", name="b.txt"))
    assert rows(path, "SELECT name, kind FROM speakers") == [("Al Smith", "person")]


def test_text_that_is_no_unicode_is_kept_without_moving_offsets(path):
    odd = document("\ud800“Yes,” said Al\udcff Smith.".encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    odd = replace(odd, text="\ud800“Yes,” said Al Smith.", name="bad\udcff.txt")
    put(path, odd)
    ((known, (quote,)),) = everything(path)
    assert known.text == "\ufffd“Yes,” said Al Smith." and known.name == "bad\\udcff.txt"
    assert [known.text[start:end] for start, end in quote.spans] == [quote.quote]
    assert put(path, odd, find_in=nothing_new)[0][0].name == odd.name


def test_a_document_without_quotes_is_kept_too(path):
    silent = document("Nothing was said.")
    put(path, silent)
    with opened(path) as archive:
        assert list(documents(archive)) == [silent] and quotes_of(archive, silent) == []
