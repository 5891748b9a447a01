"""Whom pronouns stand for."""

import pytest

from quotes.data import Entity
from quotes.resolving import resolve
from tests.resolving.sketch import attribution, name, sketch

PAIR = """
Vera/PROPN/3/nsubj Holm/PROPN/1/flat met/VERB/0/root Paul/PROPN/3/obj Rost/PROPN/4/flat ./PUNCT/3/punct
She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct
He/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct
"""


def test_gender_chooses_between_two_people():
    parse = sketch(PAIR)
    assert name(parse, "She") == "Vera Holm"
    assert name(parse, "He") == "Paul Rost"


def test_the_subject_is_taken_up_before_the_object():
    parse = sketch("""
Mark/PROPN/3/nsubj Holm/PROPN/1/flat met/VERB/0/root Paul/PROPN/3/obj Rost/PROPN/4/flat ./PUNCT/3/punct
He/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "He") == "Mark Holm"


def test_a_pronoun_is_not_the_other_argument_of_its_verb():
    parse = sketch("""
Paul/PROPN/3/nsubj Rost/PROPN/1/flat waited/VERB/0/root ./PUNCT/3/punct
Mark/PROPN/3/nsubj Holm/PROPN/1/flat told/VERB/0/root him/PRON/3/obj ./PUNCT/3/punct
""")
    assert name(parse, "him") == "Paul Rost"


def test_who_is_named_in_what_is_said_does_not_say_it():
    parse = sketch("""
Paul/PROPN/3/nsubj Rost/PROPN/1/flat waited/VERB/0/root ./PUNCT/3/punct
Mark/PROPN/3/nsubj Holm/PROPN/1/flat failed/VERB/5/ccomp he/PRON/5/nsubj said/VERB/0/root ./PUNCT/5/punct
""")
    assert name(parse, "he", content="Mark Holm failed") == "Paul Rost"


def test_it_is_a_body_and_they_are_many():
    parse = sketch("""
The/DET/3/det Lake/PROPN/3/compound Authority/PROPN/4/nsubj met/VERB/0/root Vera/PROPN/4/obj Holm/PROPN/5/flat ./PUNCT/4/punct
It/PRON/2/nsubj waited/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "It") == "Lake Authority"
    parse = sketch("""
Vera/PROPN/6/nsubj Holm/PROPN/1/flat and/CCONJ/4/cc Paul/PROPN/1/conj Rost/PROPN/4/flat met/VERB/0/root ./PUNCT/6/punct
They/PRON/2/nsubj waited/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "They") == "Vera Holm; Paul Rost"


def test_a_relative_pronoun_is_the_noun_it_modifies():
    parse = sketch("""
Paul/PROPN/8/nsubj Rost/PROPN/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj warned/VERB/1/acl:relcl them/PRON/5/obj ,/PUNCT/5/punct left/VERB/0/root ./PUNCT/8/punct
""")
    assert name(parse, "who") == "Paul Rost"


def test_i_in_a_quote_is_its_speaker():
    parse = sketch("""
“/PUNCT/3/punct I/PRON/3/nsubj believe/VERB/10/ccomp it/PRON/5/nsubj works/VERB/3/ccomp ”/PUNCT/3/punct ,/PUNCT/3/punct Vera/PROPN/10/nsubj Holm/PROPN/8/flat said/VERB/0/root ./PUNCT/10/punct
""")
    speakers = resolve(parse, [attribution(parse, "Vera Holm", content="“I believe it works”"),
                               attribution(parse, "I", content="it works")])
    assert [found.name for found in speakers] == ["Vera Holm", "Vera Holm"]


@pytest.mark.parametrize("note", [
    "Vera/PROPN/4/nsubj Holm/PROPN/1/flat is/AUX/4/cop writer/NOUN/0/root",
    "Stories/NOUNS/2/nsubj end/VERB/0/root",
])
def test_i_outside_quotes_is_the_author_if_the_article_names_one(note):
    parse = sketch(f"""
I/PRON/2/nsubj believe/VERB/0/root it/PRON/4/nsubj works/VERB/2/ccomp ./PUNCT/2/punct

{note}
""")
    assert name(parse, "I") == ("Vera Holm" if "Vera" in note else "I")


def test_a_possessive_source_is_its_owner():
    parse = sketch("""
Vera/PROPN/3/nsubj Holm/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Her/PRON/2/nmod:poss claim/NOUN/3/nsubj held/VERB/0/root ./PUNCT/3/punct
""")
    assert name(parse, "Her") == "Vera Holm"


def test_nobody_is_an_honest_answer():
    parse = sketch("He/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct")
    found = resolve(parse, [attribution(parse, "He"), attribution(parse, "")])
    assert (found[0].name, found[0].kind) == ("He", "unknown")
    assert found[1] is None


def test_she_is_hardly_the_one_who_asked():
    parse = sketch("""
Zorvan/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Asked/VERB/6/advcl by/ADP/4/case one/NUM/4/nummod analyst/NOUN/1/obl ,/PUNCT/6/punct she/PRON/7/nsubj wept/VERB/0/root ./PUNCT/7/punct
""", entities=(Entity("person", 0, 2),))
    assert name(parse, "she") == "Zorvan Lund"
