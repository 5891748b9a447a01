"""Lines that begin with their speaker."""

from tests.detecting.short import proposed

SPEAKS = """
    {name}_  {name} PROPN NNP 0 root
    :       :     PUNCT :  1 punct
    We      we    PRON PRP 4 nsubj
    {verb}_ win   VERB VBD 1 parataxis
    .       .     PUNCT .  4 punct
"""
DATELINE = """
    Kyiv      Kyiv    PROPN NNP 0 root
    —         —       PUNCT :   1 punct
    Reuters_  Reuters PROPN NNP 1 dep
    :         :       PUNCT :   1 punct
    “_        “       PUNCT ``  7 punct
    We        we      PRON  PRP 7 nsubj
    won_      win     VERB  VBD 1 parataxis
    ”         ”       PUNCT ''  7 punct
"""
MORE = """
    It      it    PRON PRP 2 nsubj
    rained_ rain  VERB VBD 0 root
    .       .     PUNCT .  2 punct
"""


def test_a_headline_with_a_colon():
    assert proposed("""
        Ann_    Ann  PROPN NNP 0 root
        :       :    PUNCT :   1 punct
        ‘_      ‘    PUNCT ``  5 punct
        We      we   PRON  PRP 5 nsubj
        Won_    win  VERB  VBD 1 parataxis
        ’       ’    PUNCT ''  5 punct
    """) == [("Ann", ":", "‘We Won’")]


def test_a_transcript():
    assert proposed("""
        PENCE_  Pence PROPN NNP 0 root
        :       :     PUNCT :   1 punct
        We      we    PRON  PRP 4 nsubj
        won     win   VERB  VBD 1 parataxis
        it_     it    PRON  PRP 4 obj
        .       .     PUNCT .   4 punct
    """) == [("PENCE", ":", "We won it")]


def test_a_label_is_no_speaker():
    assert proposed("""
        Photo_  Photo PROPN NNP 0 root
        :       :     PUNCT :   1 punct
        Ann     Ann   PROPN NNP 1 parataxis
        Lee     Lee   PROPN NNP 3 flat
    """) == []


def test_a_turn_runs_on_over_paragraphs_to_the_next_label():
    rows = "\n    # newpar".join((SPEAKS.format(name="QUELL", verb="won"), MORE, SPEAKS.format(name="LEE", verb="lost")))
    assert proposed(rows) == [("QUELL", ":", "We won. … It rained"), ("LEE", ":", "We lost")]


def test_the_last_turn_ends_with_its_paragraph():
    rows = "\n    # newpar".join((SPEAKS.format(name="QUELL", verb="won"), MORE))
    assert proposed(rows) == [("QUELL", ":", "We won")]


def test_questions_and_answers():
    rows = "\n    # newpar".join((SPEAKS.format(name="Q", verb="won"), SPEAKS.format(name="A", verb="lost")))
    assert proposed(rows) == [("Q", ":", "We won"), ("A", ":", "We lost")]


def test_what_a_turn_says_is_not_taken_apart():
    assert proposed("""
        QUELL_  Quell PROPN NNP 0 root
        :       :     PUNCT :   1 punct
        I       I     PRON  PRP 4 nsubj
        think   think VERB  VBP 1 parataxis
        it      it    PRON  PRP 6 nsubj
        rains_  rain  VERB  VBZ 4 ccomp
        .       .     PUNCT .   4 punct
    """) == [("QUELL", ":", "I think it rains")]


def test_a_title_without_a_verb_says_nothing():
    assert proposed("""
        Ann    Ann     PROPN NNP 0 root
        Lee_   Lee     PROPN NNP 1 flat
        :      :       PUNCT :   1 punct
        your   your    PRON  PRP$ 5 nmod:poss
        day    day     NOUN  NN  1 appos
        in     in      ADP   IN  7 case
        news   news    NOUN  NN  5 nmod
    """) == []


def test_a_headline_without_marks():
    assert proposed("""
        Lee_   Lee     PROPN NNP 0 root
        :      :       PUNCT :   1 punct
        eels   eel     NOUN  NNS 4 nsubj
        need   need    VERB  VBP 1 parataxis
        help   help    NOUN  NN  4 obj
    """) == [("Lee", ":", "eels need help")]


def test_a_dateline_is_no_speaker():
    assert proposed(DATELINE) == []
    assert proposed(DATELINE.replace("Reuters", "Bly____")) != []
