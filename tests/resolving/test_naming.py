"""Where a name begins and ends, and what the words beside it say it is."""

import pytest

from quotes.data import Entity
from quotes.resolving.naming import find_names
from tests.resolving.sketch import attribution, name, sketch, speaker
from tests.trees import parse_of


@pytest.mark.parametrize("title", ["Cllr", "Councillor", "Alderman", "Skipper"])
def test_a_role_with_a_capital_is_a_title(title):
    parse = sketch(f"""
{title}/PROPN/4/nsubj Vera/PROPN/1/flat Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/4/punct
""", entities=(Entity("person", 0, 3),))
    assert name(parse, f"{title} Vera Lund") == "Vera Lund"


def test_a_nickname_in_quotation_marks_stands_for_the_name_around_it():
    parse = sketch("""
Vernon/PROPN/7/nsubj “/PUNCT/4/punct Big/PROPN/1/flat Vern/PROPN/1/flat ”/PUNCT/4/punct Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/7/punct
Big/PROPN/3/nsubj Vern/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct
Lund/PROPN/2/nsubj slept/VERB/0/root ./PUNCT/2/punct
""")
    whole = name(parse, "Vernon “Big Vern” Lund")
    assert {"Vernon", "Lund"} <= set(whole.split())
    assert name(parse, "Big Vern", nth=2) == name(parse, "Lund", nth=2) == whole


def test_an_acronym_in_brackets_joins_a_body_over_and():
    parse = sketch("""
The/DET/2/det Clerks/PROPN/8/nsubj and/CCONJ/4/cc Tellers/PROPN/2/conj (/PUNCT/6/punct CT/PROPN/2/appos )/PUNCT/6/punct spoke/VERB/0/root ./PUNCT/8/punct
CT/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct
""", entities=(Entity("organization", 1, 2), Entity("organization", 3, 4)))
    assert name(parse, "CT", nth=2) == "Clerks and Tellers"


def test_a_surname_in_capitals_in_a_transcript_is_the_full_name():
    parse = sketch("""
Vera/PROPN/3/nsubj Lundqvist/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
LUNDQVIST/NOUN/0/root :/PUNCT/1/punct
""")
    assert name(parse, "LUNDQVIST") == "Vera Lundqvist"


def test_an_adjective_taken_for_a_person_is_no_name():
    parse = sketch("""
The/DET/3/det Veldish/ADJ/3/amod minister/NOUN/7/nsubj ,/PUNCT/5/punct Vera/PROPN/3/appos Lund/PROPN/5/flat spoke/VERB/0/root ./PUNCT/7/punct
""", entities=(Entity("person", 1, 2), Entity("person", 4, 6)))
    assert name(parse, "The Veldish minister, Vera Lund") == "Vera Lund"


def test_the_noun_beside_a_name_tells_what_it_is():
    parse = sketch("""
A/DET/2/det passenger/NOUN/6/nsubj ,/PUNCT/4/punct Wim/PROPN/2/appos ,/PUNCT/4/punct spoke/VERB/0/root ./PUNCT/6/punct
Kelt/PROPN/6/nsubj ,/PUNCT/4/punct the/DET/4/det network/NOUN/1/appos ,/PUNCT/4/punct spoke/VERB/0/root ./PUNCT/6/punct
""", entities=(Entity("organization", 3, 4), Entity("person", 7, 8)))
    wim, kelt = speaker(parse, "A passenger, Wim,"), speaker(parse, "Kelt, the network,")
    assert (wim.name, wim.kind) == ("Wim", "person")
    assert (kelt.name, kelt.kind) == ("Kelt", "organization")


def test_the_agency_of_a_dateline_is_nobody_the_article_speaks_of():
    parse = sketch("""
LISSEL/PROPN/0/root (/PUNCT/3/punct Meridian/PROPN/1/appos )/PUNCT/3/punct --/PUNCT/1/punct
The/DET/2/det company/NOUN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("place", 0, 1), Entity("organization", 2, 3)))
    assert name(parse, "The company") == "company"


def test_of_two_spellings_the_one_used_most_and_with_its_accents_is_the_name():
    parse = sketch("""
Renee/PROPN/3/nsubj Castelane/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Renée/PROPN/3/nsubj Castellane/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct
Castellane/PROPN/2/nsubj slept/VERB/0/root ./PUNCT/2/punct
""", entities=(Entity("person", 0, 2), Entity("person", 4, 6)))
    assert name(parse, "Renee Castelane") == "Renée Castellane"


def test_a_source_strewn_over_sentences_is_what_stands_by_the_cue():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Paul/PROPN/3/nsubj Rost/PROPN/1/flat agreed/VERB/0/root ./PUNCT/3/punct
""")
    from dataclasses import replace

    from quotes.data import Span
    from quotes.resolving import resolve

    strewn = attribution(parse, "Paul Rost")
    at = parse.text.index("agreed")
    strewn = replace(strewn, source=(Span(0, 4), *strewn.source), cue=(Span(at, at + 6),))
    assert resolve(parse, [strewn])[0].name == "Paul Rost"


@pytest.mark.parametrize(("space", "named"), [("SpaceAfter=No", False), ("_", True)])
def test_a_share_is_no_name(space, named):
    parse = parse_of(f"""
1 Buyers buyer NOUN NNS Number=Plur 2 nsubj _ _
2 like like VERB VBP _ 0 root _ _
3 $ $ SYM $ _ 4 compound _ {space}
4 LKB LKB PROPN NNP Number=Sing 2 obj _ _
""")
    assert bool(find_names(parse)) is named
