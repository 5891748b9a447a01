"""Text made safe for the tokenizer."""

from quotes.parsing.taming import LONGEST_PARAGRAPH, LONGEST_RUN, fits_batch, tame


def test_text_of_ordinary_words_stays_as_it_is():
    text = "He wrote https://example.org/" + "a" * 200 + " on Monday.\n\n“Why?” she asked."
    assert tame(text) == text


def test_an_overlong_run_is_cut_and_no_offset_moves():
    text = "Before " + "x" * 5000 + " after"
    tamed = tame(text)
    assert len(tamed) == len(text)
    assert tamed.split() == ["Before", "x" * LONGEST_RUN, "after"]
    assert tamed.index("after") == text.index("after")


def test_a_run_just_within_the_limit_is_kept():
    assert tame("x" * LONGEST_RUN) == "x" * LONGEST_RUN


def test_a_document_with_a_very_long_paragraph_is_tokenized_alone():
    assert fits_batch("Short.\n\n" * 10_000)
    assert not fits_batch("Short.\n\n" + "word " * LONGEST_PARAGRAPH + "\n\nShort.")
    assert not fits_batch("word word\n" * LONGEST_PARAGRAPH), "a single line end does not part paragraphs for Stanza"
    assert fits_batch("")
