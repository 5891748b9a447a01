"""The quick reader of characters: what it says, and how sure it is."""

import numpy as np
import pytest
import torch

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.careful import CarefulReader, Passage
from quotes.parsing.embedded.quick import QuickReader, number_of
from quotes.parsing.embedded.tokenizer import SURE

FOLDER = EMBEDDED / "en" / "tokenize"
TEXTS = ["The council said on Monday that the ferry would sail.", "“It works,” said Ada. She didn't smile.",
         "qzx:(v ~/x;;b#", "A short one."]


def codes(text):
    return np.array(list(map(ord, text)), dtype=np.uint32)


@pytest.fixture(scope="module")
def quick():
    return QuickReader.load(FOLDER / "quick.pt")


def test_it_says_what_stanzas_tokenizer_says_where_it_is_sure(quick):
    careful = CarefulReader.load(FOLDER / "quotes.pt")
    read = quick.read(list(map(codes, TEXTS)))
    assert [bool(chances.min() >= SURE) for _, chances in read] == [True, True, False, True]
    for (labels, chances), wanted in zip(read, careful.read([Passage(codes(text)) for text in TEXTS])):
        assert chances.min() < SURE or labels.tolist()[:-1] == wanted.tolist()[:-1]


def test_a_paragraph_is_read_the_same_alone_and_with_others(quick):
    many = [codes(text * count) for text in TEXTS for count in (1, 3, 40, 400)]
    together = quick.read(many)
    for paragraph, (labels, chances) in zip(many, together):
        ((alone, chances_alone),) = quick.read([paragraph])
        assert labels.tolist() == alone.tolist()
        assert ((chances < SURE) == (chances_alone < SURE)).all()


def test_of_a_character_that_is_not_known_its_kind_is():
    known = {"upper": 1, "lower": 2, "digit": 3, "letter": 4, "other": 5, "a": 6}
    assert [number_of(character, known) for character in "aÉé٣日€"] == [6, 1, 2, 3, 4, 5]


@torch.inference_mode()
def test_no_paragraph_is_too_long(quick):
    ((labels, _),) = quick.read([codes("word " * 5_000)])
    assert len(labels) == 25_000
