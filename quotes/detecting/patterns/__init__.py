"""Patterns that find attributions in dependency trees and marks: one construct a module.

Each module has ``find(article) -> Iterator[Candidate]``. Trees are Universal Dependencies as in EWT and GUM.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.patterns import according, clauses, layout, marked, nouns, orphans, phrases

_ALL = (marked, clauses, phrases, nouns, according, layout, orphans)


def candidates(article: Article) -> Iterator[Candidate]:
    """What all the patterns find; they may overlap."""
    for pattern in _ALL:
        yield from pattern.find(article)
