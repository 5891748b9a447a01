"""Lines on pages become running text."""

import pytest

from quotes.reading.mending import Line, mended


def lines(*texts, x=72.0, top=500.0, leading=13.0, size=11.0):
    return [Line(text, x, top - leading * number, size) for number, text in enumerate(texts)]


def text_of(*pages):
    return mended(pages)[0]


FULL = "The board of the harbour met on Tuesday to talk about a ferry that"


def test_lines_of_a_paragraph_are_joined_by_a_blank():
    assert text_of(lines("The board met", "on Tuesday.")) == "The board met on Tuesday."


@pytest.mark.parametrize("before, after, joined", [
    ("the govern-", "ment said", "the government said"),
    ("the govern\u00ad", "ment said", "the government said"),
    ("an Anglo-", "American firm", "an Anglo-American firm"),
    ("the years 2019-", "2024 were", "the years 2019-2024 were"),
    ("“I don’t—", "I can’t", "“I don’t—I can’t"),
    ("the board –", "or most of it", "the board – or most of it"),
])
def test_words_broken_at_a_line_end_are_mended(before, after, joined):
    assert text_of(lines(before, after)) == joined


def test_a_hyphen_stays_where_the_text_has_the_word_with_one():
    assert (
        text_of(lines("A well-meaning plan, a well-", "meaning board met."))
        == "A well-meaning plan, a well-meaning board met."
    )
    assert (
        text_of(lines("It takes a long time, a term is long-", "term.")) == "It takes a long time, a term is long-term."
    )


def test_more_space_ends_a_paragraph():
    page = lines("The board met", "on Tuesday and sold", "it") + lines("But not the bridge", "it owns", top=455)
    assert text_of(page) == "The board met on Tuesday and sold it\n\nBut not the bridge it owns"


def test_headings_among_paragraphs_are_told_by_the_space_between_them():
    headings = [Line(text, 72, 500 - 20 * number, 11) for number, text in enumerate((
        "Home and abroad", "By Al Smith, our man on the ferry", "Share or save",
        "Board of the harbour ‘may sell’ a ferry and a crane"))]
    page = headings + lines(FULL, "was for sale, and of a crane that nobody has used for many years", top=420)
    assert text_of(page).split("\n\n")[:4] == [line.text for line in headings]


def test_lowered_words_are_no_measure_of_the_space_between_lines():
    lowered = [Line(mark, 300, 497 - 13 * number, 11) for number, mark in enumerate("123")]
    page = [line for pair in zip(lines(FULL, FULL, FULL), lowered) for line in pair]
    assert "\n\n" not in text_of(page)


def test_an_indent_after_a_full_stop_begins_a_paragraph():
    page = [Line(FULL, 72, 500, 11), Line("was for sale and is now at its end.", 72, 487, 11),
            Line("No one was there, she said, " + FULL, 86, 474, 11), Line("was old.", 72, 461, 11)]
    assert text_of(page).count("\n\n") == 1


def test_a_short_last_line_ends_a_paragraph_where_nothing_else_does():
    assert text_of(lines(FULL, "was for sale.", FULL, "was old.")) == f"{FULL} was for sale.\n\n{FULL} was old."


def test_another_size_is_another_paragraph():
    page = [Line("Ferry sold", 72, 500, 18), Line("The board met", 72, 487, 11)]
    assert text_of(page) == "Ferry sold\n\nThe board met"


def test_a_sentence_goes_on_over_the_page():
    text, starts = mended([lines("She said that", "the ferry"), lines("was old."), lines("It was.")])
    assert text == "She said that the ferry was old.\n\nIt was."
    assert [text[start:start + 3] for start in starts] == ["She", "was", "It "]


def test_a_heading_at_the_foot_of_a_page_ends_there():
    assert "Gull king\n\nPenguin" in text_of(lines(FULL, "was old.", "Gull king"), lines("Penguin queen", FULL))
    assert "the bridge Al" in text_of(lines(FULL, "was old, said of the owner of the museum at the end of the bridge"),
                                      lines("Al Smith, who is old."))


def test_a_column_is_read_on_like_a_page():
    assert text_of(lines("She said that") + lines("the ferry was old.", x=300)) == "She said that the ferry was old."


@pytest.mark.parametrize("foot", ["7", "- 7 -", "Page 7", "page 7 of 9", "The Harbour Post, page 7", "7 / 9"])
def test_a_page_number_is_no_text(foot):
    assert text_of(lines("The board met.") + [Line(foot, 300, 30, 8)]) == "The board met."


def test_a_number_within_the_text_stays():
    assert text_of([*lines("There were", "7", "of them.")]) == "There were 7 of them."


def test_what_stands_in_the_same_place_of_most_pages_is_no_text():
    pages = [
        [Line("The Harbour Post", 72, 580, 8), *lines(f"Board number {word} met."), Line(f"March {n}, 2026", 72, 30, 8)]
        for n, word in enumerate(["one", "two", "three"], 1)
    ]
    assert text_of(*pages) == "Board number one met.\n\nBoard number two met.\n\nBoard number three met."


def test_an_empty_page_begins_where_the_next_does():
    text, starts = mended([lines("One."), [], lines("Two.")])
    assert text == "One.\n\nTwo." and len(starts) == 3 and all(0 <= start <= len(text) for start in starts)


def test_nothing_gives_nothing():
    assert mended([]) == ("", ())
