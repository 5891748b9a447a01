"""From a source's words to its noun phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Attribution, Entity, Span
from quotes.resolving import resolve
from tests.resolving.sketch import attribution, name, sketch, speaker

LIST = """
Jon/PROPN/11/nsubj Tessel/PROPN/1/flat (/PUNCT/4/punct D-Mont./PROPN/1/appos )/PUNCT/4/punct and/CCONJ/7/cc David/PROPN/11/dep Vittar/PROPN/7/flat (/PUNCT/10/punct R-La./PROPN/7/appos agreed/VERB/0/root ./PUNCT/11/punct
"""


def test_coordinated_sources_stay_together():
    parse = sketch("""
Germany/PROPN/4/nsubj and/CCONJ/3/cc Poland/PROPN/1/conj agreed/VERB/0/root ./PUNCT/4/punct
""")
    found = speaker(parse, "Germany and Poland")
    assert (found.name, found.mention, found.kind) == ("Germany; Poland", "Germany and Poland", "place")


def test_brackets_between_coordinated_names_do_not_count():
    assert name(sketch(LIST), "Jon Tessel (D-Mont.) and David Vittar (R-La.") == "Jon Tessel; David Vittar"


CUT = """
Donald/PROPN/8/nsubj Rusk/PROPN/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj won/VERB/1/acl:relcl twice/ADV/5/advmod ,/PUNCT/5/punct spoke/VERB/0/root ./PUNCT/8/punct
"""


@pytest.mark.parametrize("source", ["Donald Rusk", "Rusk", "Donald", "Donald Rusk, who", ", Donald Rusk"[2:]])
def test_a_source_a_word_too_short_or_too_long_finds_the_name(source):
    assert name(sketch(CUT), source) == "Donald Rusk"


def test_a_role_before_a_name_leads_to_it_whatever_the_tree_says():
    parse = sketch("""
Tulsa/PROPN/6/nsubj police/NOUN/1/flat chief/NOUN/1/dep Carl/PROPN/1/dep Joost/PROPN/4/flat spoke/VERB/0/root
""")
    assert name(parse, "Tulsa police chief Carl Joost") == "Carl Joost"


def test_speakers_come_in_the_order_of_the_attributions():
    parse = sketch("""
Vera/PROPN/3/nsubj Holm/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Paul/PROPN/3/nsubj Rost/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct
""")
    found = resolve(parse, [attribution(parse, "Paul Rost"), attribution(parse, "Vera Holm")])
    assert [one.name for one in found] == ["Paul Rost", "Vera Holm"]
    assert [parse.text[one.spans[0].start:one.spans[0].end] for one in found] == ["Paul Rost", "Vera Holm"]


def test_of_two_adjectives_before_a_noun_the_noun_speaks():
    parse = sketch("""
State/NOUN/4/amod and/CCONJ/3/cc local/ADJ/1/conj leaders/NOUNS/5/nsubj spoke/VERB/0/root ./PUNCT/5/punct
""")
    assert name(parse, "State and local leaders").endswith("leaders")


@pytest.mark.parametrize(("source", "speaker_name"), [("46 percent", "46 percent"), ("Many", "Many")])
def test_quantities_stay_what_they_are(source, speaker_name):
    first, *rest = source.split()
    words = f"{first}/NUM/2/nummod {rest[0]}/NOUN/3/nsubj" if rest else f"{first}/ADJ/2/nsubj"
    parse = sketch(f"{words} agreed/VERB/0/root")
    assert name(parse, source) == speaker_name


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=6))
def test_any_source_gets_an_answer_and_no_source_none(spans):
    parse = sketch(LIST + CUT)
    attributions = [Attribution((), (), (Span(start, start + length),), "indirect", "speech", 1.0, "test")
                    for start, length in spans] + [Attribution((), (), (), "indirect", "speech", 1.0, "test")]
    found = resolve(parse, attributions)
    assert len(found) == len(attributions)
    assert found[-1] is None
    for one, asked in zip(found, attributions):
        words = "".join(parse.text[start:end] for start, end in asked.source).strip()
        assert (one.spans == asked.source and one.name) if words else one is None


def test_of_a_source_cut_too_long_the_subject_speaks():
    parse = sketch("""
Vera/PROPN/3/nsubj Holm/PROPN/1/flat Slams/PROPN/0/root Bank/PROPN/5/compound Chief/NOUN/3/obj ./PUNCT/3/punct
Vera/PROPN/3/nsubj Holm/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("person", 6, 8),))
    assert name(parse, "Vera Holm Slams Bank Chief") == "Vera Holm"


def test_several_are_nobody_named_after_them():
    parse = sketch("""
These/DET/2/det workers/NOUNS/7/nsubj ,/PUNCT/4/punct Holm/PROPN/5/nsubj said/VERB/7/parataxis ,/PUNCT/5/punct left/VERB/0/root ./PUNCT/7/punct
Vera/PROPN/3/nsubj Holm/PROPN/1/flat wept/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("person", 3, 4), Entity("person", 8, 10)))
    assert name(parse, "These workers, Holm") == "Vera Holm"
