"""Quotations with no cue of their own."""

from tests.detecting.short import found

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
    assert found(INTRODUCED) == [("Ann", "", "“We won.”")]


def test_a_section_heading_in_marks_is_no_statement():
    rows = INTRODUCED.replace("We      we      PRON  PRP", "Great   great   ADJ   JJ ")
    rows = rows.replace("won_    win     VERB  VBD", "Danger_ danger  NOUN  NN ")
    assert found(rows.replace("    ._      .       PUNCT .   3 punct\n", "")) == []
