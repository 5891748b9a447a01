"""Learning what share of the attributions with a score is right: isotonic regression on bins of equal size."""

from __future__ import annotations

from collections.abc import Sequence

from evaluating.calibration import Judged, share
from quotes.detecting.calibrating import Knots

ROWS = 120
"""Attributions in a bin: enough for a share to be within four points, mostly."""


def knots_of(rows: Sequence[Judged]) -> Knots:
    """The table for these scores: mean score and share of each bin, bins joined where the share would fall (the
    pool-adjacent-violators algorithm)."""
    ordered = sorted(rows, key=lambda row: row.confidence)
    count = max(1, round(len(ordered) / ROWS))
    cuts = [len(ordered) * number // count for number in range(count + 1)]
    pools: list[list[Judged]] = []
    for first, last in zip(cuts, cuts[1:]):
        pools.append(ordered[first:last])
        while len(pools) > 1 and share(pools[-2]) >= share(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return tuple((round(sum(row.confidence for row in pool) / len(pool), 3), round(share(pool), 3))
                 for pool in pools if pool)
