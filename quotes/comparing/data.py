"""Statements, and groups of those that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.data import Document, Quote
from quotes.verifying.data import Change, Evidence
from quotes.verifying.passages import Passage

How = Literal["base", "same", "changed", "cut", "reported", "narration"]
"""What an outlet made of a statement: the ``base`` that the others are compared with, the ``same`` words, ``changed``
ones, a part with the rest ``cut``, ``reported`` in the outlet's words, or in its ``narration`` without a speaker."""


@dataclass(frozen=True)
class Statement:
    """Words in a document that may be a variant of others'."""

    passage: Passage
    features: frozenset[str]
    """The stems and numbers that say what it is about."""
    name: frozenset[str]
    """Those of the speaker's name: *it has expelled 17 Russians* is about the one who says so."""
    plain: frozenset[str]
    """Those of the features that are of no name."""
    numbers: frozenset[str]
    """The numbers in it."""

    @property
    def document(self) -> Document:
        """The document that it is in."""
        return self.passage.document

    @property
    def quote(self) -> Quote | None:
        """The quote that it is; None in narration."""
        return self.passage.quotes[0] if self.passage.quotes else None


@dataclass(frozen=True, slots=True)
class Variant:
    """What one document makes of a statement."""

    how: How
    evidence: Evidence
    changes: tuple[Change, ...]
    """What differs from the base, where the two are near enough to be laid against each other."""


@dataclass(frozen=True, slots=True)
class Group:
    """The same statement in several documents, the earliest first."""

    variants: tuple[Variant, ...]
    translated: bool
    """Whether outlets have it between quotation marks in different words: a translation, perhaps."""

    @property
    def base(self) -> Variant:
        """The variant that the others are compared with: quoted rather than reported, then the fullest."""
        return next(variant for variant in self.variants if variant.how == "base")
