import pytest

from quotes.verifying.changes import kinds
from tests.verifying.corpus import checked

SAID = "⟦Ann Lee|“We will close 17 schools in the autumn, and the pupils will move to larger buildings.”⟧ said Ann Lee."


@pytest.mark.parametrize("claim, kind, told, said", [
    ("We will close 19 schools in the autumn, and the pupils will move to larger buildings", "number", "19", "17"),
    ("We will not close 17 schools in the autumn, and the pupils will move to larger buildings", "negation", "not", ""),
    ("We will close 17 schools, and the pupils will move to larger buildings", "omission", "", "in the autumn"),
    ("We will quickly close 17 schools in the autumn, and the pupils will move to larger buildings", "addition",
     "quickly", ""),
    ("We will close 17 shops in the autumn, and the pupils will move to larger buildings", "wording", "shops",
     "schools"),
    ("Nobody will close 17 schools in the autumn, and the pupils will move to larger buildings", "negation", "Nobody",
     "We"),
    ("We will close dozens of schools in the autumn, and the pupils will move to larger buildings", "number",
     "dozens of", "17"),
])
def test_a_change_is_named_with_its_words(claim, kind, told, said):
    found = checked(claim, SAID)
    assert found.verdict == "altered"
    assert [(one.kind, one.claim, one.source) for one in found.changes] == [(kind, told, said)]


@pytest.mark.parametrize("claim", [
    "In the autumn we will close 17 schools",
    "We will close in the autumn 17 schools, and the pupils will move to larger buildings",
    "We will close 17 schools in the autumn, and the pupils to larger buildings will move",
])
def test_words_in_another_order_are_a_change_of_order(claim):
    assert [one.kind for one in checked(claim, SAID).changes] == ["order"]


def test_a_negation_that_moves_is_named():
    said = "⟦Ann Lee|“We blame the weather and not the captain.”⟧ said Ann Lee."
    found = checked("We blame not the weather and the captain.", said)
    assert {one.kind for one in found.changes} == {"order", "negation"}


def test_words_that_moved_are_told_from_words_that_were_added():
    claim = "We will close in the autumn 17 schools, and the pupils will quickly move to larger buildings"
    found = checked(claim, SAID)
    assert {one.kind for one in found.changes} == {"order", "addition"}


def test_words_turned_around_are_a_change_of_order():
    said = "⟦Ann Lee|“The harbour needs a new wall before winter.”⟧"
    found = checked("Winter before wall new a needs harbour the", said)
    assert (found.verdict, [one.kind for one in found.changes]) == ("altered", ["order"])


def test_numbers_that_change_places_are_named():
    found = checked("The vote was 3 to 12.", "⟦Ann Lee|“The vote was 12 to 3.”⟧ said Ann Lee.")
    assert {one.kind for one in found.changes} == {"order", "number"}


def test_two_quotes_put_together_are_a_splice():
    said = ("⟦Ann Lee|“The harbour needs a new wall before the winter storms.”⟧ said Ann Lee. The mayor then left for "
            "the town hall, where a band was playing, a long speech was made by the guests of honour, and tea was "
            "served to everybody who had come from the valley on foot. ⟦Ann Lee|“Nobody here has ever paid a penny for "
            "the lighthouse.”⟧ said Ann Lee.")
    found = checked("The harbour needs a new wall for the lighthouse, nobody here has ever paid a penny", said)
    assert found.verdict == "altered"
    found = checked("The harbour needs a new wall nobody has ever paid a penny for the lighthouse", said)
    assert "splice" in {one.kind for one in found.changes}
    assert {one.text for one in found.evidence} == {
        "The harbour needs a new wall before the winter storms.",
        "Nobody here has ever paid a penny for the lighthouse."}


def test_a_few_words_of_another_quote_at_the_end_are_a_splice_too():
    said = (f"{SAID} The band then played until midnight, and nobody said another word about it all that evening. "
            "⟦Ann Lee|“My mother sold the piano and bought four goats.”⟧ said Ann Lee.")
    found = checked("We will close 17 schools in the autumn, and the pupils will move and bought four goats.", said)
    assert "splice" in {one.kind for one in found.changes}


@pytest.mark.parametrize("claim, source, expected", [
    (["leaves"], ["does", "n't", "leave"], ("negation",)),
    (["never"], ["not"], ("wording",)),
    (["#12"], ["these"], ("number",)),
    ([], ["#12"], ("omission",)),
    (["#19", "not"], ["#17"], ("negation", "number")),
    (["co", "operate"], ["cooperate"], ()),
    (["b", "a"], ["a", "b"], ("order",)),
])
def test_kinds_of_change_between_words(claim, source, expected):
    assert kinds(claim, source) == expected
