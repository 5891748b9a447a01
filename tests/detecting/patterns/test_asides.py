"""A cue between commas."""

from tests.detecting.short import proposed


def test_the_sentence_around_an_aside_is_the_content_however_it_is_parsed():
    assert proposed("""
        The     the    DET   DT  2 det
        upkeep_ upkeep NOUN  NN  8 nsubj
        ,       ,      PUNCT ,   5 punct
        it      it     PRON  PRP 5 nsubj
        said_   say    VERB  VBD 0 root
        ,       ,      PUNCT ,   8 punct
        had     have   AUX   VBD 8 aux
        grown_  grow   VERB  VBN 5 ccomp
        .       .      PUNCT .   5 punct
    """) == [("it", "said", "The upkeep … had grown")]


def test_a_relative_pronoun_before_the_aside_starts_the_content():
    assert proposed("""
        Drains_ drain  NOUN  NNS 0 root
        ,       ,      PUNCT ,   9 punct
        which_  which  PRON  WDT 9 nsubj
        ,       ,      PUNCT ,   6 punct
        they    they   PRON  PRP 6 nsubj
        argue_  argue  VERB  VBP 9 parataxis
        ,       ,      PUNCT ,   9 punct
        may     may    AUX   MD  9 aux
        harm    harm   VERB  VB  1 acl:relcl
        eels_   eel    NOUN  NNS 9 obj
        .       .      PUNCT .   1 punct
    """) == [("they", "argue", "which … may harm eels")]


def test_you_know_attributes_nothing():
    assert proposed("""
        It_     it     PRON  PRP 7 nsubj
        ,       ,      PUNCT ,   4 punct
        you     you    PRON  PRP 4 nsubj
        know_   know   VERB  VBP 7 parataxis
        ,       ,      PUNCT ,   7 punct
        often   often  ADV   RB  7 advmod
        rains_  rain   VERB  VBZ 0 root
        .       .      PUNCT .   7 punct
    """) == []
