"""How likely an attribution is, given the evidence: a logistic regression whose weights are learned."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Weights = Mapping[str, float]


@cache
def weights(*, with_head: bool) -> Weights:
    """The weights of ``weights.tsv`` (feature, weight with the learned head, weight without). Read once."""
    table = files("quotes.detecting").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {name: float(with_ if with_head else without) for name, with_, without in rows}


def weighed(features: Mapping[str, float], weights: Weights) -> float:
    """The sum of the features by their weights. A feature without a weight counts nothing."""
    return sum([value * weights[name] for name, value in features.items() if name in weights])


def chance(features: Mapping[str, float], weights: Weights) -> float:
    """Probability, 0 to 1, of what has these features."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weighed(features, weights)))))
