"""Texts to parses by the embedded model."""

import pytest

from quotes.data import Parse
from quotes.parsing import Parser
from quotes.parsing.pipeline import embedded_pipeline
from quotes.parsing.view import parse_of

TEXTS = [
    "“Why now?” Ada Marlowe's aide asked. She hasn't told the Ministry of Fish in Harbourton that they'd sold it.\n\n"
    "They left at 5:30 p.m. on Jan. 4; write to ada.m@harbourton.example.org. \"Is it over?\" Reed asked.",
    "According to a spokesman, nobody was hurt.\nGrobnitz’s fleet, he said, is “gonna sail”.",
    "No end",
]


@pytest.fixture(scope="module")
def parser():
    return Parser()


def test_a_parse_is_that_of_the_stanza_pipeline(parser):
    pipeline = embedded_pipeline()
    assert parser.parse(TEXTS) == [parse_of(pipeline(text)) for text in TEXTS]


def test_texts_are_parsed_the_same_alone_and_together(parser):
    assert parser.parse(TEXTS) == [parser.parse([text])[0] for text in TEXTS]


def test_a_blank_text_has_an_empty_parse(parser):
    assert parser.parse([" \n", TEXTS[2]])[0] == Parse(" \n", (), ())
    assert Parser(package="none").parse(["", "\t"]) == [Parse("", (), ()), Parse("\t", (), ())], "needs no model"
