"""What is told of why an attribution is one."""

import pytest

from quotes.data import Proposal
from quotes.detecting import detect
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.explaining import pattern_of, why
from tests.detecting.short import tree

SAID = """
    Ann     Ann   PROPN NNP 2 nsubj
    said    say   VERB  VBD 0 root
    it      it    PRON  PRP 4 nsubj
    rained_ rain  VERB  VBD 2 ccomp
    .       .     PUNCT .   2 punct
"""
IN_MARKS = """
    “_      “       PUNCT ``  3 punct
    We      we      PRON  PRP 3 nsubj
    won_    win     VERB  VBD 6 ccomp
    ,_      ,       PUNCT ,   3 punct
    ”       ”       PUNCT ''  3 punct
    said    say     VERB  VBD 0 root
    Ann_    Ann     PROPN NNP 6 nsubj
    .       .       PUNCT .   6 punct
"""
FAR = """
    Ann     Ann    PROPN NNP 2 nsubj
    denied  deny   VERB  VBD 0 root
    to      to     ADP   IN  4 case
    us      we     PRON  PRP 2 obl
    any     any    DET   DT  6 det
    talk    talk   NOUN  NN  4 dep
    of      of     ADP   IN  8 case
    rain    rain   NOUN  NN  6 nmod
    that    that   PRON  WDT 10 nsubj
    fell_   fall   VERB  VBD 8 acl:relcl
    .       .      PUNCT .   2 punct
"""


def reasons(rows, **more):
    return [one.why for one in detect(tree(rows, **more))]


def of(reason, *, rows=SAID, cue=(1,), content=(2, 3), learned=None, **more):
    return why(Article(tree(rows, **more)), Candidate(cue, content, (0,), 0.9, "speech", reason, learned))


def test_a_clause_is_told_by_its_cue_and_its_path_in_the_tree():
    assert reasons(SAID) == ["cue “said” with a clause (ccomp)"]


def test_a_quotation_is_told_by_its_marks():
    assert reasons(IN_MARKS) == ["quotation marks “ … ” beside cue “said”"]


def test_the_learned_model_says_how_likely_it_found_it():
    assert reasons(SAID, proposals=(Proposal((1,), (2, 3), (0,), 0.934),)) == [
        "cue “said” with a clause (ccomp); learned model 0.93"]


def test_what_the_learned_model_passed_over_is_told():
    assert of("clause", proposals=()) == "cue “said” with a clause (ccomp); not seen by the learned model"


def test_what_no_pattern_found_rests_on_the_learned_model_alone():
    assert of("head", learned=0.7, proposals=()) == "cue “said” (ccomp); learned model alone 0.70"


@pytest.mark.parametrize("reason, told", [
    ("head, noun to", "cue “said” with an infinitive (ccomp)"),
    ("+of", "cue “said” with a prepositional phrase (ccomp)"),
    ("obj+at", "cue “said” with an object and a prepositional phrase (ccomp)"),
    ("according", "cue “said” (ccomp)"),
    ("head, headline", "headline with its speaker at cue “said”"),
    ("transcript", "turn of a transcript"),
    ("last speaker", "quotation marks “ … ” without a cue: the last speaker goes on"),
])
def test_each_construct_has_its_words(reason, told):
    assert of(reason) == told


def test_a_cue_under_its_content_is_reached_upwards():
    assert of("according", cue=(3,), content=(1,)) == "cue “rained” (< ccomp)"


def test_a_long_path_tells_nothing():
    assert of("head", rows=FAR, content=(7,)) == "cue “denied” (obl > dep > nmod)"
    assert of("head", rows=FAR, content=(9,)) == "cue “denied”"


@pytest.mark.parametrize("reason, pattern", [("head", ""), ("head, clause", "clause"), ("head, headline", "headline"),
                                             ("headline", "headline"), ("by X's count", "by X's count")])
def test_the_pattern_is_told_apart_from_the_head(reason, pattern):
    assert pattern_of(reason) == pattern
