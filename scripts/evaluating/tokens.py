"""How well are tokens, sentences and words found in raw text? CoNLL 2018's measure, as Stanza has it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training.surface import plain_text, read_treebank

if TYPE_CHECKING:
    from stanza.models.common.doc import Document


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 in percent."""

    tokens: float
    sentences: float
    words: float


def evaluate_tokenizer(
    models: Path, gold: Path, *, mend: Callable[[Document], Document] | None = None,
) -> Figures:
    """Score the tokenizer and expander of a folder of Stanza models on the raw text of a treebank.

    Args:
        models: folder with ``resources.json`` and ``en/tokenize`` and ``en/mwt``.
        gold: a CoNLL-U file; its text is put together from the tokens, a blank line before each paragraph.
        mend: what mends the sentences, to be scored with them.
    """
    from stanza.models.common.utils import ud_scores

    from quotes.parsing.pipeline import embedded_pipeline

    pipeline = embedded_pipeline(models=models, processors=("tokenize", "mwt"))
    document = pipeline(plain_text(read_treebank(gold)))
    if mend is not None:
        document = mend(document)
    for sentence in document.sentences:
        # The measure reads trees and wants one; it isn't scored here.
        sentence.build_fake_dependencies()
    scores = ud_scores(str(gold), io.StringIO(f"{document:C}\n\n"))
    return Figures(*(100 * scores[name].f1 for name in ("Tokens", "Sentences", "Words")))
