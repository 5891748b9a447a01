"""What the head proposes gets exact edges."""

import pytest

from quotes.data import Proposal
from quotes.detecting.article import Article
from quotes.detecting.proposals import candidates, raw
from tests.detecting.short import tree

SENTENCE = """
    The       the       DET   DT  3 det
    new       new       ADJ   JJ  3 amod
    minister  minister  NOUN  NN  4 nsubj
    said      say       VERB  VBD 0 root
    that      that      SCONJ IN  9 mark
    the       the       DET   DT  7 det
    old       old       ADJ   JJ  8 amod
    ferry     ferry     NOUN  NN  9 nsubj
    sank      sink      VERB  VBD 4 ccomp
    on        on        ADP   IN  11 case
    Monday_   Monday    PROPN NNP 9 obl
    .         .         PUNCT .   4 punct
"""


def proposed(cue, content, source, *, how=candidates, text=SENTENCE):
    parse = tree(text, proposals=(Proposal(tuple(cue), tuple(content), tuple(source), 0.9),))
    (one,) = how(Article(parse))
    return one


def test_a_missed_word_in_the_middle_is_filled():
    assert proposed([3], [4, 5, 6, 8, 9, 10], [0, 1, 2]).content == (4, 5, 6, 7, 8, 9, 10)


def test_nearly_a_clause_becomes_the_clause():
    assert proposed([3], [4, 5, 6, 7, 8, 9], [0, 1, 2]).content == (4, 5, 6, 7, 8, 9, 10)


def test_half_a_noun_phrase_becomes_the_whole_source():
    assert proposed([3], [4, 5, 6, 7, 8, 9, 10], [2]).source == (0, 1, 2)


def test_content_never_holds_words_of_cue_or_source():
    one = proposed([3], [2, 4, 5, 6, 7, 8, 9, 10], [0, 1, 2])
    assert not set(one.content) & {*one.cue, *one.source}


def test_raw_proposals_stay_as_they_are():
    assert proposed([3], [4, 6], [2], how=raw).content == (4, 6)


def test_a_parse_without_a_head_has_no_proposals():
    assert list(candidates(Article(tree(SENTENCE)))) == []


@pytest.mark.parametrize("cue, act", [([3], "speech"), ([8], "thought")])
def test_a_cue_that_the_lexicon_does_not_know_is_no_speech_without_quotation_marks(cue, act):
    assert proposed(cue, [9, 10], [0, 1, 2]).act == act


def test_a_source_is_looked_for_in_the_cues_sentence():
    two = SENTENCE + "\n\n" + SENTENCE
    assert proposed([15], [16, 17, 18, 19, 20, 21, 22], [2, 12, 13, 14], text=two).source == (12, 13, 14)
    assert proposed([15], [16, 17, 18, 19, 20, 21, 22], [0, 1, 2], text=two).source == (0, 1, 2)


def test_a_slip_into_the_heading_above_is_dropped():
    heading = "Ferry Ferry PROPN NNP 2 compound\nsinks sink VERB VBZ 0 root\n\n# newpar"
    assert proposed([5], [0, 6, 7, 8, 9, 10, 11, 12], [2, 3, 4], text=heading + SENTENCE).content == (
        6, 7, 8, 9, 10, 11, 12)


def test_who_gives_reasons_is_who_acts():
    text = """
        Ireland  Ireland  PROPN NNP 2 nsubj
        expelled expel    VERB  VBD 0 root
        two      two      NUM   CD  4 nummod
        envoys   envoy    NOUN  NNS 2 obj
        citing   cite     VERB  VBG 4 acl
        threats_ threat   NOUN  NNS 5 obj
        .        .        PUNCT .   2 punct
    """
    assert proposed([4], [5], [2, 3], text=text).source == (0,)


def test_who_is_told_is_no_source():
    text = """
        Envoys  envoy  NOUN  NNS 3 nsubj:pass
        were    be     AUX   VBD 3 aux:pass
        ordered order  VERB  VBN 0 root
        to      to     PART  TO  5 mark
        leave_  leave  VERB  VB  3 xcomp
        .       .      PUNCT .   3 punct
    """
    assert proposed([1, 2], [3, 4], [0], text=text).source == ()
