"""Stanza's multi-word expander, asked only for what its dictionary doesn't hold: a variant of its ``mwt`` processor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import torch
from stanza import Document
from stanza.models.mwt.data import DataLoader
from stanza.models.mwt.trainer import Trainer
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant

T = TypeVar("T")


@register_processor_variant("mwt", "by_dictionary")
class DictionaryExpander(ProcessorVariant):
    """Expands multi-word tokens (*don't* is *do* and *n't*); ``mwt_with_by_dictionary=True`` chooses it.

    Stanza asks the network for every one, and then prefers its dictionary: the result is the same.
    """

    OVERRIDE = True

    def __init__(self, config: dict) -> None:
        self._trainer = for_running(Trainer)
        self._trainer.load(config["model_path"])

    def process(self, document: Document) -> Document:
        tokens = document.get_mwt_expansions(evaluation=True)
        found = {token: self._trainer.dict_expansion(token) for token in tokens}
        unknown = [token for token, expansion in found.items() if expansion is None]
        found.update(zip(unknown, self._predicted(unknown)))
        document.set_mwt_expansions([found[token] for token in tokens], process_manual_expanded=False)
        return document

    @torch.inference_mode()
    def _predicted(self, tokens: Sequence[str]) -> list[str]:
        predicted = []
        for token in tokens:  # one at a time: what is made of it must not depend on what it is padded with
            one = DataLoader(Document([[{"id": (1,), "text": token, "misc": "MWT=Yes"}]]), 1, self._trainer.args,
                             vocab=self._trainer.vocab, evaluation=True, expand_unk_vocab=True)
            for batch in one.to_loader():
                predicted += self._trainer.predict(batch, never_decode_unk=True, vocab=one.vocab)
        return predicted


def for_running(trainer: type[T]) -> T:
    """A Stanza trainer without the optimizer that it would make, for which PyTorch imports its compiler: a second, and
    100 MB. It has to load its model."""
    return trainer.__new__(trainer)
