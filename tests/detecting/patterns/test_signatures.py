"""Signed quotations and messages."""

from tests.detecting.short import proposed


def test_a_signed_tweet():
    assert proposed("""
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
    assert proposed("""
        “_      “       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ._      .       PUNCT .   3 punct
        ”       ”       PUNCT ''  3 punct
        ―       ―       PUNCT :   7 punct
        Ann     Ann     PROPN NNP 3 parataxis
        Lee     Lee     PROPN NNP 7 flat
    """) == [("Ann Lee", "―", "“We won.”")]


def test_what_a_signed_message_says_is_not_taken_apart():
    assert proposed("""
        She     she   PRON PRP 2 nsubj
        said    say   VERB VBD 0 root
        it      it    PRON PRP 4 nsubj
        rains   rain  VERB VBZ 2 ccomp
        —       —     PUNCT :  6 punct
        Ann     Ann   PROPN NNP 2 parataxis
        Lee     Lee   PROPN NNP 6 flat
        (_      (     PUNCT -LRB- 9 punct
        @ann_   @ann  PROPN NNP 6 appos
        )       )     PUNCT -RRB- 9 punct
    """) == [("Ann Lee", "—", "She said it rains")]


def test_a_name_in_a_signature_may_have_an_initial():
    assert proposed("""
        “_      “       PUNCT ``  3 punct
        We      we      PRON  PRP 3 nsubj
        won_    win     VERB  VBD 0 root
        ._      .       PUNCT .   3 punct
        ”       ”       PUNCT ''  3 punct
        ―       ―       PUNCT :   8 punct
        Ann     Ann     PROPN NNP 3 parataxis
        P.      P.      PROPN NNP 7 flat
        Lee     Lee     PROPN NNP 7 flat
    """) == [("Ann P. Lee", "―", "“We won.”")]
