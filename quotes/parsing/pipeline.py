"""The Stanza pipeline: with the embedded English model, or with any Stanza package that is there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.data import Parse
from quotes.errors import ModelError
from quotes.installed import EMBEDDED as MODELS
from quotes.installed import NEEDED, folder_of, missing_models, stanza_packages
from quotes.parsing.parts import LONGEST, joined, parts_of
from quotes.parsing.taming import fits_batch, tame

if TYPE_CHECKING:
    from stanza import Document, Pipeline

EMBEDDED = "embedded"
USED = ("mwt", "ner")
"""Processors that are used where a package has them."""
TOKENIZING = ("tokenize", "mwt")


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
        """A parse of each text, in order; of a blank text an empty one. A text too long to be parsed at once is parsed
        in parts."""
        from quotes.parsing.view import parse_of

        # Where there is nothing to parse, there is no need for a model.
        at_once = [text for text in texts if text.strip() and len(text) <= LONGEST]
        parses = map(parse_of, self._documents(at_once) if at_once else ())
        return [Parse(text, (), ()) if not text.strip()
                else next(parses) if len(text) <= LONGEST
                else self._in_parts(text) for text in texts]

    def _in_parts(self, text: str) -> Parse:
        return joined(text, ((part, self.parse([text[part.start:part.end]])[0]) for part in parts_of(text)))

    def _documents(self, texts: Sequence[str]) -> list[Document]:
        tokenized = tokenize(self.pipeline, texts)
        rest = [name for name in self.pipeline.processors if name not in TOKENIZING]
        return self.pipeline(tokenized, processors=rest)


def tokenize(pipeline: Pipeline, texts: Sequence[str]) -> list[Document]:
    """Stanza documents with tokens and words by the pipeline's own tokenizer, ready for its other processors: with
    sentences as news wants them, unless the processor ``joint`` will see to that."""
    from stanza import Document

    from quotes.parsing.sentences import mend

    documents = [Document([], text=tame(text)) for text in texts]
    together = [number for number, text in enumerate(texts) if fits_batch(text)]
    done = dict(zip(together, pipeline([documents[number] for number in together], processors=TOKENIZING)))
    for number, text in enumerate(texts):
        if number not in done:
            done[number] = pipeline(documents[number], processors=TOKENIZING)
        done[number].text = text
    tokenized = [done[number] for number in range(len(texts))]
    if "joint" in pipeline.processors:  # which mends them itself, for those who build a pipeline of their own
        return tokenized
    return [mend(document) for document in tokenized]


def embedded_pipeline(
    *, models: Path = MODELS, processors: Sequence[str] = ("tokenize", "mwt", "joint")
) -> Pipeline:
    """A pipeline on the embedded model in ``models``; nothing is downloaded.

    Raises ModelError, before anything is loaded, where a file of the model is missing or not what its manifest says.
    """
    import stanza

    from quotes.parsing.embedded.files import check_manifest

    check_manifest(models)
    import quotes.parsing.embedded.variants  # noqa: F401  registers tokenizer and expander
    if "joint" in processors:
        import quotes.parsing.embedded.processor  # noqa: F401  registers the processor
    try:
        return stanza.Pipeline("en", dir=str(models), package=None, processors={name: "quotes" for name in processors},
                               tokenize_with_batched=True, mwt_with_by_dictionary=True, download_method=None,
                               use_gpu=False, verbose=False)
    except Exception as error:  # of a damaged file Stanza, PyTorch and safetensors raise whatever comes
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ModelError(f"the model in {models} cannot be loaded: {reason}", hint="install quotes again") from error


def stanza_pipeline(package: str, *, model_dir: str | PathLike | None = None) -> Pipeline:
    """A pipeline of Stanza's own processors; nothing is downloaded.

    Raises ModelError where the package is not on this machine, has no dependency trees or cannot be loaded.
    """
    import stanza

    folder = folder_of(model_dir)
    there = {model.name: model for model in stanza_packages(folder)}
    option = f" --model-dir {folder}" if model_dir else ""
    if package not in there:
        missing = ", ".join(missing_models(folder, package))
        raise ModelError(f"no Stanza package {package!r} for English in {folder}: without {missing}",
                         hint=f"see what is there: quotes models{option}; "
                              f"get it: quotes models download {package}{option}")
    processors = [name for name in (*NEEDED, *USED) if name in there[package].processors]
    try:
        return stanza.Pipeline("en", dir=str(folder), package=package, processors=",".join(processors),
                               download_method=None, use_gpu=False, verbose=False)
    except Exception as error:  # of a damaged file Stanza raises whatever comes: KeyError, EOFError, struct.error
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ModelError(f"Stanza package {package!r} in {folder} cannot be loaded: {reason}",
                         hint=f"get it again: quotes models download {package}{option}") from error
