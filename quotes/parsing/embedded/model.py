"""The embedded English model at work: sentences in, tags, trees, entities and attributions out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from quotes.data import Proposal
from quotes.parsing.embedded.decode import attribution_words, tree_heads
from quotes.parsing.embedded.files import LEMMAS, PIECES, load_network
from quotes.parsing.embedded.lemmas import Lemmas
from quotes.parsing.embedded.network import Labels, Network
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.windows import Sentence, Window, collate, windows_of

BATCH_PIECES = 4096
LEMMA_RULES = 3
"""Likeliest rules for a lemma that are tried."""
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
    """The network with all that it needs to read words and to name its labels."""

    network: Network
    labels: Labels
    maker: PieceMaker
    lemmas: Lemmas
    precision: torch.dtype

    @classmethod
    def load(cls, folder: Path) -> EmbeddedModel:
        """The model in ``folder``. Raises ModelError where the files do not fit together."""
        network, labels = load_network(folder)
        lemmas = Lemmas(json.loads((folder / LEMMAS).read_text(encoding="utf-8")))
        return cls(network, labels, PieceMaker(folder / PIECES), lemmas, fastest_precision())

    def annotate(self, documents: Sequence[Sequence[Sentence]]) -> list[Annotated]:
        """Annotations of the sentences of each document, in order."""
        windows = [(number, window) for number, sentences in enumerate(documents) if sentences
                   for window in windows_of(sentences, self.maker)]
        done: list[tuple[int, int, list[Annotation], list[Proposal]]] = []
        for batch in _batches(windows):
            results = self._run([window for _, window in batch])
            done.extend((number, window.first, *result) for (number, window), result in zip(batch, results))
        annotated = [Annotated() for _ in documents]
        words = [0] * len(documents)
        for number, _, sentences, proposals in sorted(done, key=lambda entry: entry[:2]):
            annotated[number].sentences.extend(sentences)
            annotated[number].proposals.extend(_moved(proposal, words[number]) for proposal in proposals)
            words[number] += sum(len(annotation.head) for annotation in sentences)
        return annotated

    @torch.inference_mode()
    def _run(self, windows: Sequence[Window]) -> list[tuple[list[Annotation], list[Proposal]]]:
        batch = collate(windows, self.maker)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.precision == torch.bfloat16):
            encoded = self.network.encoder(batch)
            tags = {task: scores.topk(LEMMA_RULES).indices if task == "lemma" else scores.argmax(-1)
                    for task, scores in self.network.tagger(encoded.words[batch.word_mask]).items()}
            sentences = self.network.trees.sentences(encoded, batch)
            arcs = self.network.trees.arcs(sentences, batch.sentence_mask)
            heads = tree_heads(arcs.numpy(), batch.sentence_mask.sum(1).numpy())
            relations = self.network.trees.relations(
                sentences, torch.from_numpy(heads), batch.sentence_mask).argmax(-1)
            anchors = torch.sigmoid(self.network.attributions.anchors(encoded)) * batch.word_mask
            window_of, place_of = torch.nonzero(anchors > LEAST_ANCHOR, as_tuple=True)
            roles = torch.softmax(self.network.attributions.roles(encoded, window_of, place_of), dim=1)
        flat = {task: found.tolist() for task, found in tags.items()} | {"deprel": relations.tolist()}
        flat["head"] = heads[batch.sentence_mask.numpy()].tolist()
        chances, roles = anchors[window_of, place_of].numpy(), roles.numpy()
        results, start = [], 0
        for number, window in enumerate(windows):
            annotations = []
            for sentence in window.sentences:
                end = start + len(sentence.words)
                annotations.append(self._named(sentence.words, {task: f[start:end] for task, f in flat.items()}))
                start = end
            mine = np.flatnonzero(window_of.numpy() == number)
            results.append((annotations, _proposals(chances[mine], roles[mine][:, :, :len(window.pieces)],
                                                    place_of.numpy()[mine])))
        return results

    def _named(self, words: tuple[str, ...], found: dict[str, list[int]]) -> Annotation:
        labels = self.labels
        upos = [labels.upos[i] for i in found["upos"]]
        return Annotation(
            upos, [labels.xpos[i] for i in found["xpos"]], [labels.feats[i] for i in found["feats"]],
            [self.lemmas.of(word, tag, [labels.lemma[rule] for rule in rules])
             for word, tag, rules in zip(words, upos, found["lemma"])],
            found["head"], [labels.deprel[i] for i in found["deprel"]],
            [labels.entity[i] for i in found["entity"]])


def fastest_precision() -> torch.dtype:
    """16-bit brain floats where the processor multiplies them itself, else 32-bit floats."""
    has = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.bfloat16 if has else torch.float32


def _batches(windows: Sequence[tuple[int, Window]]) -> Iterator[list[tuple[int, Window]]]:
    batch: list[tuple[int, Window]] = []
    for entry in sorted(windows, key=lambda entry: entry[1].size):
        if batch and entry[1].size * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(entry)
    if batch:
        yield batch


def _proposals(chances: np.ndarray, roles: np.ndarray, places: np.ndarray) -> list[Proposal]:
    if not len(chances):
        return []
    return [Proposal(tuple(cue) or (int(place),), tuple(content), tuple(source), float(chance))
            for chance, place, (cue, content, source) in zip(chances, places, attribution_words(chances, roles))]


def _moved(proposal: Proposal, by: int) -> Proposal:
    def moved(words: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(word + by for word in words)
    return Proposal(moved(proposal.cue), moved(proposal.content), moved(proposal.source), proposal.score)
