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


@pytest.mark.parametrize("relation", ["obj", "nsubj"], ids=["as its object", "as a second subject, behind the verb"])
def test_who_gives_reasons_is_who_acts(relation):
    text = f"""
        Ireland  Ireland  PROPN NNP 2 nsubj
        expelled expel    VERB  VBD 0 root
        two      two      NUM   CD  4 nummod
        envoys   envoy    NOUN  NNS 2 {relation}
        citing   cite     VERB  VBG 4 acl
        threats_ threat   NOUN  NNS 5 obj
        .        .        PUNCT .   2 punct
    """
    assert proposed([4], [5], [2, 3], text=text).source == (0,)


@pytest.mark.parametrize("source", [[1], [0], [0, 1]])
def test_who_is_told_is_no_source(source):
    text = """
        Zemlan  Zemlan ADJ   JJ  2 amod
        envoys  envoy  NOUN  NNS 4 nsubj:pass
        were    be     AUX   VBD 4 aux:pass
        ordered order  VERB  VBN 0 root
        to      to     PART  TO  6 mark
        leave_  leave  VERB  VB  4 xcomp
        .       .      PUNCT .   4 punct
    """
    assert proposed([2, 3], [4, 5], source, text=text).source == ()


ADDED = """
    Rell    Rell   PROPN NNP 2 nsubj
    left_   leave  VERB  VBD 0 root
    ,       ,      PUNCT ,   4 punct
    adding  add    VERB  VBG 2 advcl
    that    that   SCONJ IN  7 mark
    it      it     PRON  PRP 7 nsubj
    rained_ rain   VERB  VBD 4 ccomp
    .       .      PUNCT .   2 punct

    # newpar
    Ferry   ferry  NOUN  NN  3 nsubj
    '_      '      PUNCT ``  3 punct
    sailing sail   VERB  VBG 0 root
    again_  again  ADV   RB  3 advmod
    '       '      PUNCT ''  3 punct
"""


def test_a_content_stays_in_the_paragraph_of_its_cue_though_more_is_proposed_elsewhere():
    assert proposed([3], [4, 5, 6, 8, 9, 11, 12], [0], text=ADDED).content == (4, 5, 6)


def test_words_without_marks_in_another_paragraph_are_no_content():
    assert proposed([3], [8, 9, 10, 11, 12], [0], text=ADDED).content == ()


def test_a_quotation_in_another_paragraph_is_a_content():
    assert proposed([3], [10, 11], [0], text=ADDED).content == (10, 11)


def test_a_colon_announces_words_in_another_paragraph():
    text = """
        Rell   Rell PROPN NNP 2 nsubj
        added_ add  VERB  VBD 0 root
        :      :    PUNCT :   2 punct

        # newpar
        It      it    PRON  PRP 2 nsubj
        rained_ rain  VERB  VBD 0 root
        .       .     PUNCT .   2 punct
    """
    assert proposed([1], [3, 4], [0], text=text).content == (3, 4)
    assert proposed([1], [3, 4], [0], text=text.replace(":", ";")).content == ()


def test_a_source_has_no_holes_but_for_cue_and_content():
    text = """
        The     the   DET   DT  2 det
        clinic  clinic NOUN NN  6 obl
        where   where ADV   WRB 5 advmod
        Rell    Rell  PROPN NNP 5 nsubj
        works   work  VERB  VBZ 2 acl:relcl
        said    say   VERB  VBD 0 root
        it      it    PRON  PRP 8 nsubj
        closed_ close VERB  VBD 6 ccomp
        .       .     PUNCT .   6 punct
    """
    assert proposed([5], [6, 7], [0, 1, 3, 4], text=text).source == (0, 1, 2, 3, 4)
    assert proposed([5], [6, 7], [0, 3, 4], text=text).source == (0, 1, 2, 3, 4)  # without its own head
    assert proposed([2], [6, 7], [0, 1, 3, 4], text=text).source == (0, 1, 3, 4)


def test_what_stands_before_the_subject_is_not_of_the_source():
    text = """
        In      in     ADP   IN  3 case
        the     the    DET   DT  3 det
        camp    camp   NOUN  NN  6 obl
        ,       ,      PUNCT ,   3 punct
        Rell    Rell   PROPN NNP 6 nsubj
        said    say    VERB  VBD 0 root
        it      it     PRON  PRP 8 nsubj
        rained_ rain   VERB  VBD 6 ccomp
        .       .      PUNCT .   6 punct
    """
    assert proposed([5], [6, 7], [2, 4], text=text).source == (4,)


def test_what_depends_on_a_further_cue_is_not_of_the_content():
    text = """
        Rell    Rell   PROPN NNP 2 nsubj
        said    say    VERB  VBD 0 root
        it      it     PRON  PRP 5 nsubj
        never   never  ADV   RB  5 advmod
        rained_ rain   VERB  VBD 2 ccomp
        and     and    CCONJ CC  7 cc
        cited   cite   VERB  VBD 2 conj
        snow    snow   NOUN  NN  7 obj
        ,       ,      PUNCT ,   10 punct
        ice     ice    NOUN  NN  8 conj
        and     and    CCONJ CC  12 cc
        hail_   hail   NOUN  NN  8 conj
        .       .      PUNCT .   2 punct
    """
    said, cited = Proposal((1,), (2, 3, 4, 9, 10, 11), (0,), 0.9), Proposal((6,), (7,), (0,), 0.9)
    first, _ = candidates(Article(tree(text, proposals=(said, cited))))
    assert first.content == (2, 3, 4)
    (alone,) = candidates(Article(tree(text, proposals=(said,))))
    assert alone.content == (2, 3, 4, 9, 10, 11)


def test_who_is_told_is_no_content_by_itself():
    text = """
        Forty    forty  NUM  CD  2 nummod
        pilots   pilot  NOUN NNS 4 nsubj:pass
        were     be     AUX  VBD 4 aux:pass
        ordered  order  VERB VBN 0 root
        home_    home   ADV  RB  4 advmod
        .        .      PUNCT .  4 punct
    """
    parse = tree(text, proposals=(Proposal((2, 3), (0,), (1,), 0.9),))
    assert list(candidates(Article(parse))) == []
    assert proposed([2, 3], [0, 1], [], text=text.replace("ordered  order", "forecast forecast")).content == (0, 1)


def test_a_name_that_opens_the_sentence_belongs_to_the_list_after_it():
    text = """
        Norland Norland PROPN NNP 8 dislocated
        ,       ,       PUNCT ,   1 punct
        Sudmark Sudmark PROPN NNP 8 nsubj
        ,       ,       PUNCT ,   5 punct
        Ostia   Ostia   PROPN NNP 3 conj
        and     and     CCONJ CC  7 cc
        Velda   Velda   PROPN NNP 3 conj
        said    say     VERB  VBD 0 root
        it      it      PRON  PRP 10 nsubj
        rained  rain    VERB  VBD 8 ccomp
    """
    assert proposed([7], [8, 9], [2, 3, 4, 5, 6], text=text).source == (0, 1, 2, 3, 4, 5, 6)
    other = text.replace("Norland PROPN NNP", "Norland ADV   RB ")
    assert proposed([7], [8, 9], [2, 3, 4, 5, 6], text=other).source == (2, 3, 4, 5, 6)
