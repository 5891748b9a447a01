"""The candidates for an antecedent and their features."""

from quotes.resolving.pronouns import by_weight
from quotes.resolving.resolver import parts_of
from tests.resolving.sketch import attribution, sketch

MEETING = """
Vera/PROPN/3/nsubj Holm/PROPN/1/flat met/VERB/0/root Paul/PROPN/3/obj Rost/PROPN/4/flat ./PUNCT/3/punct
Paul/PROPN/2/nsubj said/VERB/0/root he/PRON/4/nsubj waited/VERB/2/ccomp ./PUNCT/2/punct

It/PRON/2/nsubj rained/VERB/0/root ,/PUNCT/5/punct she/PRON/5/nsubj said/VERB/2/parataxis ./PUNCT/2/punct
"""


def asked(parse, sources=()):
    """For each pronoun in small letters its question and candidates: name, place and features."""
    found = {}

    def choose(question, options):
        found[parse.words[question.at].text.lower()] = question, [
            (option.referent.name, option.mention.text, option.features) for option in options]
        return by_weight(question, options)

    parts_of(parse, [attribution(parse, source) for source in sources], choose=choose)
    return found


def test_the_nearest_comes_first_and_who_contradicts_the_pronoun_is_left_out():
    found = asked(sketch(MEETING))
    assert [(name, mention) for name, mention, _ in found["he"][1]] == [("Paul Rost", "Paul"), ("Paul Rost", "Paul Rost")]
    assert [name for name, _, _ in found["she"][1]] == ["Vera Holm"]
    assert not found["it"][1]


def test_features_tell_distance_grammar_and_agreement():
    (_, _, near), (_, _, far) = asked(sketch(MEETING))["he"][1]
    assert {"same sentence", "same paragraph", "subject", "parallel", "subject of a clause above", "known gender",
            "as a name", "named person"} <= set(near)
    assert {"sentence before", "same paragraph", "object"} <= set(far)
    assert near["words between"] < far["words between"]
    assert (near["sentences back"], near["others between"]) == (0, 0)


def test_who_spoke_last_is_told_to_a_source_only():
    parse = sketch("""
Vera/PROPN/3/nsubj Holm/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct

She/PRON/2/nsubj added/VERB/0/root ./PUNCT/2/punct
""")
    question, ((_, _, features),) = asked(parse, ["Vera Holm", "She"])["she"]
    assert question.speaks and {"spoke last", "source too", "paragraph before"} <= set(features)
    question, ((_, _, features),) = asked(parse, ["Vera Holm"])["she"]
    assert not question.speaks and not {"spoke last", "source too"} & set(features)


def test_what_stands_in_quotation_marks_is_told():
    parse = sketch("""
“/PUNCT/2/punct Paul/PROPN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct ”/PUNCT/3/punct
He/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct
""")
    _, ((_, _, features),) = asked(parse)["he"]
    assert "in quotation marks" in features
