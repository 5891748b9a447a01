"""Tokenizer and expander as variants of Stanza's processors: ``tokenize_with_batched=True``,
``mwt_with_by_dictionary=True``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stanza import Document
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant

from quotes.parsing.embedded.expander import Expander
from quotes.parsing.embedded.tokenizer import Token, Tokenizer


@register_processor_variant("tokenize", "batched")
class BatchedTokenizer(ProcessorVariant):
    """Tokens and sentences of Stanza documents, by the network of a Stanza tokenizer."""

    OVERRIDE = True

    def __init__(self, config: dict) -> None:
        self._tokenizer = Tokenizer.load(Path(config["model_path"]))

    def process(self, document: Document | str) -> Document:
        text = document if isinstance(document, str) else document.text
        return self.bulk_process([Document([], text=text)])[0]

    def bulk_process(self, docs: Sequence[Document]) -> list[Document]:
        found = self._tokenizer.sentences([doc.text for doc in docs])
        return [Document([list(map(_entry, range(1, len(tokens) + 1), tokens)) for tokens in sentences], text=doc.text)
                for doc, sentences in zip(docs, found)]


def _entry(number: int, token: Token) -> dict:
    """A token as Stanza builds documents from."""
    entry = {"id": (number,), "text": token.text, "start_char": token.start, "end_char": token.end}
    return entry | {"misc": "MWT=Yes"} if token.multi else entry


@register_processor_variant("mwt", "by_dictionary")
class DictionaryExpander(ProcessorVariant):
    """Expands the multi-word tokens of Stanza documents."""

    OVERRIDE = True

    def __init__(self, config: dict) -> None:
        self._expander = Expander.load(Path(config["model_path"]))

    def process(self, document: Document) -> Document:
        # Stanza numbers all words anew; most sentences have nothing to expand, and are left out.
        touched = Document([])
        touched.sentences = [sentence for sentence in document.sentences
                             if any(token.misc for token in sentence.tokens)]
        tokens = touched.get_mwt_expansions(evaluation=True)
        touched.set_mwt_expansions([" ".join(self._expander.words(token)) for token in tokens],
                                   process_manual_expanded=False)
        document.num_words = sum(len(sentence.words) for sentence in document.sentences)
        return document
