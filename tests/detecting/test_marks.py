"""Quotations by marks: where they open and close, nest and run on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Span
from quotes.detecting.marks import quotations, type_of
from tests.hostile.cost import grows_like


def inner(text, depth=None):
    return [text[slice(*found.inner)] for found in quotations(text) if depth is None or found.depth == depth]


def outer(text):
    return [text[slice(*found.outer)] for found in quotations(text)]


def content_type(text, words):
    start = text.index(words)
    return type_of(text, [Span(start, start + len(words))], quotations(text))


@pytest.mark.parametrize("text, expected", [
    ('"Yes," he said. "No."', ["Yes,", "No."]),
    ("“Yes,” he said. “No.”", ["Yes,", "No."]),
    ("``Yes,'' he said. ``No.''", ["Yes,", "No."]),
    ("''Yes,'' he said. ''No.''", ["Yes,", "No."]),
    ("«Oui», dit-il. »Doch«, sagte er.", ["Oui", "Doch"]),
    ("« Oui », dit-il.", [" Oui "]),
    ("„Ja“, sagte er. „Nein”, sagte sie.", ["Ja", "Nein"]),
    ("An ”expedited“ review", ["expedited"]),
    ('She said,"We are."Then she left.', ["We are."]),
])
def test_each_kind_of_mark_is_paired(text, expected):
    assert inner(text) == expected


def test_outer_span_has_the_marks():
    assert outer("He said ``yes'' and “no”.") == ["``yes''", "“no”"]


@pytest.mark.parametrize("text, expected", [
    ("‘We’re late,’ he said. ‘It’s the boys’ fault.’", ["We’re late,", "It’s the boys’ fault."]),
    ("'It isn't the '90s,' she said.", ["It isn't the '90s,"]),
    ("The boys' toys, the Democrats' view and the '90s aren't quoted.", []),
    ("Rock 'n' roll, get 'em, 'tis the season.", []),
    ("He called the 'birthers' and 'truthers' names.", ["birthers", "truthers"]),
    ("goin’ home, 6’ tall, O’Neill’s", []),
])
def test_single_marks_are_told_from_apostrophes(text, expected):
    assert inner(text) == expected


def test_nested_quotations_follow_the_one_around_them():
    text = '"He said \'no way\' to me," she said.'
    assert [(found.depth, text[slice(*found.inner)]) for found in quotations(text)] == [
        (0, "He said 'no way' to me,"), (1, "no way")]


def test_double_marks_nest_in_single_ones():
    text = "'He said \"no\" to me,' she said."
    assert inner(text, depth=0) == ['He said "no" to me,']
    assert inner(text, depth=1) == ["no"]


def test_nested_marks_that_close_together():
    text = "“She told me, ‘Go home.’” He went."
    assert inner(text, depth=0) == ["She told me, ‘Go home.’"]
    assert inner(text, depth=1) == ["Go home."]


def test_a_stray_mark_spoils_only_its_own_paragraph():
    text = 'A stray " mark.\n"Good," he said. "Yes."'
    assert inner(text) == ["Good,", "Yes."]


def test_a_second_opening_mark_makes_the_first_one_stray():
    assert inner('"Missing close, said Ann. "We know."') == ["We know."]


def test_a_quotation_runs_on_where_each_paragraph_reopens_it():
    found = quotations("“One two.\n\n“Three.\n\n“Four,” he said. “Five.”")
    assert [one.closed for one in found] == [False, False, True, True]
    assert [one.continues for one in found] == [False, True, True, False]


def test_a_quotation_runs_on_to_a_closing_mark_without_being_reopened():
    text = "“One two.\n\nThree,” he said. Four."
    assert inner(text) == ["One two.", "Three,"]
    assert quotations(text)[1].continues


def test_a_quotation_never_closed_ends_with_its_paragraph():
    text = "“We begin here.\n\nThe weather was “fine” today."
    assert inner(text) == ["We begin here.", "fine"]


@pytest.mark.parametrize("text, expected", [
    ("He is 6'2\" and \"proud\" of it.", ["proud"]),
    ('"I own a 12" record," he said.', ['I own a 12" record,']),
    ('"He is 42," she said. "Or 43".', ["He is 42,", "Or 43"]),
    ("5' 10\" tall", []),
])
def test_feet_and_inches_are_no_marks(text, expected):
    assert inner(text) == expected


def test_types_follow_the_marks():
    text = "“Yes,” said Ann. He said it was “bad” news. They said no."
    assert content_type(text, "“Yes,”") == "direct"
    assert content_type(text, "Yes") == "direct"
    assert content_type(text, "it was “bad” news") == "mixed"
    assert content_type(text, "no.") == "indirect"


def test_type_of_several_spans():
    text = '"One," he said, "two." Three.'
    spans = [Span(0, 6), Span(16, 22)]
    assert type_of(text, spans, quotations(text)) == "direct"
    assert type_of(text, [*spans, Span(23, 28)], quotations(text)) == "mixed"


marked_text = st.text(alphabet="aS \n.,?—-'\"“”‘’„«»`1", max_size=80)


@given(marked_text)
def test_spans_lie_in_the_text_and_in_their_paragraph_in_order(text):
    found = quotations(text)
    assert [one.outer.start for one in found] == sorted(one.outer.start for one in found)
    for one in found:
        assert 0 <= one.outer.start <= one.inner.start <= one.inner.end <= one.outer.end <= len(text)
        assert "\n" not in text[slice(*one.outer)]


@given(marked_text)
def test_quotations_nest_and_never_cross(text):
    found = quotations(text)
    for number, one in enumerate(found):
        for other in found[number + 1:]:
            assert other.outer.start >= one.outer.end or other.outer.end <= one.outer.end and other.depth > one.depth


@given(marked_text)
def test_quotations_do_not_depend_on_other_paragraphs_when_blank_lines_of_plain_text_part_them(text):
    closed = "Plain words only.\n" * 9
    assert len(quotations(closed + text)) == len(quotations(text))


@pytest.mark.parametrize("unit", ['"a" ', "“", "”", "'a ", '"', "“a‘b ", "“a\n", "''", "‘boys’ b ", '"12" '])
def test_time_grows_with_the_length_of_the_text(unit):
    assert grows_like(1, lambda count: unit * count, quotations, size=5_000)
