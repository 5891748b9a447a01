"""From Stanza's document to the plain parse that detector and resolver look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.data import Entity, Parse, Word

if TYPE_CHECKING:
    from stanza import Document

KINDS = {"PERSON": "person", "PER": "person", "ORG": "organization", "NORP": "group", "GPE": "place",
         "LOC": "place", "FAC": "place", "person": "person", "organization": "organization", "place": "place"}


def word_spans(token) -> list[tuple[int, int]]:
    """Code points of each word of a Stanza token.

    The words of a multi-word token are found in its text one after another; where they do not stand there
    (*won't* is *will not* in some treebanks), they share it out in order.
    """
    if len(token.words) == 1:
        return [(token.start_char, token.end_char)]
    spans, at = [], token.start_char
    for position, word in enumerate(token.words):
        left = len(token.words) - position - 1
        end = token.end_char if not left else max(at, min(at + len(word.text), token.end_char - left))
        spans.append((at, end))
        at = end
    return spans


def parse_of(document: Document) -> Parse:
    """The parse of a Stanza document that has been tagged and parsed; with what the attribution head proposed,
    where the embedded model made it."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for number, sentence in enumerate(document.sentences):
        first = len(words)
        spans = [span for token in sentence.tokens for span in word_spans(token)]
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
