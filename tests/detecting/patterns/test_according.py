"""Sources in a phrase of their own."""

from tests.detecting.short import proposed


def test_according_to():
    assert proposed("""
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
    assert proposed("""
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


def test_according_as_the_root_of_a_tree():
    assert proposed("""
        Ten       ten     NUM   CD  2 nummod
        people    people  NOUN  NNS 3 nsubj
        died_     die     VERB  VBD 5 ccomp
        ,         ,       PUNCT ,   5 punct
        according accord  VERB  VBD 0 root
        to        to      ADP   IN  7 case
        figures   figure  NOUN  NNS 5 nsubj
        from      from    ADP   IN  9 case
        Sel_      Sel     PROPN NNP 7 nmod
        .         .       PUNCT .   5 punct
    """) == [("figures from Sel", "according to", "Ten people died")]


def test_as_someone_used_to_put_it():
    assert proposed("""
        Sel_    Sel   PROPN NNP 10 nsubj
        ,       ,     PUNCT ,   5 punct
        as      as    SCONJ IN  5 mark
        she     she   PRON  PRP 5 nsubj
        used    use   VERB  VBD 10 advcl
        to      to    PART  TO  7 mark
        put     put   VERB  VB  5 xcomp
        it_     it    PRON  PRP 7 obj
        ,       ,     PUNCT ,   5 punct
        sleeps_ sleep VERB  VBZ 0 root
        .       .     PUNCT .   10 punct
    """) == [("she", "as … used to put it", "Sel … sleeps")]


def test_the_quotation_after_as_someone_put_it_is_the_content():
    assert proposed("""
        It      it    PRON  PRP 2 nsubj
        needs   need  VERB  VBZ 0 root
        eels    eel   NOUN  NNS 2 obj
        and_    and   CCONJ CC  13 cc
        ,       ,     PUNCT ,   7 punct
        as      as    SCONJ IN  8 mark
        Lee     Lee   PROPN NNP 8 nsubj
        put     put   VERB  VBD 2 advcl
        it_     it    PRON  PRP 8 obj
        ,       ,     PUNCT ,   13 punct
        “_      “     PUNCT ``  13 punct
        good    good  ADJ   JJ  13 amod
        luck_   luck  NOUN  NN  8 ccomp
        ”_      ”     PUNCT ''  13 punct
        .       .     PUNCT .   2 punct
    """) == [("Lee", "as … put it", "“good luck”")]


def test_the_quotation_after_in_the_words_of_someone_is_the_content():
    assert proposed("""
        It      it    PRON  PRP 2 nsubj
        was_    be    VERB  VBD 0 root
        ,       ,     PUNCT ,   2 punct
        in      in    ADP   IN  6 case
        the     the   DET   DT  6 det
        words   word  NOUN  NNS 2 obl
        of      of    ADP   IN  8 case
        Lee_    Lee   PROPN NNP 6 nmod
        ,       ,     PUNCT ,   8 punct
        “_      “     PUNCT ``  12 punct
        good    good  ADJ   JJ  12 amod
        luck_   luck  NOUN  NN  6 appos
        ”_      ”     PUNCT ''  12 punct
        .       .     PUNCT .   2 punct
    """) == [("Lee", "in … words", "“good luck”")]


def test_by_someones_count():
    assert proposed("""
        It      it    PRON  PRP 2 nsubj
        drew    draw  VERB  VBD 0 root
        ten_    ten   NUM   CD  2 obj
        ,       ,     PUNCT ,   8 punct
        by      by    ADP   IN  8 case
        Lee_    Lee   PROPN NNP 8 nmod:poss
        's      's    PART  POS 6 case
        count_  count NOUN  NN  2 obl
        .       .     PUNCT .   2 punct
    """) == [("Lee", "by … count", "It drew ten")]
