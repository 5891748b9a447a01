"""Detecting: from a parse to its attributions."""

from __future__ import annotations

from quotes.data import Attribution, Parse
from quotes.detecting import patterns, proposals
from quotes.detecting.article import Article
from quotes.detecting.calibrating import calibration
from quotes.detecting.choosing import THRESHOLD, attribution_of, attributions, weighed
from quotes.detecting.weighing import weights

__all__ = ["detect", "proposed"]


def detect(parse: Parse) -> list[Attribution]:
    """The attributions of a parsed document, in text order. Spans are code points, ends exclusive.

    Args:
        parse: with the proposals of the learned head, or None where there is no head: then patterns are all there is.
    """
    article, with_head = Article(parse), parse.proposals is not None
    candidates = weighed(article, proposals.candidates(article), patterns.candidates(article),
                         weights(with_head=with_head), least=THRESHOLD)
    return attributions(article, candidates, knots=calibration(with_head=with_head))


def proposed(parse: Parse, *, least: float = 0.5) -> list[Attribution]:
    """What the learned head alone makes of a document, its edges as they are."""
    article = Article(parse)
    return [attribution_of(article, one) for one in proposals.raw(article) if one.score >= least]
