"""The Stanza pipeline: with the embedded English model, or with any Stanza package that is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.data import Parse
from quotes.errors import ModelError
from quotes.installed import EMBEDDED as MODELS
from quotes.installed import NEEDED, stanza_packages

if TYPE_CHECKING:
    from stanza import Pipeline

EMBEDDED = "embedded"
USED = ("mwt", "ner")
"""Processors that are used where a package has them."""


class Parser:
    """Parses texts. The pipeline is built once, when the first text comes.

    Args:
        package: ``embedded``, or the name of a Stanza package that is on this machine.
        model_dir: folder of Stanza's resources; Stanza's own default where it is None.
    """

    def __init__(self, *, package: str = EMBEDDED, model_dir: str | PathLike | None = None) -> None:
        self._package = package
        self._model_dir = model_dir

    @cached_property
    def pipeline(self) -> Pipeline:
        """The Stanza pipeline. Raises ModelError where its model is missing or damaged."""
        if self._package == EMBEDDED:
            return embedded_pipeline()
        return stanza_pipeline(self._package, model_dir=self._model_dir)

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """A parse of each text, in order; of a blank text an empty one."""
        from stanza import Document

        from quotes.parsing.view import parse_of

        filled = [text for text in texts if text.strip()]
        documents = iter(self.pipeline([Document([], text=text) for text in filled]) if filled else ())
        return [parse_of(next(documents)) if text.strip() else Parse(text, (), ()) for text in texts]


def embedded_pipeline(
    *, models: Path = MODELS, processors: Sequence[str] = ("tokenize", "mwt", "joint")
) -> Pipeline:
    """A pipeline on the embedded model in ``models``; nothing is downloaded.

    Raises ModelError where a file of the model is missing or not what its manifest says.
    """
    import stanza

    if "joint" in processors:
        import quotes.parsing.embedded.processor  # noqa: F401  registers the processor
    return stanza.Pipeline("en", dir=str(models), package=None, processors={name: "quotes" for name in processors},
                           download_method=None, use_gpu=False, verbose=False)


def stanza_pipeline(package: str, *, model_dir: str | PathLike | None = None) -> Pipeline:
    """A pipeline of Stanza's own processors; nothing is downloaded.

    Raises ModelError where the package is not on this machine, or has no dependency trees.
    """
    import stanza
    from stanza.resources.common import DEFAULT_MODEL_DIR

    folder = Path(model_dir or DEFAULT_MODEL_DIR)
    there = {model.name: model for model in stanza_packages(folder)}
    if package not in there:
        raise ModelError(f"no Stanza package {package!r} for English in {folder}",
                         hint=f"see what is there: quotes models; get it: quotes models download {package}")
    processors = [name for name in (*NEEDED, *USED) if name in there[package].processors]
    return stanza.Pipeline("en", dir=str(folder), package=package, processors=",".join(processors),
                           download_method=None, use_gpu=False, verbose=False)


def tokenized(texts: Sequence[str], *, models: Path) -> Iterator[list[tuple[list[str], list[tuple[int, int]], bool]]]:
    """Sentences of each text as the program sees them: words, their code points, begins a paragraph or not."""
    import stanza

    from quotes.parsing.embedded.processor import sentences_of
    from quotes.parsing.sentences import mend
    from quotes.parsing.view import word_spans

    pipeline = embedded_pipeline(models=models, processors=("tokenize", "mwt"))
    for text in texts:
        doc = mend(pipeline(stanza.Document([], text=text)))
        yield [(list(seen.words), [span for token in sentence.tokens for span in word_spans(token)],
                seen.opens_paragraph)
               for seen, sentence in zip(sentences_of(doc), doc.sentences)]
