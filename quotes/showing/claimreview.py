"""Verdicts as `ClaimReview <https://schema.org/ClaimReview>`_ (JSON-LD), the form that fact-checks are published in.

Only what a comparison of words can tell is rated: whether the quote is right. Where it can't tell, there is no
``reviewRating``; who reviews (``author``), where (``url``), and whether the claim is true is always left to a human.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from quotes.data import Speaker
from quotes.showing.iri import iri_of
from quotes.showing.plain import encodable

if TYPE_CHECKING:
    from quotes.verifying import Checked, Evidence

RATINGS = {"verbatim": "Quote is verbatim", "altered": "Quote is altered", "truncated": "Quote is cut",
           "other-speaker": "Said by somebody else"}
TYPES = {"person": "Person", "organization": "Organization", "group": "Organization", "place": "Place"}


def write(checked: Iterable[Checked], out: TextIO) -> None:
    """Writes one JSON-LD document with a review for each claim."""
    graph = {"@context": "https://schema.org", "@graph": [review(one) for one in checked]}
    out.write(json.dumps(graph, ensure_ascii=False, indent=1) + "\n")


def review(checked: Checked) -> dict[str, Any]:
    """A claim and its verdict as a ClaimReview."""
    item: dict[str, Any] = {"@type": "Claim", "text": encodable(checked.claim.text)}
    if checked.claim.speaker:
        item["author"] = {"@type": _type_of(checked), "name": encodable(checked.claim.speaker)}
    if checked.verdict != "not-found":
        item["appearance"] = [_appearance(one) for one in checked.evidence]
    found: dict[str, Any] = {"@type": "ClaimReview", "claimReviewed": encodable(checked.claim.text),
                             "itemReviewed": item}
    if checked.verdict in RATINGS:
        found["reviewRating"] = {"@type": "Rating", "alternateName": RATINGS[checked.verdict]}
        if checked.changes:
            found["reviewRating"]["ratingExplanation"] = encodable("; ".join(
                f"{one.kind}: {one.claim or '—'} for {one.source or '—'}" for one in checked.changes))
    return found


def _type_of(checked: Checked) -> str:
    """What the claimed speaker is, if the words are theirs."""
    said = checked.evidence[0].quote if checked.evidence and checked.verdict != "other-speaker" else None
    return TYPES.get(said.speaker.kind, "Thing") if said and said.speaker else "Thing"


def _appearance(one: Evidence) -> dict[str, Any]:
    document = one.document
    article: dict[str, Any] = {
        "@type": "NewsArticle", "url": iri_of(document),
        "associatedMedia": {"@type": "MediaObject", "contentUrl": iri_of(document), "sha256": document.sha256}}
    if document.title:
        article["headline"] = encodable(document.title)
    if document.date:
        article["datePublished"] = document.date
    if document.outlet:
        article["publisher"] = {"@type": "Organization", "name": encodable(document.outlet)}
    if one.quote is None:
        return article
    said: dict[str, Any] = {"@type": "Quotation", "text": encodable(one.text), "isPartOf": article}
    if one.quote.speaker:
        said["spokenByCharacter"] = _speaker(one.quote.speaker)
    return said


def _speaker(speaker: Speaker) -> dict[str, str]:
    kind = TYPES.get(speaker.kind, "Person")
    return {"@type": "Organization" if kind == "Place" else kind, "name": encodable(speaker.name)}
