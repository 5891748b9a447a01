"""From a source's words to its noun phrases."""

import pytest

from quotes.resolving import resolve
from tests.resolving.sketch import attribution, name, sketch, speaker

LIST = """
Jon/PROPN/11/nsubj Tessel/PROPN/1/flat (/PUNCT/4/punct D-Mont./PROPN/1/appos )/PUNCT/4/punct and/CCONJ/7/cc David/PROPN/1/conj Vittar/PROPN/7/flat (/PUNCT/10/punct R-La./PROPN/7/appos agreed/VERB/0/root ./PUNCT/11/punct
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
