"""Questions with their cue in the next sentence."""

from tests.detecting.short import proposed

ASKED = """
    Will     will    AUX   MD  3 aux
    schools  school  NOUN  NNS 3 nsubj
    open_    open    VERB  VB  0 root
    ?        ?       PUNCT .   3 punct

    Parents  parent  NOUN  NNS 3 nsubj
    have     have    AUX   VBP 3 aux
    {verb}_  {verb}  VERB  VBN 0 root
    .        .       PUNCT .   3 punct
"""


def test_the_question_of_the_sentence_before():
    assert proposed(ASKED.format(verb="asked")) == [("Parents", "have asked", "Will schools open")]


def test_no_cue_no_question():
    assert proposed(ASKED.format(verb="left")) == []
