"""What the resolver knows about words: first names, nouns and places, from the data files beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from quotes.data import Kind


class Noun(NamedTuple):
    """What a common noun stands for when it names who is speaking."""

    kind: Kind
    gender: str
    """``m``, ``f`` or empty."""


def _rows(name: str) -> list[list[str]]:
    text = (files("quotes.resolving") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def first_names() -> dict[str, str]:
    """Common first names, folded, with their gender: ``m``, ``f`` or empty where both bear it."""
    return {name: gender for name, gender in _rows("names.tsv")}


@cache
def nouns() -> dict[str, Noun]:
    """Lemmas of nouns that stand for people, bodies, places and documents."""
    return {noun: Noun(kind, gender) for noun, kind, gender in _rows("nouns.tsv")}


@cache
def places() -> dict[str, str]:
    """Folded names, adjectives and capitals of countries and states, with the place they stand for."""
    found = {}
    for place, adjectives, capitals, others in _rows("places.tsv"):
        key = place.casefold()
        for word in (*adjectives.split(";"), *capitals.split(";"), *others.split(";")):
            if word:
                found.setdefault(word.casefold().replace(".", ""), key)
        found[key] = key
    return found


@cache
def place_starts() -> frozenset[str]:
    """The first words of folded names of places that have more words."""
    return frozenset(name.partition(" ")[0] for name in places() if " " in name)


@cache
def homes() -> frozenset[str]:
    """What names, adjectives and capitals of places may stand for."""
    return frozenset(places().values())


@cache
def adjectives() -> frozenset[str]:
    """Folded adjectives of countries: *Belgian*, *Dutch*."""
    return frozenset(word.casefold() for row in _rows("places.tsv") for word in row[1].split(";") if word)


@cache
def place_names() -> frozenset[str]:
    """Folded names of countries, states and capitals, without the adjectives."""
    return frozenset(places()) - adjectives()


@cache
def countries() -> dict[str, str]:
    """Folded names of countries and states, short or long, with one name for each: *US*, *United States*."""
    found = {}
    for place, _, _, others in _rows("places.tsv"):
        for word in [place, *others.split(";")]:
            if word:
                found[word.casefold().replace(".", "")] = place.casefold()
    return found


@cache
def synonyms() -> dict[str, str]:
    """Nouns and adjectives that name the same role or party, with the word that stands for them all."""
    return {word: group[0] for group in _rows("synonyms.tsv") for word in group}
