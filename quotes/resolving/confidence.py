"""How sure a speaker is: a logistic regression on what leads to the name, made by ``scripts/train.py resolver``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from quotes.data import Attribution, Speaker
from quotes.resolving.links import NOBODY, Part
from quotes.resolving.weighing import Weights, confidence_weights, weighed

LEAST_SURE = 0.5
"""A speaker more likely wrong than right is left out."""


def features(part: Part, attribution: Attribution) -> dict[str, float]:
    """What tells how likely a part of a source is the right one, given that the quote is right."""
    return {"any": 1.0, part.manner.name: 1.0, f"is {part.kind}": 1.0, "quote is sure": attribution.confidence,
            "source in pieces": float(len(attribution.source) > 1),
            "of several words": float(" " in part.name), **part.signs}


def chance_of(found: Mapping[str, float], weights: Weights | None = None) -> float:
    """Probability, 0 to 1, of what has these features; by the shipped weights unless others are given."""
    return 1 / (1 + exp(-weighed(found, confidence_weights() if weights is None else weights)))


def chance(parts: Sequence[Part], attribution: Attribution) -> float:
    """Probability, 0 to 1, that all parts of a source are right: that of the least likely; 0 where nobody was found."""
    if is_nobody(parts):
        return 0.0
    return min(chance_of(features(part, attribution)) for part in parts)


def sure_enough(speaker: Speaker, parts: Sequence[Part]) -> bool:
    """Is a speaker to be given? A pronoun that takes up nothing says so itself, and is no guess."""
    return speaker.confidence >= LEAST_SURE or is_nobody(parts)


def is_nobody(parts: Sequence[Part]) -> bool:
    """Is a source a pronoun that takes up nothing?"""
    return all(part.manner.name == NOBODY for part in parts)
