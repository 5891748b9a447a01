"""Where a content begins and ends: the alternatives, and the choice among them by learned weights."""

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.evidence import Evidence
from quotes.detecting.extents import FEATURE, contents, features, settled
from tests.detecting.short import tree

ARTICLE = Article(tree("""
    Ann      Ann    PROPN NNP 2 nsubj
    said     say    VERB  VBD 0 root
    it       it     PRON  PRP 4 nsubj
    rained_  rain   VERB  VBD 2 ccomp
    ,        ,      PUNCT ,   7 punct
    which    which  PRON  WDT 7 nsubj
    helped_  help   VERB  VBD 4 advcl:relcl
    .        .      PUNCT .   2 punct
"""))
SHORT, LONG = (2, 3), (2, 3, 4, 5, 6)


def candidate(content, *, cue=(1,), source=(0,), score=0.9, reason="clause"):
    return Candidate(tuple(cue), tuple(content), tuple(source), score, "speech", reason)


def found(content, **more):
    return Evidence(None, candidate(content, **more), 0.0)


def test_a_content_may_be_cut_before_the_branch_it_ends_in():
    assert contents(ARTICLE, found(LONG)) == [LONG, SHORT]


def test_a_content_may_go_on_to_the_end_of_its_sentence():
    assert LONG in contents(ARTICLE, found(SHORT))


def test_what_was_found_comes_first_and_stays_without_weights():
    assert contents(ARTICLE, found(SHORT))[0] == SHORT
    assert settled(ARTICLE, found(SHORT), {}).candidate.content == SHORT


def test_weights_choose():
    wide = settled(ARTICLE, found(SHORT), {FEATURE + "sentence end clause": 1.0})
    assert wide.candidate.content == LONG
    narrow = settled(ARTICLE, found(LONG), {FEATURE + "before comma which": 1.0})
    assert narrow.candidate.content == SHORT


def test_the_content_of_the_head_is_among_the_alternatives_if_it_has_no_holes():
    def beside(content):
        return Evidence(candidate(content, reason="head"), candidate(LONG), 0.5)

    assert (3, 4, 5, 6) in contents(ARTICLE, beside((3, 4, 5, 6)))
    assert (2, 6) not in contents(ARTICLE, beside((2, 6)))


def test_no_content_goes_on_in_another_paragraph():
    article = Article(tree("""
        Ann     Ann   PROPN NNP 2 nsubj
        said    say   VERB  VBD 0 root
        it      it    PRON  PRP 4 nsubj
        rained  rain  VERB  VBD 2 ccomp

        # newpar
        Ferry   Ferry NOUN  NN  2 compound
        news    news  NOUN  NN  0 root
    """))
    assert contents(article, Evidence(candidate((2, 3, 4, 5), reason="head"), candidate(SHORT), 0.5)) == [SHORT]


def test_what_stands_on_both_sides_of_its_cue_is_left_alone():
    assert contents(ARTICLE, found((0, 2, 3), source=())) == [(0, 2, 3)]


def test_a_hearer_beside_the_cue_is_not_added_to_the_content():
    article = Article(tree("""
        Ann      Ann  PROPN NNP 2 nsubj
        told     tell VERB  VBD 0 root
        him      he   PRON  PRP 2 iobj
        it       it   PRON  PRP 5 nsubj
        rained_  rain VERB  VBD 2 ccomp
        .        .    PUNCT .   2 punct
    """))
    assert all(content[0] == 3 for content in contents(article, found((3, 4))))


def test_features_name_what_follows_and_who_agrees():
    both = Evidence(candidate(LONG, reason="head"), candidate(SHORT), 0.4)
    short, long = (features(ARTICLE, both, content) for content in (SHORT, LONG))
    assert short[FEATURE + "before comma which"] == short[FEATURE + "pattern same"] == 1
    assert long[FEATURE + "sentence end clause"] == long[FEATURE + "head same"] == 1
    assert FEATURE + "before comma which" not in long


