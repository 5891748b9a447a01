"""Exact edges: noun phrases, clauses, quotations, spans."""

from quotes.detecting.article import Article
from quotes.detecting.edges import (
    after_dateline,
    complement,
    cue_phrase,
    noun_phrase,
    run_on,
    spans_of,
    trimmed,
    whole_quotations,
)
from tests.detecting.short import tree

REPORT = """
    BRUSSELS BRUSSELS PROPN NNP 6 obl
    —        —        PUNCT :   1 punct
    The      the      DET   DT  4 det
    minister minister NOUN  NN  6 nsubj
    never    never    ADV   RB  6 advmod
    said     say      VERB  VBD 0 root
    that     that     SCONJ IN  11 mark
    “_       “        PUNCT ``  9 punct
    bad      bad      ADJ   JJ  10 amod
    weather  weather  NOUN  NN  11 nsubj
    came_    come     VERB  VBD 6 ccomp
    ”        ”        PUNCT ''  11 punct
    on       on       ADP   IN  14 case
    ships_   ship     NOUN  NNS 6 obl
    .        .        PUNCT .   6 punct
"""


def texts(parse, words):
    return " ".join(parse.words[at].text for at in words)


def article(rows=REPORT):
    return Article(tree(rows))


def test_a_noun_phrase_has_its_modifiers_but_not_its_preposition():
    one = article()
    assert texts(one.parse, noun_phrase(one, 3)) == "The minister"
    assert texts(one.parse, noun_phrase(one, 13)) == "ships"


def test_a_cue_has_its_negation():
    one = article()
    assert texts(one.parse, cue_phrase(one, 5)) == "never said"


def test_a_complement_has_its_that_and_runs_to_the_end_of_its_sentence():
    one = article()
    assert texts(one.parse, complement(one, 5, 10)) == "that “ bad weather came ” on ships"


def test_a_comma_stops_a_content():
    one = article("""
        He     he   PRON  PRP 2 nsubj
        said   say  VERB  VBD 0 root
        it     it   PRON  PRP 4 nsubj
        works_ work VERB  VBZ 2 ccomp
        ,      ,    PUNCT ,   6 punct
        citing cite VERB  VBG 2 advcl
        tests_ test NOUN  NNS 6 obj
        .      .    PUNCT .   2 punct
    """)
    assert run_on(one, 1, 4) == 4
    assert texts(one.parse, complement(one, 1, 3)) == "it works"


def test_most_of_a_quotation_becomes_the_whole():
    one = article()
    assert texts(one.parse, whole_quotations(one, [9, 10])) == "bad weather came"
    assert whole_quotations(one, [8]) == [8]


def test_spans_join_neighbours_and_take_in_the_marks_of_a_whole_quotation():
    one = article()
    assert [one.parse.text[s:e] for s, e in spans_of(one, [8, 9, 10])] == ["“bad weather came”"]
    assert [one.parse.text[s:e] for s, e in spans_of(one, [9, 10])] == ["weather came"]
    assert [one.parse.text[s:e] for s, e in spans_of(one, [3, 5])] == ["minister", "said"]


def test_outer_punctuation_is_trimmed():
    one = article()
    assert trimmed(one, [1, 2, 3, 14]) == [2, 3]


def test_a_dateline_ends_with_its_dash_but_a_hyphen_ends_none():
    rows = """
        LISBON LISBON PROPN NNP 0 root
        (AP)   AP     PROPN NNP 1 appos
        -      -      PUNCT :   1 punct
        Rain   rain   NOUN  NN  1 dep
    """
    assert after_dateline(Article(tree(rows)), 0, 4) == 3
    assert after_dateline(Article(tree(rows.replace("(AP) ", "Snow_"))), 0, 4) == 0


def test_a_dateline_with_a_date_or_an_agency_may_end_with_a_colon():
    one = article("""
        OSLO_ Oslo PROPN NNP 0 root
        ,     ,    PUNCT ,   1 punct
        May   May  PROPN NNP 1 nmod
        2_    2    NUM   CD  3 nummod
        :     :    PUNCT :   1 punct
        Rain  rain NOUN  NN  1 dep
    """)
    assert one.parse.text == "OSLO, May 2: Rain"
    assert after_dateline(one, 0, 6) == 5
    assert after_dateline(one, 2, 6) == 5  # where a sentence was taken to begin within it
    assert after_dateline(one, 5, 6) == 5
