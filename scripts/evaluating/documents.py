"""Articles of a gold file as documents with quotes, and articles made up about them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from quotes.data import CONTEXT, Cue, Document, Quote, Span, Speaker

Found = tuple[Document, list[Quote]]


def documents(articles: Sequence[dict]) -> list[Found]:
    """The articles of a gold file with their annotations as quotes."""
    return [(document, [_quote(document, each) for each in article["quotes"]]) for article in articles
            for document in [_document(article["id"], article["text"])]]


def _document(name: str, text: str) -> Document:
    return Document(name, text, hashlib.sha256(text.encode("utf-8")).hexdigest())


def _quote(document: Document, gold: dict) -> Quote:
    spans, cue, source = (tuple(Span(*span) for span in gold[part]) for part in ("content", "cue", "source"))

    def words(places: Sequence[Span]) -> str:
        return " … ".join(document.text[start:end] for start, end in places)

    known = gold.get("speaker") or {"name": words(source) or None, "kind": "unknown"}
    speaker = Speaker(known["name"], words(source), source, known["kind"]) if known["name"] else None
    return Quote(document.name, document.sha256, words(spans), gold["type"], gold.get("act", "speech"), spans,
                 Cue(words(cue), cue) if cue else None, speaker, 1.0,
                 document.text[max(0, spans[0].start - CONTEXT):spans[0].start],
                 document.text[spans[-1].end:spans[-1].end + CONTEXT])


def article(before: str, name: str, kind: str) -> Found:
    """Another article, whose first words are a quote of somebody."""
    text = f"{before}{name}.\n"
    end = text.rindex(" said ")
    speaker = {"name": name, "kind": kind if kind != "unknown" else "person"}
    source = [len(before), len(before) + len(name)]
    return _annotated(text, [[0, end]], [[end + 1, end + 5]], [source], "direct", speaker)


def denial(words: str, speaker: Speaker) -> Found:
    """Another article, in which a speaker denies a quote."""
    start = f"{speaker.name} denied having said "
    text = f"{start}“{words}”\n"
    known = {"name": speaker.name, "kind": speaker.kind}
    return _annotated(text, [[len(start), len(text) - 1]], [[len(speaker.name) + 1, len(start) - 1]],
                      [[0, len(speaker.name)]], "direct", known)


def _annotated(text: str, content: list, cue: list, source: list, kind: str, speaker: dict) -> Found:
    document = _document("another", text)
    return document, [_quote(document, {"content": content, "cue": cue, "source": source, "type": kind,
                                        "speaker": speaker})]
