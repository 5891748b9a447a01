"""What there is in a name."""

import pytest

from quotes.archive.naming import body_of, is_proper, is_slip, person_of, roles, single


@pytest.mark.parametrize("one, other", [
    ("Sophie Wilmès", "SOPHIE WILMES"), ("Minister Stef Blok", "Stef Blok"), ("Sergey Lavrov", "Sergei Lavrov"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"), ("Dmitry Peskov", "Dmitriy Peskov"), ("Maria Osk", "Mariya Osk"),
    ("Maria Zakharova", "Maria Zaharova"), ("J.K. Rowling", "J. K. Rowling"), ("Inês O’Brien MP", "Ines O'Brien"),
    ("Philip Hammond", "Phillip Hammond"),
])
def test_names_of_one_person_have_the_same_parts(one, other):
    assert person_of(one) == person_of(other) is not None


@pytest.mark.parametrize("one, other", [
    ("Al Smith", "Al Smith Jr."), ("Ali Khan", "Ali Han"), ("Ann Lee", "Anna Lee"), ("Jan Osk", "Jan Osker"),
    ("John F. Kennedy", "John Kennedy"), ("Mary Kay", "Marie Kay"),
])
def test_names_that_may_be_of_two_people_differ(one, other):
    assert person_of(one) != person_of(other)


def test_a_family_name_alone_has_no_parts():
    assert [person_of(name) for name in ("Hoekstra", "President Hoekstra", "", "…")] == [None] * 4
    assert single("Mr. Zelenskyy") == single("Zelensky")


@pytest.mark.parametrize("one, other", [
    ("The Organisation for Peace", "Organization for Peace"), ("U.S.", "US"), ("Defence Ministry", "defense ministry"),
    ("Russia's Foreign Ministry", "Russia’s foreign ministry"), ("Centre Party", "Center Party"),
])
def test_names_of_one_body_have_the_same_words(one, other):
    assert body_of(one) == body_of(other)


@pytest.mark.parametrize("name, kind, proper", [
    ("Sophie Wilmès", "person", True), ("Bill de Blasio", "person", True), ("Abu al-Bakr", "person", True),
    ("top Ukrainian official", "person", False), ("spokesman", "person", False),
    ("Russian foreign ministry", "organization", True), ("council", "organization", False), ("Moscow", "place", True),
    ("Democrats", "group", True), ("Irish officials", "group", False),
    ("Video", "document", False), ("New York Times", "unknown", True), ("13", "unknown", False),
])
def test_what_is_a_name_in_other_articles_too(name, kind, proper):
    assert is_proper(name, kind) is proper


def test_roles_are_what_a_mention_says_beside_the_name():
    assert roles("Stef Blok", "the Dutch Foreign Minister Stef Blok") == ({"minister"}, {"dutch", "foreign"})
    assert roles("Stef Blok", "Mr. Blok") == (set(), set())


@pytest.mark.parametrize("one, other, slip", [
    ("zelenskyy", "zelesnkyy", True), ("reznar", "rezner", True), ("jones", "janes", True), ("kay", "may", False),
    ("cole", "cola", False), ("hale", "vale", False), ("reznar", "rezters", False), ("anders", "sander", False),
])
def test_a_slip_of_the_pen(one, other, slip):
    assert is_slip(one, other) is slip
