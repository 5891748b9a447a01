"""What a claim is, and what is found out about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from quotes.data import CONTEXT, Document, Quote, Span

Name = Literal["verbatim", "altered", "truncated", "reported", "other-speaker", "disputed", "narration", "not-found"]
Kind = Literal["number", "negation", "omission", "addition", "order", "wording", "splice"]
How = Literal["same", "claim", "source", "cut", "gap"]

VERDICTS: tuple[Name, ...] = get_args(Name)


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that somebody is said to have said."""

    text: str
    speaker: str = ""
    """Who is said to have said them; empty for anybody."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the words of the claim, and those of the source in their place. Either may be empty."""

    kind: Kind
    claim: str
    source: str


class Piece(NamedTuple):
    """A stretch of a word diff. ``how``: in both (``same``), in the ``claim`` or the ``source`` only, ``cut`` from the
    source at an edge of the claim, or left out where the claim has an ellipsis (``gap``)."""

    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears on a claim."""

    document: Document
    quote: Quote | None
    """The quote that it is in; None where it is in nobody's mouth."""
    spans: tuple[Span, ...]
    """Where the passage stands: code points, end exclusive."""
    score: float
    """How much of claim and passage is the same, word for word: 0 to 1."""
    diff: tuple[Piece, ...] = ()
    changed: str = ""
    """What became of the document since it was archived; empty where it is as it was, or was not archived."""

    @property
    def text(self) -> str:
        """The words of the passage, its spans joined by an ellipsis."""
        return " … ".join(self.document.text[start:end] for start, end in self.spans)

    @property
    def prefix(self) -> str:
        """The text before the passage."""
        return self.document.text[max(0, self.spans[0].start - CONTEXT):self.spans[0].start]

    @property
    def suffix(self) -> str:
        """The text after the passage."""
        return self.document.text[self.spans[-1].end:self.spans[-1].end + CONTEXT]


@dataclass(frozen=True, slots=True)
class Searched:
    """Where was looked: how many documents, and the first and last of their dates (empty where none is known)."""

    documents: int
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its verdict and what the verdict rests on, the best first."""

    claim: Claim
    verdict: Name
    changes: tuple[Change, ...]
    evidence: tuple[Evidence, ...]
    searched: Searched
    translated: bool = False
    """Whether outlets have these words between quotation marks in different wordings: a translation, perhaps."""
    note: str = ""
    """What a reader should know about the verdict, in a few words."""
