"""Sources in a phrase of their own."""

from tests.detecting.short import found


def test_according_to():
    assert found("""
        Ten       ten     NUM   CD  2 nummod
        people    people  NOUN  NNS 3 nsubj
        died_     die     VERB  VBD 0 root
        ,         ,       PUNCT ,   7 punct
        according accord  VERB  VBG 7 case
        to        to      ADP   IN  5 fixed
        police_   police  NOUN  NN  3 obl
        .         .       PUNCT .   3 punct
    """) == [("police", "according to", "Ten people died")]


def test_as_someone_put_it():
    assert found("""
        As      as    SCONJ IN  3 mark
        Ridge   Ridge PROPN NNP 3 nsubj
        put     put   VERB  VBD 8 advcl
        it_     it    PRON  PRP 3 obj
        ,       ,     PUNCT ,   3 punct
        we      we    PRON  PRP 8 nsubj
        have    have  AUX   VBP 8 aux
        lost_   lose  VERB  VBN 0 root
        .       .     PUNCT .   8 punct
    """) == [("Ridge", "As … put it", "we have lost")]
