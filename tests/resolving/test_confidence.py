"""How sure speakers are."""

import pytest

from quotes.resolving import confidence, resolve
from quotes.resolving.links import Manner, Part
from quotes.resolving.resolver import parts_of
from quotes.resolving.weighing import antecedent_weights, confidence_weights
from tests.resolving.sketch import attribution, sketch, speaker

PAIR = """
Vera/PROPN/3/nsubj Holm/PROPN/1/flat met/VERB/0/root Anna/PROPN/3/obj Lee/PROPN/4/flat ./PUNCT/3/punct
She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct
"""


def chance(parse, source):
    """How sure a speaker is, not rounded."""
    one = attribution(parse, source)
    [parts] = parts_of(parse, [one])
    return confidence.chance(parts, one)


def test_a_pronoun_is_less_sure_the_more_a_rival_fits_it():
    alone = sketch(PAIR.replace("met/VERB/0/root Anna/PROPN/3/obj Lee/PROPN/4/flat", "left/VERB/0/root"))
    rival = sketch("Anna/PROPN/3/nsubj Lee/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct" + PAIR)
    assert chance(rival, "She") < chance(alone, "She")


def test_of_several_names_the_least_sure_counts():
    parse = sketch("Vera/PROPN/3/nsubj Holm/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct")
    source = attribution(parse, "Vera Holm")
    sure, unsure = Part("Vera Holm", "person", Manner("full name", "")), Part("Lake", "place", Manner("relative", ""))
    both = confidence.chance([sure, unsure], source)
    assert both == confidence.chance([unsure], source) < confidence.chance([sure], source)


@pytest.mark.parametrize(("least", "left_out"), [(0.0, False), (1.01, True)])
def test_a_speaker_that_is_not_sure_enough_is_left_out(monkeypatch, least, left_out):
    monkeypatch.setattr(confidence, "LEAST_SURE", least)
    assert (speaker(sketch(PAIR), "She") is None) is left_out


def test_a_pronoun_that_takes_up_nothing_is_given_as_it_stands(monkeypatch):
    monkeypatch.setattr(confidence, "LEAST_SURE", 1.01)
    parse = sketch("He/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct")
    found = speaker(parse, "He")
    assert (found.name, found.confidence) == ("He", 0.0)


def test_confidence_is_a_probability_of_two_digits():
    parse = sketch(PAIR)
    for found in resolve(parse, [attribution(parse, "Vera Holm"), attribution(parse, "She")]):
        assert 0 <= found.confidence <= 1 and round(found.confidence, 2) == found.confidence


def test_the_shipped_weights_favour_what_the_literature_does():
    person = antecedent_weights("person")
    assert person["subject"] > person["oblique"] and person["spoke last"] > 0 > person["words between"]
    assert confidence_weights()["pronoun: margin"] > 0
