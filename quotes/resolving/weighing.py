"""How much each named feature counts: tables of weights, made by ``scripts/train.py resolver``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from quotes.resolving.agreement import Anaphor

Weights = Mapping[str, float]


class Sums(dict[tuple[str, ...], float]):
    """What groups of signs weigh together. There are few groups, so each is summed once, when first asked for."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, signs: tuple[str, ...]) -> float:
        self[signs] = total = sum([self._weights.get(sign, 0.0) for sign in signs])
        return total


@cache
def _table(name: str) -> Mapping[str, Weights]:
    """The columns of a table of weights (first row: ``feature`` and the columns' names), by name."""
    text = (files("quotes.resolving") / "data" / name).read_text(encoding="utf-8")
    head, *rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {column: {row[0]: float(row[at]) for row in rows if row[at]} for at, column in enumerate(head) if at}


def antecedent_weights(anaphor: Anaphor) -> Weights:
    """How a candidate for an antecedent is weighed: a column of ``antecedents.tsv``. Read once."""
    return _table("antecedents.tsv")[anaphor]


@cache
def antecedent_sums(anaphor: Anaphor) -> Sums:
    """The same for groups of signs."""
    return Sums(antecedent_weights(anaphor))


def confidence_weights() -> Weights:
    """How what leads to a name is weighed: ``confidence.tsv``. Read once."""
    return _table("confidence.tsv")["weight"]


def weighed(features: Mapping[str, float], weights: Weights) -> float:
    """The sum of the features by their weights. A feature without a weight counts nothing."""
    return sum([value * weights[name] for name, value in features.items() if name in weights])
