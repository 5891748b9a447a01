"""Headlines with their speaker at the end."""

from tests.detecting.short import proposed


def test_a_headline_with_its_quotation_first():
    assert proposed("""
        ‘_      ‘       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ’_      ’       PUNCT ''  3 punct
        :       :       PUNCT :   7 punct
        ferry   ferry   NOUN  NN  7 compound
        board   board   NOUN  NN  3 parataxis
    """) == [("ferry board", ":", "‘We won’")]


def test_the_name_after_the_colon_is_the_source_and_not_what_follows_it():
    assert proposed("""
        ‘_      ‘       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ’_      ’       PUNCT ''  3 punct
        :       :       PUNCT :   3 punct
        Ann     Ann     PROPN NNP 3 parataxis
        Lee     Lee     PROPN NNP 6 flat
        on      on      ADP   IN  9 case
        ships   ship    NOUN  NNS 6 nmod
    """) == [("Ann Lee", ":", "‘We won’")]


def test_a_noun_after_the_colon_up_to_its_verb():
    assert proposed("""
        ‘_      ‘       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ’_      ’       PUNCT ''  3 punct
        :       :       PUNCT :   3 punct
        choir   choir   NOUN  NN  7 nsubj
        mourns  mourn   VERB  VBZ 3 parataxis
        Lee     Lee     PROPN NNP 7 obj
    """) == [("choir", ":", "‘We won’")]


def test_a_speaker_after_a_dash():
    assert proposed("""
        Bypass  bypass  NOUN  NN  4 nsubj
        ‘_      ‘       PUNCT ``  4 punct
        will    will    AUX   MD  4 aux
        flood_  flood   VERB  VB  0 root
        ’       ’       PUNCT ''  4 punct
        –       –       PUNCT :   7 punct
        engineer engineer NOUN NN 4 parataxis
    """) == [("engineer", "–", "Bypass ‘will flood’")]


def test_a_cue_and_its_subject_after_the_last_comma():
    assert proposed("""
        Sale    sale    NOUN  NN  3 nsubj
        may     may     AUX   MD  3 aux
        stop_   stop    VERB  VB  0 root
        ,       ,       PUNCT ,   5 punct
        says    say     VERB  VBZ 3 parataxis
        trust   trust   NOUN  NN  5 obj
    """) == [("trust", "says", "Sale may stop")]


def test_a_subject_and_its_cue_after_the_last_comma():
    assert proposed("""
        Road    road    NOUN  NN  6 ccomp
        to      to      PART  TO  3 mark
        open_   open    VERB  VB  1 acl
        ,       ,       PUNCT ,   6 punct
        council council NOUN  NN  6 nsubj
        admits  admit   VERB  VBZ 0 root
    """) == [("council", "admits", "Road to open")]
