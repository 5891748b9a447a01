"""Names: folding, shared surnames, acronyms, slips."""

import pytest

from quotes.resolving import names


def test_accents_case_and_full_stops_do_not_count():
    assert names.fold("Wilmès") == names.fold("WILMES")
    assert names.fold("O’Neill") == names.fold("O'Neill")
    assert names.fold("U.N.") == "un"


@pytest.mark.parametrize(("short", "full", "same"), [
    ("Donald Trump", "Donald J. Trump", True),
    ("J. Smith", "John Smith", True),
    ("Bill Clinton", "Hillary Clinton", False),
    ("Sergei Skripal", "Yulia Skripal", False),
])
def test_one_person_or_two(short, full, same):
    assert names.same_person(*(tuple(names.fold(name).split()) for name in (short, full))) is same


def test_a_surname_keeps_its_particles():
    assert names.surname(("bill", "de", "blasio")) == ("de", "blasio")
    assert names.surname(("sammy", "davis", "jr")) == ("davis",)


@pytest.mark.parametrize(("short", "words", "spelt"), [
    ("UNHCR", "United Nations High Commissioner for Refugees", True),
    ("IMF", "International Monetary Fund", True),
    ("AROS", "Alliance to Reclaim Our Schools", True),
    ("IMF", "World Bank", False),
    ("In", "International News", False),
])
def test_acronyms_spell_initials(short, words, spelt):
    assert names.acronym_of(short, tuple(words.split())) is spelt


@pytest.mark.parametrize(("slip", "known", "same"), [
    ("zelesnkyy", "zelenskyy", True),
    ("wimes", "wines", True),
    ("brown", "braun", False),
    ("jones", "james", False),
    ("zelenskyy", "zakharova", False),
])
def test_a_slip_is_near_and_begins_alike(slip, known, same):
    assert names.misspelt(slip, known) is same


def test_gender_by_title_before_first_name():
    assert names.gender_of(("smith",), ("mrs",)) == "f"
    assert names.gender_of(("sophie", "wilmes"), ()) == "f"
    assert names.gender_of(("taylor", "smith"), ()) == ""
