"""How often Python looks for garbage in a process that is ours alone."""

from __future__ import annotations

import gc

THRESHOLDS = (100_000, 10, 10)
"""Objects made before the youngest are gone through, and how often those before older ones (Python: 700, 10, 10)."""


def collect_seldom() -> None:
    """Lets this process look for reference cycles far less often than Python would.

    Each time, a process that has loaded a model and its libraries goes through all their objects, of which none is
    ever garbage: 5 % of its time. This is for the command line and for worker processes; how often the process of
    somebody's own programme does it, is for that to say.
    """
    gc.set_threshold(*THRESHOLDS)
