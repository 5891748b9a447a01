"""Quotes and documents as rows of tables, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quotes.data import Cue, Document, Quote, Span, Speaker
from quotes.showing.plain import encodable

Row = Mapping[str, Any]
SURROGATE = re.compile("[\ud800-\udfff]")


def document_row(document: Document) -> dict[str, Any]:
    """What a document says of itself, by column."""
    return {
        "path": encodable(document.name),
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "length": len(document.text),
        "date": storable(document.date),
        "outlet": storable(document.outlet),
        "title": storable(document.title),
        "author": storable(document.author),
        "pages": json.dumps(document.pages),
        "text": storable(document.text),
    }


def document_of(row: Row) -> Document:
    """The document in a row."""
    return Document(row["path"], row["text"], row["sha256"], title=row["title"], date=row["date"],
                    outlet=row["outlet"], author=row["author"], pages=tuple(json.loads(row["pages"])),
                    text_sha256=row["text_sha256"])


def quote_rows(quotes: Sequence[Quote], *, document: int, first: int, speakers: Mapping[tuple[str, str], int]) \
        -> list[dict[str, Any]]:
    """A document's quotes, by column.

    Args:
        quotes: All quotes of a document. One that another stands ``within`` is among them.
        document: The document's id.
        first: The id of the first quote; the others follow.
        speakers: The ids of the speakers, by name and kind.
    """
    ids = {quote: first + place for place, quote in enumerate(quotes)}
    return [_quote_row(quote) | {
        "id": first + place,
        "document_id": document,
        "speaker_id": speakers[speaker_key(quote.speaker)] if quote.speaker else None,
        "within_id": ids[quote.within] if quote.within else None,
    } for place, quote in enumerate(quotes)]


def speaker_key(speaker: Speaker) -> tuple[str, str]:
    """What tells one row of ``speakers`` from another: name and kind."""
    return storable(speaker.name), speaker.kind


def _quote_row(quote: Quote) -> dict[str, Any]:
    cue, speaker = quote.cue, quote.speaker
    return {
        "quote": storable(quote.quote),
        "type": quote.type,
        "act": quote.act,
        "start": quote.spans[0].start,
        "end": quote.spans[-1].end,
        "spans": json.dumps(quote.spans),
        "cue": storable(cue.text) if cue else None,
        "cue_spans": json.dumps(cue.spans) if cue else None,
        "mention": storable(speaker.mention) if speaker else None,
        "mention_spans": json.dumps(speaker.spans) if speaker else None,
        "confidence": quote.confidence,
        "speaker_confidence": speaker.confidence if speaker else None,
        "prefix": storable(quote.prefix),
        "suffix": storable(quote.suffix),
        "why": storable(quote.why),
        "speaker_why": storable(speaker.why) if speaker else None,
        "region": quote.region,
        "page": quote.page,
    }


def quotes_from(rows: Iterable[Row], *, document: Document) -> dict[int, Quote]:
    """A document's quotes by their ids, in the order of the rows.

    Args:
        rows: All rows of ``quotes`` of a document, each with the ``name`` and ``kind`` of its speaker.
        document: The document.
    """
    by_id = {row["id"]: row for row in rows}
    found: dict[int, Quote] = {}

    def quote_at(number: int) -> Quote:
        if number not in found:
            row = by_id[number]
            within = quote_at(row["within_id"]) if row["within_id"] else None
            found[number] = _quote_of(row, document=document, within=within)
        return found[number]

    return {number: quote_at(number) for number in by_id}


def _quote_of(row: Row, *, document: Document, within: Quote | None) -> Quote:
    cue = Cue(row["cue"], _spans(row["cue_spans"])) if row["cue"] is not None else None
    speaker = Speaker(row["name"], row["mention"], _spans(row["mention_spans"]), row["kind"],
                      row["speaker_confidence"], row["speaker_why"]) if row["speaker_id"] else None
    return Quote(document.name, document.sha256, row["quote"], row["type"], row["act"], _spans(row["spans"]), cue,
                 speaker, row["confidence"], row["prefix"], row["suffix"], row["why"],
                 region=row["region"], page=row["page"], within=within)


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in json.loads(text))


def storable(text: str) -> str:
    """The text as SQLite can keep it: each lone surrogate as a U+FFFD, so that offsets stay right."""
    return SURROGATE.sub("\ufffd", text)
