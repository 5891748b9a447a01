"""What is told of errors: constructs, causes, outcomes and the page."""

import pytest

from evaluating import causes
from evaluating.constructs import Marked, construct_of, cue_lemma
from evaluating.errors import outcomes
from evaluating.page import page
from quotes.data import Proposal
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from tests.detecting.short import tree

TOLD = """
    Ann     Ann     PROPN NNP 2 nsubj
    urged   urge    VERB  VBD 0 root
    Bob     Bob     PROPN NNP 2 obj
    to      to      PART  TO  5 mark
    leave   leave   VERB  VB  2 xcomp
    Rome_   Rome    PROPN NNP 5 obj
    ,       ,       PUNCT ,   5 punct
    weeping weep    VERB  VBG 5 advcl
    .       .       PUNCT .   2 punct
"""
RAIN = """
    Ann     Ann     PROPN NNP 2 nsubj
    said    say     VERB  VBD 0 root
    it      it      PRON  PRP 4 nsubj
    rained_ rain    VERB  VBD 2 ccomp
    .       .       PUNCT .   2 punct

    Bob     Bob     PROPN NNP 2 nsubj
    opened  open    VERB  VBD 0 root
    the     the     DET   DT  4 det
    door_   door    NOUN  NN  2 obj
    .       .       PUNCT .   2 punct
"""
ARTICLE = Article(tree(TOLD))


def one(content, cue=(1,), source=(0,), act="speech"):
    return Marked(tuple(content), tuple(cue), tuple(source), "indirect", act)


def candidate(content, *, cue=(1,), score=0.9, reason="clause", learned=None):
    return Candidate(tuple(cue), tuple(content), (0,), score, "speech", reason, learned)


def missed(gold, *, found=(), candidates=()):
    return causes.of_missed(ARTICLE, gold, found=found, candidates=candidates)


@pytest.mark.parametrize("content, cue, construct", [
    ((2, 3, 4, 5), (1,), "infinitive"), ((2,), (1,), "object"), ((7,), (4,), "prepositional phrase"),
    ((1, 2), (4,), "clause around its cue"), ((2,), (5,), "noun as cue"), ((2,), (), "no cue"),
    ((2,), (6,), "colon or dash"),
])
def test_constructs_are_told_by_the_tree_between_cue_and_content(content, cue, construct):
    assert construct_of(ARTICLE, one(content, cue)) == construct


def test_the_lemma_of_a_cue_is_that_of_the_word_the_lexicon_knows_and_never_a_name():
    assert cue_lemma(ARTICLE, (1, 3)) == "urge"
    assert cue_lemma(ARTICLE, (2,)) == "a name"


@pytest.mark.parametrize("candidates, cause", [
    ([candidate([2, 3, 4, 5], score=0.3, learned=0.2)], "under the cut-off, seen by the learned model and a pattern"),
    ([candidate([2, 3, 4], score=0.3)], "under the cut-off, seen by a pattern alone"),
    ([candidate([3, 4, 5], score=0.3, reason="head", learned=0.2)], "under the cut-off, seen by the learned model alone"),
    ([candidate([2, 3, 4, 5], score=0.8)], "ruled out by another row"),
    ([candidate([7])], "its cue is seen with other words"),
    ([], "not seen: cue known"),
])
def test_what_is_missed_may_have_been_seen(candidates, cause):
    assert missed(one([2, 3, 4, 5]), candidates=candidates) == cause


def test_what_is_missed_and_not_seen_is_told_by_its_cue_its_verb_and_its_source():
    assert missed(one([2, 3, 4], cue=(7,))) == "not seen: cue not in the lexicon"
    assert missed(one([2])) == "not seen: content without a verb"
    assert missed(one([3, 4], source=())) == "not seen: no source"


@pytest.mark.parametrize("content, cause", [
    ((5,), "found, but less than half of it"),
    ((2, 3, 4, 5, 7), "one row for two attributions"),
    ((5, 7), "found, but more than half of the words differ"),
])
def test_what_is_missed_may_be_half_there(content, cause):
    assert missed(one([2, 3, 4, 5]), found=[one(content)]) == cause


