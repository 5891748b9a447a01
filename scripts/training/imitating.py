"""A network learns to do as another does: its states (Jiao et al. 2020), and what its heads say (Hinton et al. 2015).

Nothing is learned from what annotators wrote, which the other network has learned already: what one learns twice, one
learns too closely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax, softmax

from quotes.parsing.embedded.network import Batch, Encoded, Encoder, Network, words_of
from quotes.parsing.embedded.pieces import PieceMaker
from training.examples import Example
from training.objective import ANCHOR_WEIGHT, ARC_WEIGHT, LABEL_WEIGHT, ROLE_WEIGHT, TAG_WEIGHTS, batch_of, masked

MASKED_SHARE = 0.01
STATES = 5.0
"""Weight of unlike states: in the last layer, and in the mean of the others."""
SURE_ANCHOR = 2.0
"""How much more a sure anchor weighs than a word that surely is none."""
MAYBE = 0.1
"""Words are asked about the parts of an attribution if they are its anchor with this probability."""
LEAST = -60.0
"""In place of minus infinity, which has no gradient."""


@dataclass(frozen=True)
class Asked:
    """What heads are asked about: the heads of words [S, L] for their relations, the anchors (the windows, and the
    places in them) for their parts."""

    heads: Tensor
    windows: Tensor
    places: Tensor


@dataclass(frozen=True)
class Scores:
    """What the heads of a network say of the N words of a batch, as logits."""

    asked: Asked
    tags: dict[str, Tensor]   # [N, labels] by task
    arcs: Tensor              # [N, 1 + L]
    relations: Tensor         # [N, relations]
    anchors: Tensor           # [N]
    roles: Tensor             # [words of the anchors' windows, roles]


class Imitated:
    """A model to be imitated. It remembers its states for each batch of examples that it has read, by their identity:
    they must be kept as long as it is."""

    def __init__(self, model: Network) -> None:
        self.model = model
        self._states: dict[int, list[Tensor]] = {}

    @torch.no_grad()
    def states(self, examples: Sequence[Example], batch: Batch, *, encoder: Encoder) -> list[Tensor]:
        """The states of every second layer and of the last; of words only where ``encoder`` reads only words."""
        if id(examples) not in self._states:
            states = self.model.encoder.states(batch)
            self._states[id(examples)] = [
                (words_of(states[at], batch) if encoder.reads_words(at - 1) else states[at]).bfloat16()
                for at in _compared(len(states))]
        return self._states[id(examples)]


def imitation_loss(network: Network, imitated: Imitated, examples: Sequence[Example], maker: PieceMaker,
                   generator: torch.Generator, device: torch.device) -> Tensor:
    """How unlike those of the model ``imitated`` the states and scores of ``network`` are, which has some pieces
    masked."""
    read, encoder = batch_of(examples, maker, device), network.encoder
    batch = masked(read, maker, generator, share=MASKED_SHARE)
    seen = batch.pieces == read.pieces
    with torch.autocast(device.type, dtype=torch.bfloat16):
        states_wanted = imitated.states(examples, read, encoder=encoder)
        with torch.no_grad():
            wanted = _scores(imitated.model, encoder.encoded(states_wanted[-1], read), read)
        states = encoder.states(batch)
        found = _scores(network, encoder.encoded(states[-1], batch), batch, asked=wanted.asked)
    words_seen = words_of(seen.unsqueeze(-1), batch).squeeze(-1)
    *others, last = [
        _apart(states[at], of_model, encoder.read_by(at - 1, batch)
               & (words_seen if encoder.reads_words(at - 1) else seen))
        for at, of_model in zip(_compared(len(states)), states_wanted)]
    return _disagreement(found, wanted) + STATES * (last + sum(others) / max(1, len(others)))


def _compared(states: int) -> list[int]:
    """The states that are compared: after every second layer, and after the last."""
    return [*range(2, states - 1, 2), states - 1]


def _scores(network: Network, encoded: Encoded, batch: Batch, *, asked: Asked | None = None) -> Scores:
    """What the heads say; if nothing is ``asked``, about the trees and anchors that they find themselves."""
    sentences = network.trees.sentences(encoded, batch)
    arcs = network.trees.arcs(sentences, batch.sentence_mask)
    anchors = network.attributions.anchors(encoded)
    if asked is None:
        likely = (torch.sigmoid(anchors) > MAYBE) & batch.word_mask
        asked = Asked(arcs.argmax(dim=-1), *likely.nonzero(as_tuple=True))
    roles = network.attributions.roles(encoded, asked.windows, asked.places).transpose(1, 2)
    return Scores(asked, tags=network.tagger(encoded.words[batch.word_mask]),
                  arcs=arcs[batch.sentence_mask].clamp_min(LEAST),
                  relations=network.trees.relations(sentences, asked.heads, batch.sentence_mask),
                  anchors=anchors[batch.word_mask], roles=roles[batch.word_mask[asked.windows]])


def _disagreement(found: Scores, wanted: Scores) -> Tensor:
    """Divergences (Kullback & Leibler 1951) of what is said, weighed as in learning from annotators."""
    return (sum(weight * _diverging(found.tags[task], wanted.tags[task]) for task, weight in TAG_WEIGHTS.items())
            + ARC_WEIGHT * _diverging(found.arcs, wanted.arcs)
            + LABEL_WEIGHT * _diverging(found.relations, wanted.relations)
            + ANCHOR_WEIGHT * _diverging_anchors(found.anchors, wanted.anchors)
            + ROLE_WEIGHT * _diverging(found.roles, wanted.roles))


def _diverging(found: Tensor, wanted: Tensor) -> Tensor:
    shares = softmax(wanted.float(), dim=-1)
    apart = (log_softmax(wanted.float(), dim=-1) - log_softmax(found.float(), dim=-1)) * shares
    return apart.sum() / max(1, len(found))


def _diverging_anchors(found: Tensor, wanted: Tensor) -> Tensor:
    shares = torch.sigmoid(wanted)
    weights = 1 + SURE_ANCHOR * shares
    return (binary_cross_entropy_with_logits(found, shares, weights)
            - binary_cross_entropy_with_logits(wanted, shares, weights))


def _apart(found: Tensor, wanted: Tensor, mask: Tensor) -> Tensor:
    """The mean square by which states differ, as a share of their variance."""
    found, wanted = found.float()[mask], wanted.float()[mask]
    return ((found - wanted) ** 2).mean() / wanted.var()
