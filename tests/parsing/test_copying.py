"""The copy that is parsed: plain, and every place in it is known in the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Attribution, Span, Speaker
from quotes.parsing.copying import _CHANGED, _MAY_CHANGE, copy_of


def words_and_back(text):
    """Each word of the copy, and what stands there in the text."""
    copy, at, found = copy_of(text), 0, []
    for word in copy.text.split():
        at = copy.text.index(word, at)
        start, end = copy.back(Span(at, at + len(word)))
        found.append((word, text[start:end]))
        at += len(word)
    return found


@pytest.mark.parametrize("text, words", [
    ("The govern\u00adment said", [("The", "The"), ("government", "govern\u00adment"), ("said", "said")]),
    ("\ufeffShe\u200b said\u200b", [("She", "She"), ("said", "said")]),
    ("Zoe\u0308 Luk\u0301 said", [("Zoë", "Zoe\u0308"), ("Luḱ", "Luk\u0301"), ("said", "said")]),
    ("q\u0301 it", [("q\u0301", "q\u0301"), ("it", "it")]),
    ("10\u00a0km\u202faway", [("10", "10"), ("km", "km"), ("away", "away")]),
    ("\u202eright\u202c to left", [("right", "right"), ("to", "to"), ("left", "left")]),
    ("e\u0301\u200bx", [("éx", "e\u0301\u200bx")]),
    ("â€œNon,â€\x9d WilmÃ¨s", [("“Non,”", "â€œNon,â€\x9d"), ("Wilmès", "WilmÃ¨s")]),
    ("â€œNonâ€ â€”", [("“Non”", "â€œNonâ€"), ("—", "â€”")]),
    ("CAFÉ» ÄÖ", [("CAFÉ»", "CAFÉ»"), ("ÄÖ", "ÄÖ")]),
    ("a\ud800b\0c", [("a\ufffdb", "a\ud800b"), ("c", "c")]),
    ("\U0001f6a2 \u00adyes", [("\U0001f6a2", "\U0001f6a2"), ("yes", "yes")]),
])
def test_words_are_whole_and_known_where_they_stand(text, words):
    assert words_and_back(text) == words


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x0c", "\x85", "\v"])
def test_every_line_end_is_one(end):
    assert copy_of(f"One.{end}Two.").text == "One.\nTwo."


def test_an_ordinary_text_is_its_own_copy():
    text = "“It’s done,” said Zoë.\r\n\r\n\tYes.\n"
    assert copy_of(text).text == text and copy_of(text).back(Span(2, 5)) == Span(2, 5)


def test_what_was_found_in_the_copy_is_told_where_it_stands_in_the_text():
    copy = copy_of("\u200bZoe\u0308 said no")
    found = copy.attribution(
        Attribution((Span(9, 11),), (Span(4, 8),), (Span(0, 3),), "indirect", "speech", 1.0, "head")
    )
    assert (found.content, found.cue, found.source) == ((Span(11, 13),), (Span(6, 10),), (Span(1, 5),))
    assert copy.speaker(Speaker("Zoë", "Zoë", (Span(0, 3),), "person")).spans == (Span(1, 5),)
    assert copy.speaker(None) is None


ODD = st.text(alphabet=st.sampled_from("ab .\n\u00a0\u00ad\u200b\u0301\u0308\u202eeo\U0001f6a2\ufeff"), max_size=30)


@given(ODD | st.text(alphabet=st.characters()))
def test_every_span_of_the_copy_stands_for_the_same_words_in_the_text(text):
    copy = copy_of(text)
    for start in range(len(copy.text)):
        for end in range(start + 1, min(start + 4, len(copy.text)) + 1):
            there = copy.back(Span(start, end))
            assert 0 <= there.start < there.end <= len(text)
            cut = any(map(unicodedata.combining, copy.text[start:end + 1]))  # within an accent
            if not cut and copy.text == unicodedata.normalize("NFC", copy.text):
                assert copy_of(text[there.start:there.end]).text == copy.text[start:end]


@given(ODD)
def test_spans_keep_their_order(text):
    copy = copy_of(text)
    edges = [copy.back(Span(at, at + 1)) for at in range(len(copy.text))]
    assert all(first.end <= second.start for first, second in zip(edges, edges[1:]))


@given(ODD)
def test_a_text_that_is_not_gone_through_for_changes_has_none(text):
    assert _MAY_CHANGE.search(text) or not _CHANGED.search(text)


def test_a_copy_takes_time_in_proportion():
    # A million changes: anything that grows with their square would not end.
    assert len(copy_of("e\u0301\u00ad" * 500_000).text) == 500_000
