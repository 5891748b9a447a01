"""Sources that only count."""

from quotes.resolving import resolve
from tests.resolving.sketch import attribution, name, sketch


def test_one_is_one_of_those_who_spoke_before():
    parse = sketch("""
Friends/NOUNS/5/nsubj of/ADP/4/case the/DET/4/det couple/NOUN/1/nmod wept/VERB/0/root ./PUNCT/5/punct
One/NUM/2/nsubj left/VERB/0/root ./PUNCT/2/punct
""")
    found = resolve(parse, [attribution(parse, "Friends of the couple"), attribution(parse, "One")])
    assert found[1].name == "one of the friends of the couple"


def test_another_is_another_of_the_same():
    parse = sketch("""
A/DET/2/det neighbour/NOUN/3/nsubj wept/VERB/0/root ./PUNCT/3/punct
Another/DET/2/nsubj left/VERB/0/root ./PUNCT/2/punct
""")
    found = resolve(parse, [attribution(parse, "A neighbour"), attribution(parse, "Another")])
    assert found[1].name == "another neighbour"


def test_both_are_the_two_people_named_last():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Paul/PROPN/3/nsubj Rost/PROPN/1/flat slept/VERB/0/root ./PUNCT/3/punct
Both/DET/2/nsubj left/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "Both") == "Vera Lund; Paul Rost"
