"""Where the time goes: the way of ``quotes.finder``, walked stage by stage with a clock in hand."""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


TOGETHER = 5
"""Documents searched together, about as many as the finder takes of articles."""


@dataclass
class Clock:
    """Seconds of processor time that each stage took."""

    spent: Counter[str] = field(default_factory=Counter)

    def timing(self, stage: str, work: Callable[P, T]) -> Callable[P, T]:
        """``work``, whose time counts for ``stage``."""
        def timed(*arguments: P.args, **options: P.kwargs) -> T:
            begun = time.process_time()
            try:
                return work(*arguments, **options)
            finally:
                self.spent[stage] += time.process_time() - begun
        return timed


def stage_times(folder: Path) -> dict[str, float]:
    """Seconds of processor time for each stage over the articles in ``folder``, in one thread.

    ``trees`` is what the embedded model does besides encoding: word pieces, heads, trees, lemmas.
    """
    import torch

    from quotes.detecting import detect
    from quotes.finder import quote_of
    from quotes.parsing.embedded.model import EmbeddedModel
    from quotes.parsing.embedded.plain import plain_of
    from quotes.parsing.pipeline import MODELS, embedded_pipeline, tokenize
    from quotes.reading import read
    from quotes.resolving import resolve
    from quotes.running.collecting import collect_seldom
    from quotes.showing import writer

    torch.set_num_threads(1)
    collect_seldom()  # as our command line does
    clock = Clock()
    pipeline = embedded_pipeline()
    model = EmbeddedModel.load(MODELS / "en" / "joint")
    model = replace(model, encoder=clock.timing("encode", model.encoder))
    for warm in (True, False):
        documents = clock.timing("read", list)(read([folder]))
        if warm:  # what is imported or prepared at the first article is no stage
            documents = documents[:1]
        else:
            clock.spent.clear()
        found = []
        for start in range(0, len(documents), TOGETHER):
            some = documents[start:start + TOGETHER]
            stanzas = clock.timing("tokenize", tokenize)(pipeline, [document.text for document in some])
            plain = [clock.timing("sentences", plain_of(stanza).mended)(stanza.text) for stanza in stanzas]
            sentences = [clock.timing("sentences", one.read)(stanza.text) for one, stanza in zip(plain, stanzas)]
            annotated = clock.timing("trees", model.annotate)(sentences)
            for document, one, said in zip(some, plain, annotated):
                parse = clock.timing("parse", replace(one, annotated=said).parse)(document.text)
                attributions = clock.timing("detect", detect)(parse)
                speakers = clock.timing("resolve", resolve)(parse, attributions)
                found.append((document, [clock.timing("show", quote_of)(document, *pair)
                                         for pair in zip(attributions, speakers)]))
        clock.timing("show", writer("jsonl"))(found, io.StringIO())
    clock.spent["trees"] -= clock.spent["encode"]
    order = ("read", "tokenize", "sentences", "encode", "trees", "parse", "detect", "resolve", "show")
    return {stage: clock.spent[stage] for stage in order}
