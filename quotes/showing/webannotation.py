"""Quotes as `Web Annotations <https://www.w3.org/TR/annotation-model/>`_ (W3C, 2017): one page with an annotation each.

A quote's spans are targets, each found again by its words (TextQuoteSelector) and by its place (TextPositionSelector,
whose offsets are code points, end exclusive, like ours).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO
from uuid import NAMESPACE_URL, uuid5

from quotes.data import CONTEXT, Document, Quote
from quotes.showing import Found
from quotes.showing.iri import iri_of
from quotes.showing.jsonl import line_of
from quotes.showing.plain import encodable

CONTEXTS = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]


def write(found: Found, out: TextIO, *, explain: bool = False) -> None:
    """Writes an AnnotationPage, an annotation a line; closed even when finding is broken off. Its ``id`` comes last,
    since it is made from those of its annotations. With ``explain`` a body says why the quote is one."""
    out.write(f'{{"@context": {json.dumps(CONTEXTS)}, "type": "AnnotationPage", "items": [')
    before, names = "", ""
    try:
        for document, quotes in found:
            for quote in quotes:
                one = annotation(quote, document, explain=explain)
                out.write(f"{before}\n{line_of(one)}")
                before, names = ",", str(uuid5(NAMESPACE_URL, names + one["id"]))
            out.flush()
    finally:
        out.write(f'\n], "id": "urn:uuid:{uuid5(NAMESPACE_URL, names)}"}}\n')


def annotation(quote: Quote, document: Document, *, explain: bool = False) -> dict[str, Any]:
    """A quote as an annotation. The same quote of the same document always has the same ``id``."""
    place = f"urn:sha256:{quote.sha256}#{[list(span) for span in quote.spans]}{quote.cue.spans if quote.cue else ''}"
    source = {"id": iri_of(document), "sha256": quote.sha256, **_about(document)}
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, place)}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(quote, explain=explain)),
        "target": [
            {"source": source, "selector": [
                {"type": "TextQuoteSelector", "exact": encodable(document.text[start:end]),
                 "prefix": encodable(document.text[max(0, start - CONTEXT):start]),
                 "suffix": encodable(document.text[end:end + CONTEXT])},
                {"type": "TextPositionSelector", "start": start, "end": end}]}
            for start, end in quote.spans
        ],
    }


def _about(document: Document) -> dict[str, str]:
    """What is known of the document, in terms of Dublin Core, whose prefix the annotations' context has."""
    about = {"title": document.title, "date": document.date, "publisher": document.outlet}
    return {f"dcterms:{term}": encodable(value) for term, value in about.items() if value}


def _bodies(quote: Quote, *, explain: bool) -> Iterator[dict[str, str]]:
    if quote.speaker:
        yield {"type": "TextualBody", "purpose": "identifying", "value": encodable(quote.speaker.name)}
    yield {"type": "TextualBody", "purpose": "classifying", "value": quote.type}
    yield {"type": "TextualBody", "purpose": "classifying", "value": quote.act}
    if explain and quote.why:
        yield {"type": "TextualBody", "purpose": "commenting", "value": encodable(quote.why)}
