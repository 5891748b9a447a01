"""The whole way on one page: documents in, quotes out.

    read → parse → detect → resolve → show
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from os import PathLike

from quotes.cache import Cache
from quotes.chaining import chained
from quotes.data import CONTEXT, Attribution, Cue, Document, Parse, Quote, Span, Speaker
from quotes.detecting import detect
from quotes.errors import OptionError, QuotesError, ReadError, SearchError
from quotes.installed import sum_of
from quotes.parsing import EMBEDDED, Parser
from quotes.parsing.copying import Copy, copy_of
from quotes.parsing.regions import Marked, region_at, regions
from quotes.reading import Columns, Limits, read
from quotes.resolving import resolve
from quotes.running import Failure, Outcome, batches, run

OnError = Callable[[QuotesError], None]

log = logging.getLogger(__name__)


class Finder:
    """Finds quotes in documents. The model is loaded once, when the first document comes that isn't in the cache.

    Args:
        package: ``embedded``, or the name of a Stanza package that is on this machine.
        model_dir: folder of Stanza's resources; Stanza's own default where it is None.
        workers: processes at most, each with one thread and the model; with 1, or little to do, all is done in this
            process. The quotes are the same. A script must call from under ``if __name__ == "__main__":``.
        cache: folder in which to keep results, made if it isn't there; texts in it are not searched again.

    Raises:
        OptionError: where there is less than one worker.
        CacheError: where the cache cannot be made or written.
        ModelError: where there is a cache, and a model's manifest is missing.
    """

    def __init__(self, *, package: str = EMBEDDED, model_dir: str | PathLike | None = None, workers: int = 1,
                 cache: str | PathLike | None = None) -> None:
        if workers < 1:
            raise OptionError(f"{workers} workers cannot find anything", hint="give 1 or more")
        self._parser = Parser(package=package, model_dir=model_dir)
        self._load = partial(_loaded, package, model_dir)
        self._embedded = package == EMBEDDED
        self._workers = workers
        self._cache = Cache(cache, model=sum_of(package, model_dir=model_dir)) if cache is not None else None

    def find_in(self, documents: Iterable[Document], *,
                on_error: OnError | None = None) -> Iterator[tuple[Document, list[Quote]]]:
        """Every document with its quotes, in the order given, the quotes in the order of the text. Documents are taken
        a few at a time, as they are needed. Where the embedded model searches any, the precision that it computes in
        is logged for information.

        Args:
            documents: the documents.
            on_error: called with a ``SearchError`` for each document that cannot be searched, which is left out;
                without it, a warning is given. The run goes on.

        Raises:
            ModelError: where the model is missing or damaged.
            WorkerError: where processes cannot be started.
        """
        known = self._cache.get if self._cache else None
        told = not self._embedded
        for batch, outcomes in run(batches(documents, known=known), partial(search, parser=self._parser),
                                   workers=self._workers, load=self._load):
            if batch.texts and not told:
                told = True
                _tell_precision()
            for document, before, outcome in zip(batch.documents, batch.known, outcomes):
                if isinstance(outcome, Failure):
                    (on_error or _warn)(SearchError(f"{document.name}: {outcome.reason}", hint=outcome.hint))
                    continue
                if self._cache and before is None:
                    self._cache.put(document.text, outcome)
                marked = regions(document.text)
                yield document, chained([quote_of(document, *finding, marked=marked) for finding in outcome])


def find(*paths: str | PathLike, text: str | None = None, package: str = EMBEDDED,
         model_dir: str | PathLike | None = None, columns: Columns = Columns(), limits: Limits = Limits(),
         workers: int = 1, cache: str | PathLike | None = None, on_error: OnError | None = None) -> Iterator[Quote]:
    """The quotes in files and folders, or in ``text``.

    Args:
        paths: files and folders, ``-`` for standard input.
        text: an article's text, in place of paths.
        package: ``embedded``, or the name of a Stanza package that is on this machine.
        model_dir: folder of Stanza's resources.
        columns: which columns of CSV and JSON hold texts, names and dates.
        limits: how much a document may hold.
        workers: processes at most (see :class:`Finder`).
        cache: folder in which to keep results (see :class:`Finder`).
        on_error: called with a ``ReadError`` for each document that cannot be read, and a ``SearchError`` for each that
            cannot be searched; without it, a warning is given. The run goes on.

    Raises:
        OptionError: where both paths and text are given, or neither.
        ModelError: where the model is missing or damaged.
        CacheError: where the cache cannot be made or written.
        WorkerError: where processes cannot be started.
    """
    if bool(paths) == (text is not None):
        raise OptionError("give paths or text", hint='for example find("articles/") or find(text="…")')
    found = [document_of(text)] if text is not None else read(paths, columns=columns, limits=limits)
    documents = _readable(found, on_error or _warn)
    finder = Finder(package=package, model_dir=model_dir, workers=workers, cache=cache)
    for _, quotes in finder.find_in(documents, on_error=on_error):
        yield from quotes


def search(texts: Sequence[str], *, parser: Parser) -> list[Outcome]:
    """What is found in each text. One that something goes wrong with is a ``Failure``, the others are still searched."""
    try:
        copies = [copy_of(text) for text in texts]
        parses = parser.parse([copy.text for copy in copies])
    except (QuotesError, ImportError):
        raise  # it is not for a text
    except Exception as error:
        if len(texts) == 1:
            return [Failure.by(error)]
        return [outcome for text in texts for outcome in search([text], parser=parser)]
    return [_found(*pair) for pair in zip(copies, parses)]


def _found(copy: Copy, parse: Parse) -> Outcome:
    try:
        attributions = detect(parse)
        speakers = resolve(parse, attributions)
    except Exception as error:
        return Failure.by(error)
    return list(zip(map(copy.attribution, attributions), map(copy.speaker, speakers)))


def document_of(text: str, *, name: str = "text") -> Document:
    """A document made of a text at hand; its sum is that of its UTF-8 bytes."""
    return Document(name, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def quote_of(document: Document, attribution: Attribution, speaker: Speaker | None, *,
             marked: Sequence[Marked] = ()) -> Quote:
    """A row of the output. ``marked`` are the document's :func:`quotes.parsing.regions.regions`."""
    text, spans = document.text, attribution.content
    return Quote(
        document=document.name, sha256=document.sha256, quote=words_at(text, spans), type=attribution.type,
        act=attribution.act, spans=spans,
        cue=Cue(words_at(text, attribution.cue), attribution.cue) if attribution.cue else None,
        speaker=speaker, confidence=round(attribution.confidence, 2),
        prefix=text[max(0, spans[0].start - CONTEXT):spans[0].start],
        suffix=text[spans[-1].end:spans[-1].end + CONTEXT],
        why="; ".join(filter(None, (attribution.why, speaker.why if speaker else ""))),
        region=region_at(marked, spans[0]), page=bisect_right(document.pages, spans[0].start))


def words_at(text: str, spans: Sequence[Span]) -> str:
    """The words at ``spans``, joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def _readable(found: Iterable[Document | ReadError], on_error: OnError) -> Iterator[Document]:
    for entry in found:
        if isinstance(entry, ReadError):
            on_error(entry)
        else:
            yield entry


def _warn(error: QuotesError) -> None:
    warnings.warn(f"{error} ({error.hint})" if error.hint else str(error), stacklevel=3)


def _tell_precision() -> None:
    if log.isEnabledFor(logging.INFO):  # it takes torch, which this process may not need
        from quotes.parsing.embedded.linears import described, fastest_precision

        log.info("the encoder runs in %s", described(fastest_precision()))


def _loaded(package: str, model_dir: str | PathLike | None) -> Callable[[Sequence[str]], list[Outcome]]:
    """A search in a process of its own: with the model loaded, and one thread."""
    import torch

    torch.set_num_threads(1)
    parser = Parser(package=package, model_dir=model_dir)
    parser.pipeline  # noqa: B018  loads it, so that an error comes at once
    return partial(search, parser=parser)
