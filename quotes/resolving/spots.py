"""Where in the text the candidates for an antecedent stand, seen from what may take them up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

REACH = 12
"""Sentences back in which an antecedent is looked for."""


class Where(NamedTuple):
    """Where in the text a word stands."""

    sentence: int
    paragraph: int
    quoted: int
    """The number of the direct quote; -1 outside."""


class Spot(NamedTuple):
    """What the candidates at one place have in common."""

    signs: tuple[str, ...]
    back: float
    """The measure of ``sentences back``."""


def spot_of(here: Where, there: Where) -> Spot:
    """How far back a candidate stands, and on which side of quotation marks."""
    sentence, paragraph, quoted = here
    its_sentence, its_paragraph, its_quoted = there
    quotation = ""
    if its_quoted >= 0:
        quotation = "same quotation" if its_quoted == quoted else \
            "in quotation marks" if quoted < 0 else "in another quotation"
    elif quoted >= 0:
        quotation = "outside the quotation"
    return _spot(sentence - its_sentence, min(paragraph - its_paragraph, 2), quotation)


@cache
def _spot(back: int, paragraphs: int, quotation: str) -> Spot:
    """There are few, so each is made once."""
    found = ("same sentence", "sentence before", "two sentences before")[back:back + 1]
    found += ("same paragraph", "paragraph before")[paragraphs:paragraphs + 1]
    return Spot(found + ((quotation,) if quotation else ()), back / REACH)