@pytest.mark.parametrize("found, cause", [
    (one([2, 3, 4, 5], cue=(7,)), "a second row for one attribution"),
    (one([2]), "a missed one, but less than half of it"),
    (one([7], cue=(4,)), "inside another attribution"),
    (one([5, 7, 8], cue=(7,)), "words of another attribution"),
    (one([8], cue=(7,)), "no attribution: cue not in the lexicon"),
    (one([8], source=()), "no attribution: no source"),
    (one([8]), "no attribution: a statement without a verb"),
    (one([7], act="thought"), "no attribution: a thought with a verb"),
])
def test_what_is_spurious_is_told_by_what_the_gold_has_there(found, cause):
    assert causes.of_spurious(ARTICLE, found, gold=[one([2, 3, 4, 5])]) == cause


@pytest.mark.parametrize("gold, found, cause", [
    ((2, 3, 4, 5), (3, 4, 5), "begins late, without the cue's object"),
    ((3, 4, 5), (2, 3, 4, 5), "begins early, with the cue's object"),
    ((2, 3, 4, 5, 7), (2, 3, 4, 5), "ends early, without what follows a comma or dash"),
    ((4, 5), (3, 4, 5), "begins early, with *that*, *to* or *whether*"),
    ((3, 4), (3, 4, 5), "ends late, with a noun phrase"),
    ((2, 4, 5), (2, 3, 4, 5), "has in the middle *that*, *to* or *whether*"),
    ((0, 3, 4, 5), (3, 4, 5), "begins late, without words that are cue or source of what was found"),
    ((3, 4), (3, 4), "differs in a sign or number"),
])
def test_edges_are_told_by_the_words_that_differ(gold, found, cause):
    assert causes.of_edges(ARTICLE, one(gold), one(found)) == cause


@pytest.mark.parametrize("gold, found, cause", [
    ((0,), (), "none given"), ((0,), (2,), "a name for a name"), ((0,), (4,), "a pronoun for a name"),
    ((0, 2), (2,), "only small words in common"),
])
def test_a_wrong_source_is_told_by_what_it_is_and_what_it_should_be(gold, found, cause):
    assert causes.of_source(ARTICLE, one([5], source=gold), one([5], source=found)) == cause


def record(*quotes, parse):
    def spans(*words):
        return [[parse.words[at].start, parse.words[at].end] for at in words]
    return {"id": "post_1", "text": parse.text, "quotes": [
        {"content": spans(*content), "cue": spans(*cue), "source": spans(*source), "type": "indirect"}
        for content, cue, source in quotes]}


def test_outcomes_are_those_of_the_gold_and_of_what_is_found_beside_it():
    parse = tree(RAIN, proposals=(Proposal((1,), (2, 3), (0,), 0.99),))
    right, lost = outcomes(record(((2, 3), (1,), (0,)), ((7, 8), (6,), (5,)), parse=parse), parse)
    assert (right.kind, right.act, right.construct, right.outlet, right.length, right.cue, right.sources) == (
        "right", "speech", "clause", "post", "1–5", "say", "same")
    assert (lost.kind, lost.cause, lost.construct) == ("missed", "not seen: cue not in the lexicon", "object")
    assert [other.kind for other in outcomes(record(parse=parse), parse)] == ["spurious"]
    assert [other.kind for other in outcomes(record(((3,), (1,), (0,)), parse=parse), parse)] == ["edges"]
    wrong, = outcomes(record(((2, 3), (1,), (5,)), parse=parse), parse)
    assert (wrong.kind, wrong.words) == ("source", "Bob | said | it rained → Ann | said | it rained")


def test_the_page_counts_and_shows_no_words_but_those_of_the_examples():
    parse = tree(RAIN, proposals=(Proposal((1,), (2, 3), (0,), 0.99),))
    found = [*outcomes(record(((2, 3), (1,), (0,)), ((7, 8), (6,), (5,)), parse=parse), parse),
             *outcomes(record(parse=parse), parse)]
    told = page("Gold", found, [], articles=2)
    assert "**Gold**, 2 articles, 2\nattributions" in told
    assert "| **all** | 2 | 1 | 0 | 0 | 1 | 1 | 50.0 | 50.0 | 50.0 |" in told
    assert "| not seen: cue not in the lexicon | 1 | 100 | object | open |  |" in told
    assert "rained" not in told and "door" not in told
    assert "Bob · opened · the door |" in page("Gold", found, found, articles=2)


def test_the_page_leaves_out_a_table_in_which_all_is_the_same():
    parse = tree(RAIN)
    found = list(outcomes(record(((2, 3), (1,), (0,)), parse=parse), parse))
    assert "By outlet" not in page("Gold", found, [], articles=1)
