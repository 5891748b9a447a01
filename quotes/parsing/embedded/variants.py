"""Tokenizer and expander as variants of Stanza's processors: ``tokenize_with_batched=True``,
``mwt_with_by_dictionary=True``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from stanza import Document
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant

from quotes.parsing.embedded.expander import Expander
from quotes.parsing.embedded.plain import Plain, PlainDocument, plain_of
from quotes.parsing.embedded.tokenizer import Tokenizer


QUICK = "quick.pt"


@register_processor_variant("tokenize", "batched")
class BatchedTokenizer(ProcessorVariant):
    """Tokens and sentences of Stanza documents, by the network of a Stanza tokenizer and a quicker one beside it."""

    OVERRIDE = True

    def __init__(self, config: dict) -> None:
        careful = Path(config["model_path"])
        self._tokenizer = Tokenizer.load(careful.with_name(QUICK), careful)

    def process(self, document: Document | str) -> Document:
        text = document if isinstance(document, str) else document.text
        return self.bulk_process([Document([], text=text)])[0]

    def bulk_process(self, docs: Sequence[Document]) -> list[Document]:
        found = self._tokenizer.sentences([doc.text for doc in docs])
        return [PlainDocument(doc.text, Plain(sentences)) for doc, sentences in zip(docs, found)]


@register_processor_variant("mwt", "by_dictionary")
class DictionaryExpander(ProcessorVariant):
    """Takes the multi-word tokens of Stanza documents apart that the variant ``batched`` has found."""

    OVERRIDE = True

    def __init__(self, config: dict) -> None:
        self._expander = Expander.load(Path(config["model_path"]))

    def process(self, document: Document) -> Document:
        return self.bulk_process([document])[0]

    def bulk_process(self, docs: Sequence[Document]) -> list[Document]:
        return [PlainDocument(doc.text, self._expanded(plain_of(doc))) for doc in docs]

    def _expanded(self, plain: Plain) -> Plain:
        return replace(plain, sentences=[
            [self._expander.expanded(token) if token.multi else token for token in tokens]
            for tokens in plain.sentences])
