"""Verifying against an archive: where to look for a claim, and whether what was found there still stands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.archive import candidates, extent, location, quotes_of
from quotes.archive import passages as documents_with
from quotes.data import Document, Quote
from quotes.reading import STDIN, read_file
from quotes.verifying.data import Checked, Claim, Evidence, Searched
from quotes.verifying.matching import wording_of
from quotes.verifying.passages import Passage, passages, said
from quotes.verifying.verdict import verify
from quotes.verifying.words import FUNCTION

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

QUOTES, DOCUMENTS = 150, 20
"""The most quotes and documents that a claim is compared with, the best by their words."""


def verify_in(archive: Archive, claim: Claim) -> Checked:
    """Whether a claim was said, by what an archive has (see :func:`quotes.verifying.verify`). Documents of the evidence
    that are no longer as they were archived are said to be so; the passage stays the archived one."""
    held = extent(archive)
    searched = Searched(held.documents, held.first, held.last)
    checked = verify(claim, list(corpus_for(archive, claim)), searched=searched)
    return replace(checked, evidence=tuple(_as_of_today(archive, one) for one in checked.evidence))


def corpus_for(archive: Archive, claim: Claim) -> Iterator[Passage]:
    """What an archive has that may bear on a claim: documents with many of its words, and single quotes of others."""
    wording = wording_of(claim.text)
    words = {wording.text[word.start:word.end] for word in wording.words if word.key not in FUNCTION}
    words |= {word.key.removeprefix("#") for word in wording.words if word.key not in FUNCTION}
    words = words or {wording.text[word.start:word.end] for word in wording.words}
    whole = {(document.name, document.sha256): document for document in documents_with(archive, words, limit=DOCUMENTS)}
    for document in whole.values():
        yield from passages(document, quotes_of(archive, document))
    single: dict[tuple[str, str], tuple[Document, list[Quote]]] = {}
    for document, quote in candidates(archive, words, limit=QUOTES):
        if (document.name, document.sha256) not in whole:
            single.setdefault((document.name, document.sha256), (document, []))[1].append(quote)
    for document, quotes in single.values():
        yield from said(document, sorted(quotes, key=lambda quote: quote.spans))


def since_archived(place: str, document: Document) -> str:
    """What became of a document since it was archived: ``changed``, ``gone``, or empty where its bytes are the same.
    Empty, too, where that cannot be told: of a URL, or of what came by standard input.

    Args:
        place: The path that it was read from; of a document in a table or an archive with its name in that.
        document: The document as archived.
    """
    if place == STDIN or re.match(r"\w+://", place):
        return ""
    path = re.sub(r":\d+$", "", place) if not os.path.exists(place) else place
    while path and not os.path.exists(path) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    if not os.path.isfile(path):
        return "gone"
    return "" if any(isinstance(found, Document) and found.sha256 == document.sha256 for found in read_file(path)) \
        else "changed"


def _as_of_today(archive: Archive, one: Evidence) -> Evidence:
    return replace(one, changed=since_archived(location(archive, one.document), one.document))
