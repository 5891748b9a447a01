"""Attributions that only the layout shows."""

from tests.detecting.short import found


def test_a_headline_with_a_colon():
    assert found("""
        Ann_    Ann  PROPN NNP 0 root
        :       :    PUNCT :   1 punct
        ‘_      ‘    PUNCT ``  5 punct
        We      we   PRON  PRP 5 nsubj
        Won_    win  VERB  VBD 1 parataxis
        ’       ’    PUNCT ''  5 punct
    """) == [("Ann", ":", "‘We Won’")]


def test_a_transcript():
    assert found("""
        PENCE_  Pence PROPN NNP 0 root
        :       :     PUNCT :   1 punct
        We      we    PRON  PRP 4 nsubj
        won     win   VERB  VBD 1 parataxis
        it_     it    PRON  PRP 4 obj
        .       .     PUNCT .   4 punct
    """) == [("PENCE", ":", "We won it")]


def test_a_label_is_no_speaker():
    assert found("""
        Photo_  Photo PROPN NNP 0 root
        :       :     PUNCT :   1 punct
        Ann     Ann   PROPN NNP 1 parataxis
        Lee     Lee   PROPN NNP 3 flat
    """) == []


def test_a_signed_tweet():
    assert found("""
        Belgium Belgium PROPN NNP 2 nsubj
        expels  expel   VERB  VBZ 0 root
        spies_  spy     NOUN  NNS 2 obj
        .       .       PUNCT .   2 punct

        # newpar
        —       —       PUNCT :   2 punct
        Sophie  Sophie  PROPN NNP 0 root
        Wilmès  Wilmès  PROPN NNP 2 flat
        (_      (       PUNCT -LRB- 5 punct
        @Sophie_ @Sophie PROPN NNP 2 appos
        )       )       PUNCT -RRB- 5 punct
        March   March   PROPN NNP 2 dep
        29      29      NUM   CD  7 nummod
    """) == [("Sophie Wilmès", "—", "Belgium expels spies")]


def test_a_signed_comment():
    assert found("""
        “_      “       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ._      .       PUNCT .   3 punct
        ”       ”       PUNCT ''  3 punct
        ―       ―       PUNCT :   7 punct
        Ann     Ann     PROPN NNP 3 parataxis
        Lee     Lee     PROPN NNP 7 flat
    """) == [("Ann Lee", "―", "“We won.”")]


def test_a_headline_with_its_quotation_first():
    assert found("""
        ‘_      ‘       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ’_      ’       PUNCT ''  3 punct
        :       :       PUNCT :   7 punct
        ferry   ferry   NOUN  NN  7 compound
        board   board   NOUN  NN  3 parataxis
    """) == [("ferry board", ":", "‘We won’")]
