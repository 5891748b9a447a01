"""Chains of nominals: which earlier one a nominal takes up, however many there are."""

import pytest

from quotes.resolving.chains import Chains
from quotes.resolving.mentions import Mention, Role
from quotes.resolving.phrases import determiner
from tests.hostile.cost import grows_like
from tests.resolving.sketch import sketch


def chained(*phrases):
    """The number of the chain that each phrase is in, one in a sentence; before them stand three without any."""
    lines = ["Rain/NOUN/2/nsubj fell/VERB/0/root"] * 3 + [_line(phrase.split()) for phrase in phrases]
    parse = sketch("\n".join(lines))
    chains, found = Chains(parse), []
    for number, phrase in enumerate(phrases, 3):
        first, last = parse.sentences[number]
        _, *modifiers, noun = phrase.split()
        nominal = Mention("nominal", last - 1, first, last, phrase, (noun.removesuffix("s"),), plural=noun.endswith("s"),
                          roles=(Role(noun.removesuffix("s"), frozenset(modifiers)),))
        chain = chains.taken_up_by(nominal, determiner(parse, nominal.head))
        found.append(len(chains.all) if chain is None else chain)
        chains.add(nominal, chain)
    return found


def _line(words):
    head = len(words)
    before = [f"{word}/DET/{head}/det" if at == 0 else f"{word}/ADJ/{head}/amod" for at, word in enumerate(words[:-1])]
    return " ".join([*before, f"{words[-1]}/{'NOUNS' if words[-1].endswith('s') else 'NOUN'}/0/root"])


@pytest.mark.parametrize(("phrases", "chains"), [
    (["a spokesman", "the spokesman"], [0, 0]),
    (["a spokesman", "a spokesman"], [0, 1]),
    (["a tall spokesman", "a short spokesman", "the tall spokesman", "the spokesman"], [0, 1, 0, 1]),
    (["a tall spokesman", "the tall Greek spokesman", "the Greek spokesman"], [0, 0, 0]),
    (["a spokesman", "the tall spokesman"], [0, 1]),
    (["a former spokesman", "the spokesman"], [0, 1]),
    (["the officials", "the official", "the officials"], [0, 1, 0]),
    (["a spokesman", "another spokesman"], [0, 1]),
])
def test_a_nominal_takes_up_the_nearest_with_its_noun_that_is_narrowed_no_differently(phrases, chains):
    assert chained(*phrases) == chains


def test_time_grows_with_the_number_of_nominals_and_not_faster():
    def many(count):
        return ["a tall spokesman", "the short spokesman", "an aide", "the officials"] * count

    assert grows_like(1, many, lambda phrases: chained(*phrases), size=50)
