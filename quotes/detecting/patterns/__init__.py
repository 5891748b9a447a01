"""Patterns that find attributions in dependency trees and marks: one construct a module.

Each module has ``find(article) -> Iterator[Candidate]``. Trees are Universal Dependencies as in EWT and GUM.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.patterns import (
    according,
    asides,
    clauses,
    headlines,
    marked,
    nouns,
    orphans,
    phrases,
    questions,
    signatures,
    transcripts,
)

_IN_PROSE = (questions, phrases, nouns, according, headlines, orphans)
_SPOKEN = frozenset(("transcript", "signature"))
"""Patterns of layout that tell as surely as quotation marks what is spoken."""


def candidates(article: Article) -> Iterator[Candidate]:
    """What all the patterns find; they may overlap. What stands in a turn of a transcript or in a signed message is
    not taken apart, as little as what stands in quotation marks."""
    layout = [*transcripts.find(article), *signatures.find(article)]
    spoken = {at for one in layout if one.reason in _SPOKEN for at in one.content}
    between_commas = list(asides.find(article))  # commas tell better than a tree where such a content ends
    cues = {at for one in between_commas for at in one.cue}
    quoted = list(marked.find(article))  # and so do marks
    whole = {one.cue: set(one.content) for one in quoted}
    bare = [one for one in clauses.find(article)
            if not cues.intersection(one.cue) and not whole.get(one.cue, set()).issuperset(one.content)]
    yield from layout
    for one in chain(between_commas, bare, quoted, *(pattern.find(article) for pattern in _IN_PROSE)):
        if not spoken.intersection(one.cue or one.content):
            yield one
