"""What something is called, in marks."""

from tests.detecting.short import proposed


def test_the_object_and_the_quotation_however_they_are_parsed():
    assert proposed("""
        It      it      PRON  PRP 2 nsubj
        called  call    VERB  VBD 0 root
        the     the     DET   DT  4 det
        camps   camp    NOUN  NNS 2 obj
        by      by      ADP   IN  6 case
        Sel     Sel     PROPN NNP 2 obl
        "_      "       PUNCT ``  9 punct
        a       a       DET   DT  9 det
        farce_  farce   NOUN  NN  2 parataxis
        "_      "       PUNCT ''  9 punct
        .       .       PUNCT .   2 punct
    """) == [("It", "called", 'the camps by Sel "a farce"')]


def test_described_as():
    assert proposed("""
        He      he      PRON  PRP 2 nsubj
        described describe VERB VBD 0 root
        them    they    PRON  PRP 2 obj
        as      as      ADP   IN  7 mark
        “_      “       PUNCT ``  7 punct
        long    long    ADV   RB  7 advmod
        planned_ plan   VERB  VBN 2 ccomp
        ”_      ”       PUNCT ''  7 punct
        .       .       PUNCT .   2 punct
    """) == [("He", "described", "them as “long planned”")]


def test_which_is_what_is_called_so():
    assert proposed("""
        Tours_  tour    NOUN  NNS 0 root
        ,       ,       PUNCT ,   6 punct
        which   which   PRON  WDT 6 obj
        Lee     Lee     PROPN NNP 6 nsubj
        has     have    AUX   VBZ 6 aux
        called  call    VERB  VBN 1 acl:relcl
        “_      “       PUNCT ``  9 punct
        one     one     NUM   CD  9 nummod
        goodbye_ goodbye NOUN NN  6 xcomp
        ”_      ”       PUNCT ''  9 punct
        .       .       PUNCT .   1 punct
    """) == [("Lee", "has called", "which … “one goodbye”")]
