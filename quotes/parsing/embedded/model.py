"""The embedded English model at work: sentences in, tags, trees, entities and attributions out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import pad

from quotes.data import Proposal
from quotes.parsing.embedded.decode import attribution_words, tree_heads
from quotes.parsing.embedded.encoding import Encoder, encoder_of
from quotes.parsing.embedded.files import LEMMAS, PIECES, load_weights
from quotes.parsing.embedded.labels import Labels
from quotes.parsing.embedded.lemmas import Lemmas
from quotes.parsing.embedded.linears import Precision, fastest_precision
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.scoring import Heads, Narrowed, Tagged, heads_of
from quotes.parsing.embedded.windows import Sentence, Window, row_of, windows_of

LEAST_ANCHOR = 0.2
"""Anchors under this probability are not worth proposing."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the model says of one sentence, a value a word; heads count from 1, 0 is the root."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    head: list[int]
    deprel: list[str]
    entity: list[str]


@dataclass(slots=True)
class Annotated:
    """What the model says of one document."""

    sentences: list[Annotation] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)


@dataclass(frozen=True)
class EmbeddedModel:
    """The network with all that it needs to read words and to name its labels.

    It reads one window at a time: what it says of a window does not depend on what else is read, to the last bit.
    """

    encoder: Encoder
    heads: Heads
    labels: Labels
    maker: PieceMaker
    lemmas: Lemmas
    precision: Precision

    @classmethod
    def load(cls, folder: Path, *, precision: Precision | None = None) -> EmbeddedModel:
        """The model in ``folder``, in the precision that is fastest here unless one is given."""
        weights, precision = load_weights(folder), precision or fastest_precision()
        lemmas = Lemmas(json.loads((folder / LEMMAS).read_text(encoding="utf-8")))
        return cls(encoder_of(weights, precision=precision), heads_of(weights, precision=precision), weights.labels,
                   PieceMaker(folder / PIECES), lemmas, precision)

    def annotate(self, documents: Sequence[Sequence[Sentence]]) -> list[Annotated]:
        """Annotations of the sentences of each document, in order."""
        return [self._annotated(sentences) for sentences in documents]

    def _annotated(self, sentences: Sequence[Sentence]) -> Annotated:
        annotated, words = Annotated(), 0
        for window in windows_of(sentences, self.maker) if sentences else ():
            annotations, proposals = self._read(window)
            annotated.sentences.extend(annotations)
            annotated.proposals.extend(proposal.moved(words) for proposal in proposals)
            words += len(window.pieces)
        return annotated

    @torch.inference_mode()
    def _read(self, window: Window) -> tuple[list[Annotation], list[Proposal]]:
        *row, last = map(torch.from_numpy, row_of(window, self.maker))
        states = self.encoder(*row).index_select(0, pad(last, (1, 0)))
        narrowed = self.heads.narrowed(states)
        heads = tree_heads(self.heads.arcs(narrowed).numpy(), [len(sentence.words) for sentence in window.sentences])
        relations = self.heads.relations(narrowed, torch.from_numpy(heads))
        return (self._annotations(window, self.heads.tagged(narrowed), heads, relations.float().numpy().argmax(axis=1)),
                self._proposals(states, narrowed))

    def _annotations(self, window: Window, tagged: Tagged, heads: np.ndarray,
                     relations: np.ndarray) -> list[Annotation]:
        labels, words = self.labels, [word for sentence in window.sentences for word in sentence.words]
        ends = list(accumulate(len(sentence.words) for sentence in window.sentences))
        starts = [0, *ends[:-1]]
        within = np.maximum(heads - np.repeat(starts, np.subtract(ends, starts)), 0)
        upos = _named(tagged.upos, labels.upos)
        columns = (upos, _named(tagged.xpos, labels.xpos), _named(tagged.feats, labels.feats),
                   self._lemmas(words, upos, tagged), within.tolist(), _named(relations, labels.deprel),
                   _named(tagged.entity, labels.entity))
        return [Annotation(*(column[start:end] for column in columns)) for start, end in zip(starts, ends)]

    def _lemmas(self, words: Sequence[str], upos: Sequence[str], tagged: Tagged) -> list[str]:
        lemmas = list(map(self.lemmas.listed, words, upos))
        unlisted = [at for at, lemma in enumerate(lemmas) if not lemma]
        for at, rules in zip(unlisted, tagged.likeliest_rules(unlisted)):
            lemmas[at] = self.lemmas.by_rules(words[at], upos[at], [self.labels.lemma[rule] for rule in rules])
        return lemmas

    def _proposals(self, states: torch.Tensor, narrowed: Narrowed) -> list[Proposal]:
        chances = self.heads.anchors(narrowed)
        places = torch.nonzero(chances > LEAST_ANCHOR).squeeze(1)
        if not len(places):
            return []
        chances = chances[places].numpy()
        words = attribution_words(chances, self.heads.roles(states, narrowed, places).numpy())
        return [Proposal(tuple(cue) or (place,), tuple(content), tuple(source), float(chance))
                for chance, place, (cue, content, source) in zip(chances, places.tolist(), words)]


def _named(found: np.ndarray, names: Sequence[str]) -> list[str]:
    return [names[number] for number in found.tolist()]
