import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.verifying.words import folded, keys, words_of


def plain(text):
    return list(keys(words_of(text)))


@pytest.mark.parametrize("one, other", [
    ("“Don’t!” she said", "don't she said"),
    ("The BEHAVIOUR of the centre", "the behavior of the center"),
    ("Wilmès, Renée", "wilmes renee"),
    ("Wilme\u0300s", "Wilmès"),
    ("organised, analysed and travelled", "organized analyzed and traveled"),
    ("seventeen people", "17 people"),
    ("twenty-one of 1,000", "21 of a thousand"),
    ("$6m", "$6 million"),
    ("one hundred and five", "105"),
    ("the 2nd time", "the second time"),
    ("in-person talks", "in person talks"),
    ("the U.S. and the U.K.", "the US and the UK"),
    ("5%", "5 percent"),
    ("infor-\nmation", "information"),
    ("cannot", "can not"),
    ("didnt", "didn't"),
])
def test_the_same_words_written_otherwise_are_the_same(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize("one, other", [
    ("17", "18"), ("17", "71"), ("1.5", "15"), ("-5 degrees", "5 degrees"), ("two thousand", "two million"),
    ("is", "isn't"), ("now", "not"), ("for four", "for for"), ("we're", "were"), ("tour", "tor"), ("17", "17th"),
    ("$5", "€5"), ("twenty. One man", "21 man"),
])
def test_different_words_are_different(one, other):
    assert plain(one) != plain(other)


def test_a_negation_is_a_word_of_its_own():
    text = "He can’t, won’t, didn't"
    assert [text[word.start:word.end] for word in words_of(text) if word.key == "n't"] == ["n’t", "n’t", "n't"]


@given(st.text(max_size=60))
def test_words_are_where_they_say(text):
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        assert words_of(text[word.start:word.end])
        end = word.end


@given(st.lists(st.integers(0, 999_999), min_size=1, max_size=4))
def test_figures_keep_their_value_with_or_without_marks_for_thousands(numbers):
    assert plain("; ".join(map(str, numbers))) == plain("; ".join(f"{number:,}" for number in numbers))


@pytest.mark.parametrize("word", [
    "Wilmès", "ﬁsh", "don’t", "Zoë\u200b", "ＡＢＣ", "Ærø", "Łuk", "naïve", "‘em", "İstanbul"])
def test_words_are_folded_as_textacy_does(word):
    from textacy.preprocessing import make_pipeline, normalize, remove

    def unicode(text):
        return normalize.unicode(text, form="NFKC")

    theirs = make_pipeline(normalize.quotation_marks, normalize.whitespace, unicode, remove.accents)
    assert folded(word) == theirs(word).casefold()
