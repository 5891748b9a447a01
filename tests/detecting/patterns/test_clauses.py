"""Clauses under a cue."""

import pytest

from tests.detecting.short import proposed


def test_a_that_clause():
    assert proposed("""
        Wilmes   Wilmes PROPN NNP 2 nsubj
        said     say    VERB  VBD 0 root
        that     that   SCONJ IN  6 mark
        channels channel NOUN NNS 6 nsubj
        are      be     AUX   VBP 6 cop
        open_    open   ADJ   JJ  2 ccomp
        .        .      PUNCT .   2 punct
    """) == [("Wilmes", "said", "that channels are open")]


def test_a_bare_clause_and_a_coordinated_verb_are_two_attributions():
    assert proposed("""
        She    she    PRON  PRP 3 nsubj
        had    have   AUX   VBD 3 aux
        said   say    VERB  VBN 0 root
        it     it     PRON  PRP 5 nsubj
        rained rain   VERB  VBD 3 ccomp
        and    and    CCONJ CC  7 cc
        added  add    VERB  VBD 3 conj
        that   that   SCONJ IN  10 mark
        roads  road   NOUN  NNS 10 nsubj
        flooded_ flood VERB VBD 7 ccomp
        .      .      PUNCT .   3 punct
    """) == [("She", "had said", "it rained"), ("She", "added", "that roads flooded")]


def test_what_somebody_lets_be_known_is_said_also_in_quotation_marks():
    assert proposed("""
        He       he      PRON  PRP 2 nsubj
        let      let     VERB  VBD 0 root
        it       it      PRON  PRP 2 expl
        be       be      AUX   VB  5 cop
        known    know    VERB  VBN 2 xcomp
        that     that    SCONJ IN  9 mark
        towns    town    NOUN  NNS 9 nsubj
        “_       “       PUNCT ``  9 punct
        see      see     VERB  VBP 5 ccomp
        nothing_ nothing PRON  NN  9 obj
        ”_       ”       PUNCT ''  9 punct
        .        .       PUNCT .   2 punct
    """) == [("He", "be known", "that towns “see nothing”")]


def test_a_clause_before_its_cue_with_the_subject_inverted():
    assert proposed("""
        Roads    road   NOUN  NNS 3 nsubj
        have     have   AUX   VBP 3 aux
        flooded_ flood  VERB  VBN 5 ccomp
        ,        ,      PUNCT ,   3 punct
        said     say    VERB  VBD 0 root
        the      the    DET   DT  7 det
        mayor_   mayor  NOUN  NN  5 nsubj
        .        .      PUNCT .   5 punct
    """) == [("the mayor", "said", "Roads have flooded")]


def test_a_cue_in_parenthesis_parts_the_content_in_two_spans():
    assert proposed("""
        Roads_   road   NOUN  NNS 7 nsubj
        ,        ,      PUNCT ,   4 punct
        she      she    PRON  PRP 4 nsubj
        said_    say    VERB  VBD 7 parataxis
        ,        ,      PUNCT ,   4 punct
        have     have   AUX   VBP 7 aux
        flooded_ flood  VERB  VBN 0 root
        .        .      PUNCT .   7 punct
    """) == [("she", "said", "Roads … have flooded")]


def test_a_participle_has_the_subject_of_its_verb():
    assert ("The ministry", "adding", "that they failed") in proposed("""
        The      the      DET   DT  2 det
        ministry ministry NOUN  NN  3 nsubj
        left_    leave    VERB  VBD 0 root
        ,        ,        PUNCT ,   5 punct
        adding   add      VERB  VBG 3 advcl
        that     that     SCONJ IN  8 mark
        they     they     PRON  PRP 8 nsubj
        failed_  fail     VERB  VBD 5 ccomp
        .        .        PUNCT .   3 punct
    """)


def test_an_embedded_attribution_is_given_beside_the_one_around_it():
    assert proposed("""
        The      the      DET   DT  2 det
        agency   agency   NOUN  NN  3 nsubj
        reported report   VERB  VBD 0 root
        that     that     SCONJ IN  6 mark
        Belgium  Belgium  PROPN NNP 6 nsubj
        said     say      VERB  VBD 3 ccomp
        diplomats diplomat NOUN NNS 8 nsubj
        spied_   spy      VERB  VBD 6 ccomp
        .        .        PUNCT .   3 punct
    """) == [("The agency", "reported", "that Belgium said diplomats spied"), ("Belgium", "said", "diplomats spied")]


def test_who_in_a_relative_clause_is_the_source():
    assert ("who", "said", "it rained") in proposed("""
        Hill_    Hill     PROPN NNP 7 nsubj
        ,        ,        PUNCT ,   4 punct
        who      who      PRON  WP  4 nsubj
        said     say      VERB  VBD 1 acl:relcl
        it       it       PRON  PRP 6 nsubj
        rained_  rain     VERB  VBD 4 ccomp
        ,        ,        PUNCT ,   4 punct
        left_    leave    VERB  VBD 0 root
        .        .        PUNCT .   8 punct
    """.replace("NNP 7", "NNP 8"))


def test_the_whole_noun_phrase_is_the_source():
    assert proposed("""
        Hugh     Hugh     PROPN NNP 8 nsubj
        Hill_    Hill     PROPN NNP 1 flat
        ,        ,        PUNCT ,   5 punct
        a        a        DET   DT  5 det
        doctor   doctor   NOUN  NN  1 appos
        here_    here     ADV   RB  5 advmod
        ,        ,        PUNCT ,   5 punct
        said     say      VERB  VBD 0 root
        it       it       PRON  PRP 10 nsubj
        rained_  rain     VERB  VBD 8 ccomp
        .        .        PUNCT .   8 punct
    """)[0][0] == "Hugh Hill, a doctor here"


