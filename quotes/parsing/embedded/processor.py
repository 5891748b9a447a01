"""The embedded model as a Stanza processor, ``joint``: tags, lemmas, trees, entities and attributions in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from stanza import Document
from stanza.pipeline.processor import Processor, register_processor

from quotes.parsing.embedded.files import check_manifest
from quotes.parsing.embedded.model import EmbeddedModel
from quotes.parsing.embedded.plain import Plain, PlainDocument, plain_of


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
        mended = [plain_of(doc).mended(doc.text) for doc in docs]
        annotated = self._model.annotate([plain.read(doc.text) for doc, plain in zip(docs, mended)])
        for doc, plain, said in zip(docs, mended, annotated):
            _put(doc, replace(plain, annotated=said))
            doc.proposals = tuple(said.proposals)
        return list(docs)


def _put(doc: Document, plain: Plain) -> None:
    """Have a document say what is ``plain``."""
    if isinstance(doc, PlainDocument) and doc.plain is not None:
        doc.plain = plain
        return
    made = PlainDocument(doc.text, plain)
    doc.sentences, doc.ents = made.sentences, made.ents
    doc.num_tokens, doc.num_words = made.num_tokens, made.num_words
    for part in (*doc.sentences, *doc.ents):
        part.doc = doc
