"""From Stanza's document to the plain parse that detector and resolver look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotes.data import Entity, Parse, Word

if TYPE_CHECKING:
    from stanza import Document

KINDS = {"PERSON": "person", "PER": "person", "ORG": "organization", "NORP": "group", "GPE": "place",
         "LOC": "place", "FAC": "place", "person": "person", "organization": "organization", "place": "place"}


def share_out(start: int, end: int, words: Sequence[str]) -> list[tuple[int, int]]:
    """Code points of each word of a token that stands from ``start`` to ``end``.

    The words of a multi-word token are found in its text one after another; where they do not stand there
    (*won't* is *will not* in some treebanks), they share it out in order.
    """
    spans, at = [], start
    for position, word in enumerate(words):
        left = len(words) - position - 1
        to = end if not left else max(at, min(at + len(word), end - left))
        spans.append((at, to))
        at = to
    return spans


def parse_of(document: Document) -> Parse:
    """The parse of a Stanza document that has been tagged and parsed; with what the attribution head proposed,
    where the embedded model made it."""
    plain = getattr(document, "plain", None)
    return plain.parse(document.text) if plain is not None else _parse_of_objects(document)


def _parse_of_objects(document: Document) -> Parse:
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for number, sentence in enumerate(document.sentences):
        first = len(words)
        spans = [span for token in sentence.tokens
                 for span in share_out(token.start_char, token.end_char, [word.text for word in token.words])]
        for word, (start, end) in zip(sentence.words, spans):
            words.append(Word(len(words), word.text, word.lemma or word.text, word.upos or "X", word.xpos or "",
                              word.feats or "", first + word.head - 1 if word.head else -1, word.deprel or "dep",
                              start, end, number))
        sentences.append((first, len(words)))
        for entity in sentence.ents:
            inside = [w.index for w in words[first:] if w.start < entity.end_char and w.end > entity.start_char]
            if inside and entity.type in KINDS:
                entities.append(Entity(KINDS[entity.type], inside[0], inside[-1] + 1))
    return Parse(document.text, tuple(words), tuple(sentences), tuple(entities),
                 getattr(document, "proposals", None))
