import csv
import io
import json

import pytest

from quotes.showing.verdicts import COLUMNS, write
from quotes.verifying import Claim, prepare, verify
from tests.verifying.corpus import article

SAID = article("⟦Ann Lee|“We will close 17 schools in the autumn.”⟧ said Ann Lee.", outlet="The Echo",
               date="2022-03-29")


def checked(words, by=""):
    return verify(Claim(words, by), prepare([SAID]))


def written(form, *claims, width=None):
    out = io.StringIO()
    write([checked(*claim) for claim in claims], form, out, width=width)
    return out.getvalue()


def test_json_lines_have_the_stable_keys():
    (line,) = written("jsonl", ("We will close 19 schools in the autumn", "Lee")).splitlines()
    found = json.loads(line)
    assert list(found) == ["claim", "speaker", "verdict", "changes", "evidence"]
    assert found["changes"] == [{"kind": "number", "claim": "19", "source": "17"}]
    (one,) = found["evidence"]
    assert list(one) == ["document", "sha256", "spans", "quote", "speaker", "type", "prefix", "suffix", "score",
                         "outlet", "date"]
    ((start, end),) = one["spans"]
    assert SAID[0].text[start:end] == one["quote"] == "We will close 17 schools in the autumn."
    assert (one["speaker"], one["type"], one["outlet"], one["date"]) == ("Ann Lee", "direct", "The Echo", "2022-03-29")


def test_what_is_not_found_says_where_was_looked():
    found = json.loads(written("jsonl", ("Goats fly at night",)))
    assert found["searched"] == {"documents": 1, "first": "2022-03-29", "last": "2022-03-29"}
    assert "not found in 1 document of 2022-03-29" in written("table", ("Goats fly at night",))


def test_csv_has_a_row_a_claim_in_order():
    table = written("csv", ("Goats fly",), ("We will close 17 schools in the autumn",))
    rows = list(csv.DictReader(io.StringIO(table)))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["verdict"] for row in rows] == ["not-found", "verbatim"]
    assert (rows[1]["said_by"], rows[1]["start"], rows[1]["date"]) == ("Ann Lee", "1", "2022-03-29")


def test_no_cell_is_run_by_a_spreadsheet():
    (row,) = csv.DictReader(io.StringIO(written("csv", ("=SUM(A1) goats",))))
    assert row["claim"] == "'=SUM(A1) goats"


@pytest.mark.parametrize("claim, line", [
    ("We will close 19 schools in the autumn", "We will close [-17-] {+19+} schools in the autumn"),
    ("We will close schools in the autumn", "We will close [-17-] schools in the autumn"),
    ("We will never close 17 schools in the autumn", "We will {+never+} close 17 schools in the autumn"),
    ("We will close 17 schools", "We will close 17 schools (in the autumn)"),
    ("We … close 17 schools in the autumn", "We [… will …] close 17 schools in the autumn"),
])
def test_the_table_marks_what_differs_without_colour(claim, line):
    assert f"    {line}\n" in written("table", (claim,))


def test_the_table_says_who_where_when_and_which_bytes():
    out = written("table", ("We will close 17 schools in the autumn",))
    assert "Ann Lee, direct, The Echo, 2022-03-29, a.txt" in out
    assert f"1–40  score 1.00  sha256 {SAID[0].sha256[:12]}" in out


def test_on_a_terminal_lines_are_wrapped():
    assert max(map(len, written("table", ("We will close 17 schools in the autumn",), width=40).splitlines())) <= 40


def test_a_claim_is_no_command_to_a_terminal():
    assert "\x1b[31m" not in written("table", ("\x1b[31mred [bold]goats[/bold]",))
    assert "[bold]goats[/bold]" in written("table", ("red [bold]goats[/bold]",))


def test_a_review_rates_what_words_can_tell():
    (review,) = json.loads(written("claimreview", ("We will close 19 schools in the autumn", "Ann Lee")))["@graph"]
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", "We will close 19 schools in the autumn")
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Quote is altered",
                                      "ratingExplanation": "number: 19 for 17"}
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "Ann Lee"}
    (said,) = review["itemReviewed"]["appearance"]
    assert said["spokenByCharacter"] == {"@type": "Person", "name": "Ann Lee"}
    assert said["isPartOf"]["publisher"]["name"] == "The Echo"
    assert said["isPartOf"]["associatedMedia"]["sha256"] == SAID[0].sha256


@pytest.mark.parametrize("claim", ["Goats fly at night", "We will quickly buy some goats and feed them"])
def test_what_words_cannot_tell_is_left_to_a_human(claim):
    (review,) = json.loads(written("claimreview", (claim,)))["@graph"]
    assert "reviewRating" not in review
