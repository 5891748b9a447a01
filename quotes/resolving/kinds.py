"""What a common noun stands for: a person, a body, a place, a group, a document."""

from __future__ import annotations

from functools import lru_cache

from quotes.data import Kind
from quotes.resolving import lexicon

PERSONAL = ("man", "woman", "person", "ist", "ologist", "crat", "ian", "eer", "ee", "yer", "ster")
SINGULAR_GROUPS = frozenset("number majority minority lot variety array handful pair trio duo dozen half third quarter "
                            "percent %".split())


@lru_cache(maxsize=50_000)
def kind_of_noun(lemma: str, *, plural: bool, proper: bool = False) -> Kind:
    """The kind of thing that ``lemma`` names; several people are a group, an unknown noun is ``unknown``.

    ``proper`` says that the noun has a capital, as in *Democrats*.
    """
    noun = lexicon.nouns().get(lemma) or lexicon.nouns().get(lemma.rpartition("-")[2])
    kind: Kind = noun.kind if noun else "unknown"
    if lemma in SINGULAR_GROUPS:
        return "group"
    if kind == "unknown" and lemma.isalpha() and lemma.endswith(PERSONAL) and len(lemma) > 5:
        kind = "person"
    if kind == "unknown" and proper and plural:
        return "group"
    return "group" if plural and kind in ("person", "organization", "place", "group") else kind


@lru_cache(maxsize=50_000)
def gender_of_noun(lemma: str) -> str:
    """``m``, ``f`` or empty."""
    noun = lexicon.nouns().get(lemma) or lexicon.nouns().get(lemma.rpartition("-")[2])
    return noun.gender if noun else ""
