"""Who wrote an article."""

from tests.resolving.sketch import name, sketch


def test_a_byline_names_the_author():
    parse = sketch("""
By/ADP/2/case Vera/PROPN/0/root Holm/PROPN/2/flat

I/PRON/2/nsubj believe/VERB/0/root it/PRON/4/nsubj works/VERB/2/ccomp ./PUNCT/2/punct

Paul/PROPN/3/nsubj Rost/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct
""")
    assert name(parse, "I") == "Vera Holm"


def test_somebody_who_is_something_early_on_is_not_the_author():
    parse = sketch("""
Paul/PROPN/5/nsubj Rost/PROPN/1/flat is/AUX/5/cop a/DET/5/det baker/NOUN/0/root ./PUNCT/5/punct

I/PRON/2/nsubj believe/VERB/0/root him/PRON/2/obj ./PUNCT/2/punct

Bread/NOUN/2/nsubj rises/VERB/0/root ./PUNCT/2/punct

It/PRON/2/nsubj cools/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "I") == "I"
