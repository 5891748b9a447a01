"""Quotations and the cue beside them."""

import pytest

from quotes.detecting.article import Article
from quotes.detecting.patterns import candidates
from tests.detecting.short import proposed, tree

SAID = """
    said    say     VERB  VBD 0 root
    Ann     Ann     PROPN NNP {verb} nsubj
    Lee_    Lee     PROPN NNP {name} flat
    .       .       PUNCT .   {verb} punct
"""
YES = """
    “_      “       PUNCT ``  3 punct
    We      we      PRON  PRP 3 nsubj
    won_    win     VERB  VBD {head} ccomp
    ,_      ,       PUNCT ,   3 punct
    ”       ”       PUNCT ''  3 punct
"""
AGAIN = """

    “_      “       PUNCT ``  3 punct
    We      we      PRON  PRP 3 nsubj
    lost_   lose    VERB  VBD 0 root
    ._      .       PUNCT .   3 punct
    ”       ”       PUNCT ''  3 punct
"""
QUOTE_AND_CUE = YES.format(head=6).rstrip() + SAID.format(verb=6, name=7)


def test_a_cue_after_its_quotation():
    assert proposed(QUOTE_AND_CUE) == [("Ann Lee", "said", "“We won,”")]


def test_a_quotation_broken_by_its_cue_is_one_attribution():
    assert proposed(QUOTE_AND_CUE + AGAIN) == [("Ann Lee", "said", "“We won,” … “We lost.”")]


def test_a_quotation_that_fills_the_next_paragraph_is_a_statement_of_its_own():
    assert proposed(QUOTE_AND_CUE + "\n    # newpar" + AGAIN) == [
        ("Ann Lee", "said", "“We won,”"), ("Ann Lee", "", "“We lost.”")]


def test_a_cue_before_its_quotation():
    assert proposed("""
        She     she   PRON  PRP 2 nsubj
        said_   say   VERB  VBD 0 root
        :       :     PUNCT :   2 punct
        "_      "     PUNCT ``  6 punct
        We      we    PRON  PRP 6 nsubj
        won_    win   VERB  VBD 2 ccomp
        ._      .     PUNCT .   2 punct
        "       "     PUNCT ''  2 punct
    """) == [("She", "said", '"We won."')]


@pytest.mark.parametrize("opening, closing", [("‘", "’"), ("''", "''"), ("«", "»"), ("„", "“")])
def test_whatever_the_marks(opening, closing):
    rows = QUOTE_AND_CUE.replace("“", opening).replace("”", closing)
    assert proposed(rows) == [("Ann Lee", "said", f"{opening}We won,{closing}")]


def test_words_in_scare_quotes_are_no_statement():
    assert proposed("""
        The     the   DET  DT  4 det
        “_      “     PUNCT `` 4 punct
        experts_ expert NOUN NNS 5 nsubj
        ”       ”     PUNCT '' 3 punct
        left_   leave VERB VBD 0 root
        .       .     PUNCT .  5 punct
    """) == []


def test_a_title_of_a_work_is_no_statement():
    assert proposed("""
        “_      “     PUNCT `` 5 punct
        The     the   DET  DT  3 det
        Art     art   NOUN NN  6 nsubj
        of      of    ADP  IN  5 case
        War_    war   NOUN NN  3 nmod
        ”       ”     PUNCT '' 3 punct
        sold    sell  VERB VBD 0 root
        well_   well  ADV  RB  7 advmod
        .       .     PUNCT .  7 punct
    """) == []


def test_a_turn_in_a_transcript_is_not_the_last_speakers():
    turn = AGAIN.replace("    We      we      PRON  PRP 3 nsubj\n", """    ANN_    Ann     PROPN NNP 5 vocative
    :       :       PUNCT :   2 punct
    We      we      PRON  PRP 5 nsubj
""").replace("3 punct", "5 punct")
    assert proposed(QUOTE_AND_CUE + turn)[0] == ("Ann Lee", "said", "“We won,”")


def test_a_verb_that_leads_up_to_the_cue():
    assert proposed("""
        “_      “     PUNCT `` 3 punct
        We      we    PRON PRP 3 nsubj
        won_    win   VERB VBD 7 ccomp
        ,_      ,     PUNCT , 3 punct
        ”       ”     PUNCT '' 3 punct
        he      he    PRON PRP 7 nsubj
        used    use   VERB VBD 0 root
        to      to    PART TO  9 mark
        say_    say   VERB VB  7 xcomp
        .       .     PUNCT .  7 punct
    """) == [("he", "used to say", "“We won,”")]


def test_a_colon_is_the_cue_where_no_verb_is():
    assert proposed("""
        Ann     Ann   PROPN NNP 4 nsubj
        is      be    AUX  VBZ 4 cop
        in      in    ADP  IN  4 case
        Sel_    Sel   PROPN NNP 0 root
        :       :     PUNCT :  4 punct
        “_      “     PUNCT `` 8 punct
        We      we    PRON PRP 8 nsubj
        won_    win   VERB VBD 4 parataxis
        ._      .     PUNCT .  8 punct
        ”       ”     PUNCT '' 8 punct
    """) == [("Ann", ":", "“We won.”")]


def test_marks_go_before_a_clause_that_has_only_part_of_what_stands_in_them():
    both = """
        “_      “      PUNCT ``  3 punct
        It      it     PRON  PRP 3 nsubj
        rained_ rain   VERB  VBD 7 ccomp
        ,_      ,      PUNCT ,   3 punct
        ”       ”      PUNCT ''  3 punct
        Ann     Ann    PROPN NNP 7 nsubj
        said_   say    VERB  VBD 0 root
        .       .      PUNCT .   7 punct

        “_      “      PUNCT ``  3 punct
        We      we     PRON  PRP 3 nsubj
        stayed_ stay   VERB  VBD 0 root
        ._      .      PUNCT .   3 punct
        ”       ”      PUNCT ''  3 punct
    """
    assert [one.reason for one in candidates(Article(tree(both)))] == ["marks"]
