"""The embedded English model at work: sentences in, tags, trees, entities and attributions out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
import torch

from quotes.data import Proposal
from quotes.parsing.embedded.decode import attribution_words, tree_heads
from quotes.parsing.embedded.encoding import Encoder, encoder_of
from quotes.parsing.embedded.files import LEMMAS, PIECES, load_weights
from quotes.parsing.embedded.labels import Labels
from quotes.parsing.embedded.lemmas import Lemmas
from quotes.parsing.embedded.linears import Precision, fastest_precision
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.plain import Annotated, Annotation
from quotes.parsing.embedded.rows import Rows, batched, one_after_another
from quotes.parsing.embedded.scoring import Heads, Narrowed, heads_of
from quotes.parsing.embedded.windows import Sentence, Window, row_of, windows_of

LEAST_ANCHOR = 0.2
"""Anchors under this probability are not worth proposing."""


@dataclass(frozen=True)
class EmbeddedModel:
    """The network with all that it needs to read words and to name its labels.

    It reads many windows at once, yet what it says of one does not depend on what else is read, to the last bit.
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
        windows = [windows_of(sentences, self.maker) for sentences in documents]
        read = iter(self._read_all([window for of_document in windows for window in of_document]))
        return [_joined([next(read) for _ in of_document]) for of_document in windows]

    def _read_all(self, windows: Sequence[Window]) -> list[Annotated]:
        """Annotations of windows, in order, each counting its own words from 0."""
        rows = [row_of(window, self.maker) for window in windows]
        found: dict[int, Annotated] = {}
        for batch in batched([len(row.pieces) for row in rows]):
            annotated = self._read([windows[at] for at in batch], one_after_another([rows[at] for at in batch]))
            found.update(zip(batch, annotated))
        return [found[at] for at in range(len(windows))]

    @torch.inference_mode()
    def _read(self, windows: Sequence[Window], rows: Rows) -> list[Annotated]:
        states = self.encoder(rows)
        narrowed = self.heads.narrowed(states)
        lengths = [[len(sentence.words) for sentence in window.sentences] for window in windows]
        heads = tree_heads([arcs.numpy() for arcs in self.heads.arcs(narrowed, rows.spans)], lengths)
        at = np.concatenate([np.arange(of_window.start, of_window.stop) for of_window in rows.spans])
        tops = np.arange(len(states))
        tops[at] = _rows_of(heads, rows.spans, lengths)
        relations = self.heads.relations(narrowed, torch.from_numpy(tops)).numpy().argmax(axis=1)
        annotations = self._annotations(windows, narrowed, heads, relations, at)
        annotated = [Annotated([next(annotations) for _ in window.sentences]) for window in windows]
        self._propose(annotated, rows.spans, states, narrowed)
        return annotated

    def _annotations(self, windows: Sequence[Window], narrowed: Narrowed, heads: np.ndarray, relations: np.ndarray,
                     at: np.ndarray) -> Iterator[Annotation]:
        """Annotations of the sentences of windows, whose words are the rows ``at``, and have these heads."""
        labels, tagged = self.labels, self.heads.tagged(narrowed)
        sentences = [sentence for window in windows for sentence in window.sentences]
        words = [word for sentence in sentences for word in sentence.words]
        upos = _named(tagged.upos[at], labels.upos)
        columns = (upos, _named(tagged.xpos[at], labels.xpos), _named(tagged.feats[at], labels.feats),
                   self._lemmas(words, upos, narrowed, at), heads.tolist(), _named(relations[at], labels.deprel),
                   _named(tagged.entity[at], labels.entity))
        start = 0
        for length in (len(sentence.words) for sentence in sentences):
            yield Annotation(*[column[start:start + length] for column in columns])
            start += length

    def _lemmas(self, words: Sequence[str], upos: Sequence[str], narrowed: Narrowed, at: np.ndarray) -> list[str]:
        """Lemmas of the words that are the rows ``at``."""
        lemmas = list(map(self.lemmas.listed, words, upos))
        unlisted = [place for place, lemma in enumerate(lemmas) if not lemma]
        by_rules, names = self.lemmas.by_rules, self.labels.lemma
        for place, rules in zip(unlisted, self.heads.lemma_rules(narrowed, at[unlisted])):
            lemmas[place] = by_rules(words[place], upos[place], tuple([names[rule] for rule in rules]))
        return lemmas

    def _propose(self, annotated: Sequence[Annotated], words: Sequence[slice], states: torch.Tensor,
                 narrowed: Narrowed) -> None:
        """Add the attributions in windows whose words are these rows."""
        scores = self.heads.anchors(narrowed)
        # The last bit of a sigmoid can depend on where a number stands: it is taken of each window by itself.
        chances = [torch.sigmoid(scores[at]) for at in words]
        likely = [np.flatnonzero(of_words.numpy() > np.float32(LEAST_ANCHOR)) for of_words in chances]
        anchors = list(map(torch.from_numpy, likely))
        telling = [at for at, places in enumerate(likely) if len(places)]
        if not telling:
            return
        roles = self.heads.roles(states, narrowed, [words[at] for at in telling], [anchors[at] for at in telling])
        for at, of_anchors in zip(telling, roles):
            sure = chances[at][anchors[at]].numpy()
            annotated[at].proposals = [
                Proposal(tuple(cue) or (place,), tuple(content), tuple(source), float(chance))
                for chance, place, (cue, content, source)
                in zip(sure, anchors[at].tolist(), attribution_words(sure, of_anchors.numpy()))]


def _joined(read: Sequence[Annotated]) -> Annotated:
    """The annotations of a document, from those of its windows."""
    joined, words = Annotated(), 0
    for annotated in read:
        joined.sentences += annotated.sentences
        joined.proposals += [proposal.moved(words) for proposal in annotated.proposals]
        words += sum(len(sentence.head) for sentence in annotated.sentences)
    return joined


def _rows_of(heads: np.ndarray, words: Sequence[slice], lengths: Sequence[Sequence[int]]) -> np.ndarray:
    """The rows of the heads of the words of windows; those of a window follow the row of its root."""
    counts = [length for of_window in lengths for length in of_window]
    roots = np.repeat([of_window.start - 1 for of_window in words], list(map(sum, lengths)))
    before = np.repeat([start for of_window in lengths for start in accumulate(of_window[:-1], initial=0)], counts)
    return roots + np.where(heads > 0, before + heads, 0)


def _named(found: np.ndarray, names: Sequence[str]) -> list[str]:
    return [names[number] for number in found.tolist()]
