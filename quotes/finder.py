"""The whole way on one page: documents in, quotes out.

    read → parse → detect → resolve → show
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike

from quotes.data import CONTEXT, Attribution, Cue, Document, Quote, Span, Speaker
from quotes.detecting import detect
from quotes.errors import OptionError, ReadError
from quotes.parsing import EMBEDDED, Parser
from quotes.reading import read
from quotes.resolving import resolve

BATCH_CHARACTERS = 100_000
"""Documents are parsed together up to this many code points: enough to be fast, little enough to stay small."""


class Finder:
    """Finds quotes in documents. The model is loaded once, when the first document comes.

    Args:
        package: ``embedded``, or the name of a Stanza package that is on this machine.
        model_dir: folder of Stanza's resources; Stanza's own default where it is None.
    """

    def __init__(self, *, package: str = EMBEDDED, model_dir: str | PathLike | None = None) -> None:
        self._parser = Parser(package=package, model_dir=model_dir)

    def find_in(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Quote]]]:
        """Every document with its quotes, in the order given, the quotes in the order of the text.

        Raises:
            ModelError: where the model is missing or damaged.
        """
        for batch in _batches(documents):
            for document, parse in zip(batch, self._parser.parse([document.text for document in batch])):
                attributions = detect(parse)
                speakers = resolve(parse, attributions)
                yield document, [quote_of(document, *pair) for pair in zip(attributions, speakers)]


def find(*paths: str | PathLike, text: str | None = None, package: str = EMBEDDED,
         model_dir: str | PathLike | None = None,
         on_error: Callable[[ReadError], None] | None = None) -> Iterator[Quote]:
    """The quotes in files and folders, or in ``text``.

    Args:
        paths: files and folders, ``-`` for standard input.
        text: an article's text, in place of paths.
        package: ``embedded``, or the name of a Stanza package that is on this machine.
        model_dir: folder of Stanza's resources.
        on_error: called with each document that cannot be read; without it, a warning is given. The run goes on.

    Raises:
        OptionError: where both paths and text are given, or neither.
        ModelError: where the model is missing or damaged.
    """
    if bool(paths) == (text is not None):
        raise OptionError("give paths or text", hint='for example find("articles/") or find(text="…")')
    found = [document_of(text)] if text is not None else read(paths)
    documents = _readable(found, on_error or _warn)
    for _, quotes in Finder(package=package, model_dir=model_dir).find_in(documents):
        yield from quotes


def document_of(text: str, *, name: str = "text") -> Document:
    """A document made of a text at hand; its sum is that of its UTF-8 bytes."""
    return Document(name, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def quote_of(document: Document, attribution: Attribution, speaker: Speaker | None) -> Quote:
    """A row of the output."""
    text, spans = document.text, attribution.content
    return Quote(
        document=document.name, sha256=document.sha256, quote=words_at(text, spans), type=attribution.type,
        act=attribution.act, spans=spans,
        cue=Cue(words_at(text, attribution.cue), attribution.cue) if attribution.cue else None,
        speaker=speaker, confidence=round(attribution.confidence, 2),
        prefix=text[max(0, spans[0].start - CONTEXT):spans[0].start],
        suffix=text[spans[-1].end:spans[-1].end + CONTEXT])


def words_at(text: str, spans: Sequence[Span]) -> str:
    """The words at ``spans``, joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def _readable(found: Iterable[Document | ReadError], on_error: Callable[[ReadError], None]) -> Iterator[Document]:
    for entry in found:
        if isinstance(entry, ReadError):
            on_error(entry)
        else:
            yield entry


def _warn(error: ReadError) -> None:
    warnings.warn(f"{error} ({error.hint})" if error.hint else str(error), stacklevel=3)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch, size = [], 0
    for document in documents:
        if batch and size + len(document.text) > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch
