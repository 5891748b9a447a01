"""From scores to shares: of the attributions with confidence *c*, a share *c* is right.

Scores rank well but are too bold in the middle and too modest at the top. A table of scores and of the share that was
right there, on articles not learned from, mends that (isotonic regression: Zadrozny and Elkan, *Transforming
classifier scores into accurate multiclass probability estimates*, 2002). The order of attributions stays as it is.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cache
from importlib.resources import files

Knots = tuple[tuple[float, float], ...]
"""Scores, ascending, each with the share of attributions that are right there, ascending too."""


@cache
def calibration(*, with_head: bool) -> Knots:
    """The table of ``calibration.tsv`` for the detector with the learned head, or for its patterns alone."""
    table = files("quotes.detecting").joinpath("calibration.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    wanted = "head" if with_head else "patterns"
    return tuple((float(score), float(share)) for detector, score, share in rows if detector == wanted)


def calibrated(score: float, knots: Knots) -> float:
    """The share that goes with a score: on a straight line between two knots, and that of the outermost knot beyond
    it. Without knots the score itself."""
    if not knots:
        return score
    after = bisect_right(knots, (score, math.inf))
    if after in (0, len(knots)):
        return knots[min(after, len(knots) - 1)][1]
    (low, share), (high, next_share) = knots[after - 1], knots[after]
    return share + (next_share - share) * (score - low) / (high - low)
