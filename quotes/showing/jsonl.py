"""JSON Lines: one quote a line, all there is to know about it. The keys and their order are a stable contract."""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

from quotes.data import Quote, Span
from quotes.showing import Found
from quotes.showing.plain import encodable

UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Valid in JSON, but a line end to some readers, or a command to a terminal."""


def write(found: Found, out: TextIO) -> None:
    """Writes each quote as a line of JSON."""
    for _, quotes in found:
        for quote in quotes:
            out.write(line(quote) + "\n")
        out.flush()


def line(quote: Quote) -> str:
    """A quote as JSON on one line, without its end."""
    text = json.dumps(record(quote), ensure_ascii=False)
    return UNSEEN.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def record(quote: Quote) -> dict[str, Any]:
    """A quote as plain values, as JSON has them."""
    cue, speaker = quote.cue, quote.speaker
    return {
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


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
