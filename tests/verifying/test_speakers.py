import pytest

from quotes.data import Speaker
from quotes.verifying.speakers import said_by, surely_different


def speaker(name, kind="person", mention=""):
    return Speaker(name, mention or name, (), kind)


@pytest.mark.parametrize("name, kind, asked", [
    ("Sophie Wilmès", "person", "wilmes"), ("Peskov", "person", "Dmitry Peskov"),
    ("Wopke Hoekstra", "person", "Foreign Minister Wopke Hoekstra"), ("Volodymyr Zelenskyy", "person", "Zelensky"),
    ("Russian Foreign Ministry", "organization", "the Foreign Ministry"), ("Germany; Poland", "place", "Poland"),
    ("United Nations High Commissioner for Refugees", "organization", "UNHCR"),
    ("Netherlands", "place", "The Netherlands"),
])
def test_names_that_are_one_speakers(name, kind, asked):
    assert said_by(speaker(name, kind), asked)


@pytest.mark.parametrize("name, kind, asked, mention", [
    ("Dmitry Peskov", "person", "Putin", "Putin's spokesman Dmitry Peskov"),
    ("Dmitry Peskov", "person", "Maria Zakharova", ""), ("Russian Foreign Ministry", "organization", "Russia", ""),
    ("Ann Lee", "person", "Ann Orr", ""), ("United Nations High Commissioner for Refugees", "organization",
                                           "United Nations", ""),
])
def test_names_that_are_two_speakers(name, kind, asked, mention):
    assert not said_by(speaker(name, kind, mention), asked)


def test_only_speakers_of_one_kind_are_surely_different():
    assert surely_different(speaker("Ann Lee"), speaker("Bo Dahl"))
    assert not surely_different(speaker("Ann Lee"), speaker("Lee"))
    assert not surely_different(speaker("Ireland", "place"), speaker("Irish officials", "group"))
