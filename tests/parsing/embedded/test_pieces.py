import pytest

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.pieces import LONGEST_WORD, SHAPES, PieceMaker, shape_of


@pytest.mark.parametrize("word, shape", [
    ("ministry", "lower"), ("Belgium", "Capital"), ("NATO", "ALLCAPS"), ("A", "Letter"), ("McCain", "MixedCase"),
    ("2022", "digits"), ("B52", "alphanumeric"), ("”", "mark"), ("...", "mark"), ("日本", "other"),
])
def test_shapes_keep_what_an_uncased_encoder_loses(word, shape):
    assert SHAPES[shape_of(word)] == shape


@pytest.fixture(scope="module")
def maker():
    return PieceMaker(EMBEDDED / "en" / "joint" / "pieces.json")


def test_every_word_has_a_piece_even_one_of_nothing_but_control_characters(maker):
    assert maker.split(["said", "\x00", "\u200b"])[1:] == [(maker.unknown,), (maker.unknown,)]


def test_the_pieces_of_a_word_depend_on_no_other(maker):
    words = "“ Unbelievable ! ” said Zakharova . Unbelievable".split()
    together = maker.split(words)
    assert together == [PieceMaker(EMBEDDED / "en" / "joint" / "pieces.json").split([word])[0] for word in words]
    assert together[1] == together[-1] and len(together[5]) > 1


def test_a_very_long_token_costs_no_more_than_a_long_word(maker):
    long, cut = maker.split(["x" * 5000, "x" * LONGEST_WORD])
    assert long == cut
