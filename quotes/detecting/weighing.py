"""How likely an attribution is, given the evidence: a logistic regression whose weights are learned."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Weights = Mapping[str, float]


@cache
def weights(*, with_head: bool) -> Weights:
    """The weights of ``weights.tsv`` (feature, weight with the learned head, weight without). Read once."""
    table = files("quotes.detecting").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({name: float(with_ if with_head else without) for name, with_, without in rows})


def chance(features: Mapping[str, float], weighed: Weights) -> float:
    """Probability, 0 to 1. A feature without a weight counts nothing."""
    total = sum(value * weighed.get(name, 0.0) for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
