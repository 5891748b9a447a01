"""The embedded model as a Stanza processor, ``joint``: tags, lemmas, trees, entities and attributions in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from stanza import Document
from stanza.models.common.doc import Span
from stanza.pipeline.processor import Processor, register_processor

from quotes.parsing.embedded.files import check_manifest
from quotes.parsing.embedded.model import Annotated, Annotation, EmbeddedModel
from quotes.parsing.embedded.windows import Sentence
from quotes.parsing.paragraphs import opening
from quotes.parsing.sentences import mend
from quotes.parsing.view import word_spans


@register_processor("joint")
class JointProcessor(Processor):
    """Fills an ordinary Stanza document: tags, features, lemmas, trees and entities.

    The attributions that the model's head proposes are kept as ``document.proposals``.
    """

    PROVIDES_DEFAULT = {"joint"}
    REQUIRES_DEFAULT = {"tokenize"}

    def __init__(self, config: dict, pipeline, device) -> None:
        super().__init__(config, pipeline, device)
        folder = Path(pipeline.dir)
        check_manifest(folder)
        self._model = EmbeddedModel.load(folder / "en" / "joint")

    def mark_inactive(self) -> None:
        """Nothing to let go of. Stanza calls this before it says which processors are missing."""

    def process(self, doc: Document) -> Document:
        return self.bulk_process([doc])[0]

    def bulk_process(self, docs: Sequence[Document]) -> list[Document]:
        mended = [mend(doc) for doc in docs]
        annotated = self._model.annotate([list(sentences_of(doc)) for doc in mended])
        for doc, found in zip(mended, annotated):
            fill(doc, found)
        return mended


def sentences_of(doc: Document) -> list[Sentence]:
    """The words of each sentence of a tokenized document, and whether it begins a paragraph."""
    opens = opening(doc.text, (sentence.tokens[0].start_char for sentence in doc.sentences))
    return [Sentence(tuple(word.text for word in sentence.words), opens_paragraph)
            for sentence, opens_paragraph in zip(doc.sentences, opens)]


def fill(doc: Document, found: Annotated) -> None:
    """Put annotations into a Stanza document."""
    for sentence, annotation in zip(doc.sentences, found.sentences, strict=True):
        columns = zip(sentence.words, annotation.upos, annotation.xpos, annotation.feats, annotation.lemma,
                      annotation.head, annotation.deprel)
        for word, upos, xpos, feats, lemma, head, deprel in columns:
            word.upos, word.xpos, word.lemma, word.head, word.deprel = upos, xpos, lemma, head, deprel
            if feats:
                word.feats = feats
        sentence.build_dependencies()
        # Stanza makes entities of tokens, and its token is "Clinton's"; ours are of words.
        spans = list(chain.from_iterable(map(word_spans, sentence.tokens)))
        sentence.ents = [Span(span_entry={"text": doc.text[start:end], "type": kind, "start_char": start,
                                          "end_char": end}, doc=doc, sent=sentence)
                         for kind, start, end in _entities(annotation, spans)]
    doc.ents = [entity for sentence in doc.sentences for entity in sentence.ents]
    doc.proposals = tuple(found.proposals)


def _entities(annotation: Annotation, spans: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    previous = "O"
    for tag, (start, end) in zip(annotation.entity, spans):
        if tag != "O":
            if previous != "O" and tag[0] == "I" and found[-1][0] == tag[2:]:
                found[-1] = (tag[2:], found[-1][1], end)
            else:
                found.append((tag[2:], start, end))
        previous = tag
    return found
