import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Document
from quotes.showing import writer
from quotes.showing.csv import COLUMNS, original, safe, write
from tests.showing.some import DOCUMENT, NASTY, quote


def rows(*quotes, **options):
    out = io.StringIO(newline="")
    write([(DOCUMENT, quotes)], out, **options)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_the_columns_are_those_of_the_contract():
    assert ",".join(COLUMNS) == (
        "document,speaker,quote,type,act,cue,mention,start,end,confidence,sha256,title,date,outlet,region,page")
    assert rows(quote()) == [{
        "document": "a.txt", "speaker": "Maria Zakharova", "quote": "Yes.", "type": "direct", "act": "speech",
        "cue": "told", "mention": "she", "start": "7", "end": "95", "confidence": "0.97", "sha256": "0" * 64,
        "title": "", "date": "", "outlet": "", "region": "", "page": "",
    }]


def test_where_a_quote_stands_in_its_document_is_told_where_that_is_known():
    [row] = rows(replace(quote(), region="headline", page=3))
    assert (row["region"], row["page"]) == ("headline", "3")


def test_what_is_known_of_the_document_stands_in_each_row():
    out = io.StringIO(newline="")
    document = Document("a.html", "", "0" * 64, title="=Ferry sold", date="2026-03-02", outlet="The Harbour Post")
    write([(document, [quote()])], out)
    [row] = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert (row["title"], row["date"], row["outlet"]) == ("'=Ferry sold", "2026-03-02", "The Harbour Post")


def test_raw_cells_are_as_they_were():
    out = io.StringIO(newline="")
    write([(DOCUMENT, [quote("=1+1", name="@x")])], out, raw=True)
    [row] = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert (row["quote"], row["speaker"]) == ("=1+1", "@x")


def test_raw_is_for_csv_alone():
    with pytest.raises(ValueError, match="csv"):
        writer("jsonl", raw=True)


def test_no_cue_and_no_speaker_are_empty():
    [row] = rows(quote(name=None, cue=None))
    assert row["speaker"] == row["mention"] == row["cue"] == ""


def test_explained_rows_have_the_reason_and_the_speakers_confidence_last():
    plain, told = rows(quote())[0], rows(quote(why="=1+1"), explain=True)[0]
    assert list(told) == [*plain, "why", "speaker_confidence"]
    assert (told["why"], told["speaker_confidence"]) == ("'=1+1", "0.88")
    assert rows(quote(name=None), explain=True)[0]["speaker_confidence"] == ""


@pytest.mark.parametrize("cell", [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\ufeff=1", "\x00=1", "＝1", '=HYPERLINK("x")', "'=1",
])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    assert safe(cell) == f"'{cell}"
    [row] = rows(quote(cell, name=cell, mention=cell, cue=cell, document=cell))
    for column in ("document", "speaker", "quote", "cue", "mention"):
        assert row[column] == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Yes.", "'Tis", "1-1", "a=b", "“=1", "— no", "…", "'quoted'"])
def test_other_cells_are_as_they_were(cell):
    assert safe(cell) == cell


@given(st.text(alphabet=st.one_of(st.sampled_from("'=+-@ \t\r\n\ufeff"), st.characters(blacklist_categories=["Cs"]))))
def test_making_safe_can_be_undone_and_leaves_nothing_to_run(cell):
    assert original(safe(cell)) == cell
    assert not safe(cell).lstrip().startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back_from_its_row(text):
    [row] = rows(quote(text))
    assert original(row["quote"]) == text.encode("utf-8", "backslashreplace").decode()
