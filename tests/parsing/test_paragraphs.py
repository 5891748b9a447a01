from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.paragraphs import opening, paragraphs


def parts(text):
    return [text[start:end] for start, end in paragraphs(text)]


def test_blank_lines_end_paragraphs():
    assert parts("One.\n\nTwo.\n \t\nThree.\r\n\r\nFour.") == ["One.", "Two.", "Three.", "Four."]


def test_lines_of_an_article_that_is_not_wrapped_are_paragraphs():
    long = "The harbour master said that the ferry would not sail before the storm had passed over the whole coast."
    assert parts(f"{long}\n{long}\nMore news") == [long, long, "More news"]


def test_lines_of_wrapped_text_are_one_paragraph():
    wrapped = ("The harbour master said that the ferry would not sail\n"
               "before the storm had passed, and that the crew would be\n"
               "paid for the days that they could not work on board.")
    assert parts(f"{wrapped}\n\nMore.") == [wrapped, "More."]


def test_headlines_below_each_other_are_paragraphs():
    assert len(parts("Ferry Held in Port\nStorm Warning for the Coast\nCrew Wait for News")) == 3


@given(st.text(alphabet="ab .\n\r\t", max_size=200))
def test_paragraphs_are_in_order_and_hold_every_letter(text):
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))
    assert "".join("".join(text[s:e].split()) for s, e in found) == "".join(text.split())


def test_a_sentence_opens_a_paragraph_where_it_is_the_first_that_starts_in_it():
    text = "One. Two.\n\nThree. Four.\n\n ”\n\nFive."
    starts = [text.index(word) for word in ("One", "Two", "Three", "Four", "Five")]
    assert opening(text, starts) == [True, False, True, False, True]
    assert opening(text, []) == []


def test_the_first_sentence_opens_a_paragraph_wherever_it_starts():
    assert opening("One. Two.", [5]) == [True]
