"""Detecting: from a parse to its attributions."""

from __future__ import annotations

from quotes.data import Attribution, Parse
from quotes.detecting import proposals
from quotes.detecting.article import Article
from quotes.detecting.join import join
from quotes.detecting.patterns import candidates

__all__ = ["detect", "proposed"]


def detect(parse: Parse) -> list[Attribution]:
    """The attributions of a parsed document, in text order. Spans are code points, ends exclusive."""
    article = Article(parse)
    return join(article, [*proposals.candidates(article), *candidates(article)])


def proposed(parse: Parse) -> list[Attribution]:
    """What the learned head alone makes of a document, its edges as they are."""
    article = Article(parse)
    return join(article, proposals.raw(article))
