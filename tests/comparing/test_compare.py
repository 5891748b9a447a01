import pytest

from quotes.comparing import compare
from tests.verifying.corpus import article

NORTH = "⟦Ann Lee|“The harbour needs a new wall before the winter storms arrive.”⟧ said Ann Lee."
OTHERS = [article("⟦Bo Dahl|“Nobody asked the fishermen about the lighthouse.”⟧ Bo Dahl said. "
                  "⟦Cy Orr|that 40 lamps would be sold⟧, said Cy Orr.", name=f"other{number}.txt") for number in (1,)]


def groups(*marked, dates=("", "", "", "")):
    found = [article(one, name=f"{number}.txt", date=dates[number]) for number, one in enumerate(marked)]
    return [[(variant.evidence.document.name, variant.how) for variant in group.variants]
            for group in compare(found + OTHERS)]


@pytest.mark.parametrize("south, how", [
    (NORTH.replace("harbour", "harbor"), "same"),
    (NORTH.replace("new wall", "stone wall"), "changed"),
    ("⟦Ann Lee|“a new wall before the winter storms”⟧ said Ann Lee.", "cut"),
    ("⟦Ann Lee|that the harbour needed a new wall before the winter storms⟧, said Ann Lee.", "reported"),
])
def test_the_same_statement_of_two_outlets_is_a_group(south, how):
    assert groups(NORTH, south) == [[("0.txt", "base"), ("1.txt", how)]]


def test_a_spelling_variant_is_shown_as_each_has_it():
    found = [article(NORTH, name="a.txt"), article(NORTH.replace("harbour", "harbor"), name="b.txt")]
    (group,) = compare(found)
    assert "harbor " in group.variants[1].evidence.diff[0].text


def test_what_is_in_one_document_only_is_no_group():
    assert groups(NORTH + " " + NORTH, "⟦Bo Dahl|“The ferry is late.”⟧ Bo Dahl said.") == []


def test_the_earliest_comes_first():
    assert groups(NORTH, NORTH, dates=("2022-04-01", "2022-03-30")) == [[("1.txt", "same"), ("0.txt", "base")]]


def test_statements_with_other_numbers_are_others():
    said = "⟦Ann Lee|that the town would close {} schools and move the pupils to larger buildings⟧, said Ann Lee."
    told = "⟦Ann Lee|the closing of {} schools of the town in larger buildings⟧, said Ann Lee."
    assert groups(said.format(17), told.format(21)) == []
    assert groups(said.format(17), told.format(17))


def test_a_name_that_many_statements_have_does_not_join_them():
    said = "⟦Ann Lee|“{} president of the United States of America {}”⟧ said Ann Lee."
    assert not groups(said.format("I never met the", "on a boat."), said.format("We sold a goat to the", "today."))


def test_one_subject_is_no_statement_where_neither_speaker_nor_number_is_the_same():
    town = article("⟦The town|that the harbour wall would be mended before the storms⟧, it reported.",
                   kind="organization")
    mayor = article("⟦Ann Lee|the mending of the harbour wall before any storms⟧, Ann Lee said.", name="b.txt")
    assert compare([town, mayor, *OTHERS]) == []


def test_a_denial_is_not_a_variant_of_what_is_denied():
    assert groups(NORTH, NORTH.replace("said Ann Lee", "denied having said Ann Lee")) == []


def test_the_outlets_own_words_for_it_are_a_variant_beside_quoted_ones():
    said = "⟦Ann Lee|that 17 schools in the valley would be closed in autumn⟧, said Ann Lee."
    found = groups(said, said.replace("Ann Lee", "Lee"), "In autumn 17 schools are to be closed in the valley.")
    assert found == [[("0.txt", "base"), ("1.txt", "reported"), ("2.txt", "narration")]]


def test_different_words_between_marks_in_two_outlets_are_perhaps_a_translation():
    found = [article(NORTH, name="a.txt"), article(NORTH.replace("needs a", "must have a"), name="b.txt")]
    assert [group.translated for group in compare(found)] == [True]
    assert [group.translated for group in compare([found[0], article(NORTH, name="b.txt")])] == [False]


def test_of_two_speakers_both_are_named():
    (group,) = compare([article(NORTH, name="a.txt"), article(NORTH.replace("Ann Lee", "Bo Dahl"), name="b.txt")])
    assert [variant.evidence.quote.speaker.name for variant in group.variants] == ["Ann Lee", "Bo Dahl"]
