"""Relatives by first name only."""

from tests.resolving.sketch import name, sketch


def test_a_relative_by_first_name_has_the_surname_of_whose_relative_it_is():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Lund/PROPN/3/nmod:poss 's/PART/1/case mother/NOUN/7/nsubj ,/PUNCT/5/punct Anna/PROPN/3/appos ,/PUNCT/5/punct left/VERB/0/root ./PUNCT/7/punct
""")
    assert name(parse, "Lund's mother, Anna,") == "Anna Lund"


def test_siblings_named_together_share_the_surname():
    parse = sketch("""
His/PRON/2/nmod:poss sons/NOUNS/8/nsubj ,/PUNCT/4/punct Paul/PROPN/2/appos and/CCONJ/6/cc Ivo/PROPN/4/conj Lund/PROPN/6/flat spoke/VERB/0/root ./PUNCT/8/punct
""")
    assert name(parse, "His sons, Paul and Ivo Lund") == "Paul Lund; Ivo Lund"


def test_a_friend_keeps_the_first_name():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Lund/PROPN/3/nmod:poss 's/PART/1/case friend/NOUN/7/nsubj ,/PUNCT/5/punct Anna/PROPN/3/appos ,/PUNCT/5/punct left/VERB/0/root ./PUNCT/7/punct
""")
    assert name(parse, "Lund's friend, Anna,") == "Anna"


def test_a_bare_surname_is_not_the_relatives():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Her/PRON/2/nmod:poss sister/NOUN/3/compound Anna/PROPN/5/nsubj Lund/PROPN/3/flat left/VERB/0/root ./PUNCT/5/punct
Lund/PROPN/2/nsubj slept/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "Lund", nth=3) == "Vera Lund"
