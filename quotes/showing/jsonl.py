"""JSON Lines: one quote a line, all there is to know about it. The keys and their order are a stable contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from quotes.data import Document, Quote, Span
from quotes.showing import Found
from quotes.showing.plain import encodable

UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Valid in JSON, but a line end to some readers, or a command to a terminal."""


def write(found: Found, out: TextIO, *, explain: bool = False) -> None:
    """Writes each quote as a line of JSON."""
    for document, quotes in found:
        for quote in quotes:
            out.write(line(quote, document, explain=explain) + "\n")
        out.flush()


def line(quote: Quote, document: Document | None = None, *, explain: bool = False) -> str:
    """A quote as JSON on one line, without its end."""
    return line_of(record(quote, document, explain=explain))


def line_of(values: dict[str, Any]) -> str:
    """Plain values as JSON on one line, without its end."""
    text = json.dumps(values, ensure_ascii=False)
    return UNSEEN.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def record(quote: Quote, document: Document | None = None, *, explain: bool = False) -> dict[str, Any]:
    """A quote as plain values, as JSON has them; with ``explain`` also ``why``, and the speaker's ``confidence``.

    What most quotes don't have has a key only where it is: ``region``, ``page``, and ``within``, the speakers and spans
    of the quotes that it is embedded in, the innermost first; where its ``document`` is given, ``title``, ``date``,
    ``outlet`` and ``text_sha256`` of that.
    """
    cue, speaker = quote.cue, quote.speaker
    plain = {
        "document": encodable(quote.document),
        "sha256": quote.sha256,
        "quote": encodable(quote.quote),
        "type": quote.type,
        "act": quote.act,
        "spans": _pairs(quote.spans),
        "cue": cue and {"text": encodable(cue.text), "spans": _pairs(cue.spans)},
        "speaker": speaker and {
            "name": encodable(speaker.name),
            "mention": encodable(speaker.mention),
            "spans": _pairs(speaker.spans),
            "kind": speaker.kind,
        },
        "confidence": round(quote.confidence, 2),
        "prefix": encodable(quote.prefix),
        "suffix": encodable(quote.suffix),
    }
    if quote.region:
        plain["region"] = quote.region
    if quote.page:
        plain["page"] = quote.page
    if quote.within:
        plain["within"] = list(_around(quote.within))
    if document is not None:
        about = {"title": document.title, "date": document.date, "outlet": document.outlet,
                 "text_sha256": document.text_sha256}
        plain |= {key: encodable(value) for key, value in about.items() if value}
    if explain:
        plain["why"] = encodable(quote.why)
        if speaker:
            plain["speaker"]["confidence"] = round(speaker.confidence, 2)
    return plain


def _around(quote: Quote | None) -> Iterator[dict[str, Any]]:
    while quote is not None:
        yield {"speaker": encodable(quote.speaker.name) if quote.speaker else None, "spans": _pairs(quote.spans)}
        quote = quote.within


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
