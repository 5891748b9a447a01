"""What comes of a text: what was found in it, or why nothing could be."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.data import Attribution, Speaker

Findings = list[tuple[Attribution, Speaker | None]]
"""The attributions in a text, in its order, each with its speaker. They depend on the text alone."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a text could not be searched, and what to do about it: a line each."""

    reason: str
    hint: str

    @classmethod
    def by(cls, error: Exception) -> Failure:
        """The failure that an unforeseen exception is."""
        what = " ".join(f"{type(error).__name__}: {error}".split())
        if isinstance(error, MemoryError):
            return cls(f"there is not enough memory for it ({what})", "split it, or use fewer workers")
        return cls(f"cannot be searched ({what})", "this is a defect in quotes: please report it with the document")


Outcome = Findings | Failure
