"""What a pattern finds: an attribution as positions of words, before it is joined with others."""

from __future__ import annotations

from typing import NamedTuple

from quotes.data import Act


class Candidate(NamedTuple):
    """A possible attribution. ``cue``, ``content`` and ``source`` are positions of words, ascending."""

    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, ...]
    score: float
    """How likely it is an attribution at all, 0 to 1."""
    act: Act
    reason: str
    """The name of the pattern."""
    learned: float | None = None
    """Probability that the learned head gave it; None where that did not propose it."""
