"""What a speaker's ``why`` says."""

import pytest

from quotes.data import Entity
from quotes.resolving import resolve
from tests.resolving.sketch import attribution, sketch, speaker

LEE = """
The/DET/2/det minister/NOUN/6/nsubj ,/PUNCT/4/punct Anna/PROPN/2/appos Lee/PROPN/4/flat spoke/VERB/0/root ./PUNCT/6/punct
Lee/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct
The/DET/2/det minister/NOUN/3/nsubj slept/VERB/0/root ./PUNCT/3/punct
She/PRON/2/nsubj woke/VERB/0/root ./PUNCT/2/punct
Anna/PROPN/2/nsubj laughed/VERB/0/root ./PUNCT/2/punct
"""


@pytest.mark.parametrize(("source", "nth", "why"), [
    ("Anna Lee", 1, "full name"),
    ("Lee", 2, "surname of Anna Lee"),
    ("Anna", 2, "first name of Anna Lee"),
    ("The minister", 1, "the minister → Anna Lee: apposition"),
    ("The minister", 2, "the minister → Anna Lee: called so elsewhere"),
    ("She", 1, "she → Anna Lee: nearest woman before, subject, sentence before"),
])
def test_why_tells_how_the_words_stand_for_the_name(source, nth, why):
    found = speaker(sketch(LEE), source, nth=nth)
    assert (found.name, found.why.split(", source")[0]) == ("Anna Lee", why)


def test_why_tells_an_acronym_from_a_shortened_name():
    parse = sketch("""
The/DET/4/det Northern/PROPN/4/compound Lake/PROPN/4/compound Authority/PROPN/5/nsubj met/VERB/0/root ./PUNCT/5/punct
NLA/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct
The/DET/3/det Lake/PROPN/3/compound Authority/PROPN/4/nsubj left/VERB/0/root ./PUNCT/4/punct
""", entities=(Entity("organization", 1, 4), Entity("organization", 6, 7), Entity("organization", 10, 12)))
    assert speaker(parse, "NLA").why == "acronym of Northern Lake Authority"
    assert speaker(parse, "The Lake Authority").why == "short for Northern Lake Authority"


def test_words_that_name_nobody_stand_as_they_are():
    parse = sketch("A/DET/2/det neighbour/NOUN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct")
    assert speaker(parse, "A neighbour").why == "as it stands"
    parse = sketch("She/PRON/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct")
    assert speaker(parse, "She").why == "stands for nobody named"


def test_i_in_a_quote_says_whose_words_it_stands_in():
    parse = sketch("""
“/PUNCT/3/punct I/PRON/3/nsubj believe/VERB/10/ccomp it/PRON/5/nsubj works/VERB/3/ccomp ”/PUNCT/3/punct ,/PUNCT/3/punct Vera/PROPN/10/nsubj Holm/PROPN/8/flat said/VERB/0/root ./PUNCT/10/punct
""")
    speakers = resolve(parse, [attribution(parse, "Vera Holm", content="“I believe it works”"),
                               attribution(parse, "I", content="it works")])
    assert speakers[1].why == "I → Vera Holm: speaker of the quote around it"


def test_several_names_are_told_of_once():
    parse = sketch("""
Anna/PROPN/6/nsubj Lee/PROPN/1/flat and/CCONJ/4/cc Vera/PROPN/1/conj Holm/PROPN/4/flat spoke/VERB/0/root ./PUNCT/6/punct
""")
    assert speaker(parse, "Anna Lee and Vera Holm").why == "full name"
