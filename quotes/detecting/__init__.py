"""Detecting: from a parse to its attributions."""

from __future__ import annotations

from quotes.data import Attribution, Parse
from quotes.detecting import patterns, proposals
from quotes.detecting.article import Article
from quotes.detecting.choosing import attribution_of, chosen, weighed
from quotes.detecting.weighing import Weights, weights

__all__ = ["detect", "proposed"]


def detect(parse: Parse, *, weighing: Weights | None = None) -> list[Attribution]:
    """The attributions of a parsed document, in text order. Spans are code points, ends exclusive.

    Args:
        parse: with the proposals of the learned head, or None where there is no head: then patterns are all there is.
        weighing: how evidence is weighed; the weights that were learned by default.
    """
    article = Article(parse)
    known = weighing if weighing is not None else weights(with_head=parse.proposals is not None)
    candidates = weighed(article, proposals.candidates(article), patterns.candidates(article), known)
    return [found for one in chosen(article, candidates) if (found := attribution_of(article, one)).content]


def proposed(parse: Parse, *, least: float = 0.5) -> list[Attribution]:
    """What the learned head alone makes of a document, its edges as they are."""
    article = Article(parse)
    return [attribution_of(article, one) for one in proposals.raw(article) if one.score >= least]
