"""Quotations with no cue of their own."""

from tests.detecting.short import proposed

INTRODUCED = """
    Ann     Ann     PROPN NNP 2 nsubj
    laughed_ laugh  VERB  VBD 0 root
    .       .       PUNCT .   2 punct

    # newpar
    “_      “       PUNCT ``  3 punct
    We      we      PRON  PRP 3 nsubj
    won_    win     VERB  VBD 0 root
    ._      .       PUNCT .   3 punct
    ”       ”       PUNCT ''  3 punct
"""


def test_the_speaker_is_the_last_one_introduced():
    assert proposed(INTRODUCED) == [("Ann", "", "“We won.”")]


def test_a_section_heading_in_marks_is_no_statement():
    rows = INTRODUCED.replace("We      we      PRON  PRP", "Great   great   ADJ   JJ ")
    rows = rows.replace("won_    win     VERB  VBD", "Danger_ danger  NOUN  NN ")
    assert proposed(rows.replace("    ._      .       PUNCT .   3 punct\n", "")) == []


def test_a_thing_is_no_speaker_but_the_person_before_it_is():
    rows = """
    Ann     Ann     PROPN NNP 2 nsubj
    laughed_ laugh  VERB  VBD 0 root
    .       .       PUNCT .   2 punct

    Rain    rain    NOUN  NN  2 nsubj
    fell_   fall    VERB  VBD 0 root
    .       .       PUNCT .   2 punct
""" + INTRODUCED[INTRODUCED.index("\n    # newpar"):]
    assert proposed(rows) == [("Ann", "", "“We won.”")]
    assert proposed(rows[rows.index("\n    Rain"):]) == []


def test_a_quotation_with_words_after_it_in_its_paragraph_is_not_the_last_speakers():
    assert proposed(INTRODUCED + """
    Rain    rain    NOUN  NN  2 nsubj
    fell_   fall    VERB  VBD 0 root
    .       .       PUNCT .   2 punct
    """) == []
