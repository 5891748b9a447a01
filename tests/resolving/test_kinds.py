"""Kinds of who speaks."""

import pytest

from quotes.resolving.kinds import kind_of_noun


@pytest.mark.parametrize(("lemma", "plural", "kind"), [
    ("spokeswoman", False, "person"),
    ("co-founder", False, "person"),
    ("epidemiologist", False, "person"),
    ("official", True, "group"),
    ("police", False, "group"),
    ("ministry", False, "organization"),
    ("report", False, "document"),
    ("report", True, "document"),
    ("country", False, "place"),
    ("weather", False, "unknown"),
])
def test_nouns_have_kinds(lemma, plural, kind):
    assert kind_of_noun(lemma, plural=plural) == kind


def test_a_plural_with_a_capital_is_a_group():
    assert kind_of_noun("Birchers", plural=True, proper=True) == "group"