def test_an_order_to_the_reader_is_no_attribution():
    assert proposed("""
        Imagine  imagine VERB VB  0 root
        it       it      PRON PRP 3 nsubj
        rains_   rain    VERB VBZ 1 ccomp
        .        .       PUNCT .  1 punct
    """) == []


def test_a_further_cue_as_a_participle_ends_the_content():
    assert proposed("""
        Quell   Quell PROPN NNP 2 nsubj
        said    say   VERB  VBD 0 root
        it      it    PRON  PRP 4 nsubj
        rained_ rain  VERB  VBD 2 ccomp
        ,       ,     PUNCT ,   6 punct
        adding  add   VERB  VBG 4 advcl
        that    that  SCONJ IN  9 mark
        roads   road  NOUN  NNS 9 nsubj
        flooded_ flood VERB VBD 6 ccomp
        .       .     PUNCT .   2 punct
    """)[0] == ("Quell", "said", "it rained")


def test_a_plain_act_is_no_attribution():
    assert proposed("""
        Belgium  Belgium  PROPN NNP 2 nsubj
        expelled expel    VERB  VBD 0 root
        ten      ten      NUM   CD  4 nummod
        diplomats_ diplomat NOUN NNS 2 obj
        .        .        PUNCT .   2 punct
    """) == []


def test_a_that_clause_under_a_noun_between():
    assert proposed("""
        He       he      PRON  PRP 2 nsubj
        told     tell    VERB  VBD 0 root
        us       we      PRON  PRP 2 iobj
        on       on      ADP   IN  6 case
        the      the     DET   DT  6 det
        steps    step    NOUN  NNS 2 obl
        that     that    SCONJ IN  9 mark
        it       it      PRON  PRP 9 nsubj
        rained_  rain    VERB  VBD 6 acl
        .        .       PUNCT .   2 punct
    """) == [("He", "told", "that it rained")]


def test_an_adverb_before_the_conjunction_is_no_content():
    assert proposed("""
        He       he      PRON  PRP 2 nsubj
        warned_  warn    VERB  VBD 0 root
        ,        ,       PUNCT ,   4 punct
        however_ however ADV   RB  8 advmod
        ,        ,       PUNCT ,   4 punct
        that     that    SCONJ IN  8 mark
        roads    road    NOUN  NNS 8 nsubj
        flood_   flood   VERB  VBP 2 ccomp
        .        .       PUNCT .   2 punct
    """) == [("He", "warned", "that roads flood")]


def test_who_asked_is_not_named_by_a_participle():
    assert proposed("""
        Asked    ask     VERB  VBD 7 advcl
        why      why     ADV   WRB 4 advmod
        he       he      PRON  PRP 4 nsubj
        stayed_  stay    VERB  VBD 1 ccomp
        ,        ,       PUNCT ,   1 punct
        Grell    Grell   PROPN NNP 7 nsubj
        left_    leave   VERB  VBD 0 root
        .        .       PUNCT .   7 punct
    """) == [("", "Asked", "why he stayed")]


def test_a_second_that_clause_belongs_to_the_content():
    assert proposed("""
        Ann     Ann    PROPN NNP 2 nsubj
        said    say    VERB  VBD 0 root
        that    that   SCONJ IN  5 mark
        it      it     PRON  PRP 5 nsubj
        rained  rain   VERB  VBD 2 ccomp
        and     and    CCONJ CC  9 cc
        that    that   SCONJ IN  9 mark
        guides  guide  NOUN  NNS 9 nsubj
        show_   show   VERB  VBP 2 conj
        .       .      PUNCT .   2 punct
    """)[0] == ("Ann", "said", "that it rained and that guides show")


def test_a_clause_that_the_tree_hangs_on_the_verb_before_the_cue():
    assert proposed("""
        Ann       Ann      PROPN NNP 2 nsubj
        continued continue VERB  VBD 0 root
        to        to       PART  TO  4 mark
        argue     argue    VERB  VB  2 xcomp
        that      that     SCONJ IN  7 mark
        it        it       PRON  PRP 7 nsubj
        rained_   rain     VERB  VBD 2 advcl
        .         .        PUNCT .   2 punct
    """) == [("Ann", "continued to argue", "that it rained")]


PRAISED = """
    Ann      Ann     PROPN NNP 2 nsubj
    said     say     VERB  VBD 0 root
    that     that    SCONJ IN  5 mark
    unity    unity   NOUN  NN  5 nsubj
    counted_ count   VERB  VBD 2 ccomp
    ,        ,       PUNCT ,   8 punct
    despite  despite SCONJ IN  8 mark
    denying  deny    VERB  VBG 5 advcl
    that     that    SCONJ IN  11 mark
    it       it      PRON  PRP 11 nsubj
    helped_  help    VERB  VBD 8 ccomp
    .        .       PUNCT .   2 punct
"""


@pytest.mark.parametrize("noun, source", [("unity", "Ann"), ("mayor", "mayor"), ("university", "university")])
def test_a_quality_is_not_who_a_participle_speaks_for(noun, source):
    assert (source, "denying", "that it helped") in proposed(PRAISED.replace("unity", noun))


def test_a_quality_in_the_main_clause_is_not_who_a_participle_speaks_for():
    assert not any(cue == "adding" and source for source, cue, _ in proposed("""
        Stability stability NOUN  NN  2 nsubj
        returned_ return    VERB  VBD 0 root
        ,         ,         PUNCT ,   4 punct
        adding    add       VERB  VBG 2 advcl
        that      that      SCONJ IN  7 mark
        it        it        PRON  PRP 7 nsubj
        rained_   rain      VERB  VBD 4 ccomp
        .         .         PUNCT .   2 punct
    """))
