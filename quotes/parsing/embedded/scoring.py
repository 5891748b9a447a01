"""The heads at work: the same sums as in ``network``, over the words of many windows at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import pad

from quotes.parsing.embedded.files import Weights
from quotes.parsing.embedded.labels import ROLES
from quotes.parsing.embedded.linears import Linear, Precision, filled_up, linear, product_type
from quotes.parsing.embedded.windows import LONGEST

LEMMA_RULES = 3
"""Likeliest rules for a lemma that are tried."""
NARROW = ("tagger.shared", "tagger.named", "trees.arc_dependent", "trees.label_dependent", "attributions.anchor.0",
          "attributions.word_side", "trees.arc_head", "trees.label_head")
"""The narrow layers between encoder and heads; they are multiplied at once."""
TAGS = ("upos", "xpos", "feats")
"""What is told of every row from the shared narrow layer, in the order of the scores."""
FEW = 16
"""Rows that are few, of anchors and of unlisted words, are multiplied in multiples of this."""

Narrowed = Mapping[str, Tensor]
"""What the narrow layers make of R rows, the roots and words of windows: [R, width] for each."""


@dataclass(frozen=True)
class Tagged:
    """The likeliest tags of R rows, each [R]."""

    upos: np.ndarray
    xpos: np.ndarray
    feats: np.ndarray
    entity: np.ndarray


@dataclass(frozen=True)
class Heads:
    """The heads' weights, ready to run."""

    narrow: Linear
    widths: tuple[int, ...]
    tags: Linear
    tag_counts: tuple[int, ...]
    lemma: Linear
    entity: tuple[Tensor, Tensor]
    arc: Linear
    arc_distance: Tensor
    """[LONGEST, LONGEST] biases for how far the word of each column is from the word of each row."""
    label: Linear
    anchor: tuple[Tensor, Tensor]
    anchor_side: Linear
    role: Linear
    role_distance: Tensor
    """[roles, 2 * LONGEST] biases for how far a word is from an anchor, LONGEST words before it first."""

    def narrowed(self, states: Tensor) -> Narrowed:
        """The narrow layers of states [R, H]."""
        return dict(zip(NARROW, self.narrow(states).float().split(self.widths, dim=1)))

    def tagged(self, narrowed: Narrowed) -> Tagged:
        """Tags of all rows."""
        shared = narrowed["tagger.shared"]
        tags = self.tags(shared).float().split(self.tag_counts, dim=1)
        entity = torch.nn.functional.linear(narrowed["tagger.named"], *self.entity)
        return Tagged(*(of_task.numpy().argmax(axis=1) for of_task in (*tags, entity)))

    def lemma_rules(self, narrowed: Narrowed, rows: np.ndarray) -> list[list[int]]:
        """The LEMMA_RULES likeliest rules for the lemma of each of some rows, likeliest first."""
        if not len(rows):
            return []
        shared = narrowed["tagger.shared"].index_select(0, torch.from_numpy(rows))
        return self.lemma(filled_up(shared, FEW))[:len(rows)].topk(LEMMA_RULES).indices.tolist()

    def arcs(self, narrowed: Narrowed, windows: Sequence[slice]) -> list[Tensor]:
        """For the rows of words of each window, after their root, the scores [N, 1 + N] of their heads, the root first,
        as if it were one sentence; that of being its own is minus infinity.

        They lack what is the same for all heads of a word, and makes no tree better than another.
        """
        turned = self.arc(narrowed["trees.arc_dependent"]).float()
        tops = narrowed["trees.arc_head"]
        found = []
        for words in windows:
            scores = turned[words] @ tops[words.start - 1:words.stop].T
            scores[:, 1:] += self.arc_distance[:len(scores), :len(scores)]
            found.append(scores)
        return found

    def relations(self, narrowed: Narrowed, heads: Tensor) -> Tensor:
        """[R, labels] scores of each row's relation to the row of its head in ``heads`` [R]."""
        dependents, tops = narrowed["trees.label_dependent"], narrowed["trees.label_head"].index_select(0, heads)
        return self.label(torch.cat([dependents, tops, dependents * tops], dim=1)).float()

    def anchors(self, narrowed: Narrowed) -> Tensor:
        """The score (logit) of each row [R] that it is an anchor, the first word of a cue."""
        weight, bias = self.anchor
        return (narrowed["attributions.anchor.0"] * weight).sum(dim=1) + bias  # a product of matrices depends on R

    def roles(self, states: Tensor, narrowed: Narrowed, windows: Sequence[slice],
              anchors: Sequence[Tensor]) -> list[Tensor]:
        """For the rows of words of each window, and the anchors among them, words [A], the probabilities [A, roles, N]
        of the part that each word plays for each anchor."""
        rows = torch.cat([places + words.start for words, places in zip(windows, anchors)])
        asking = self.role(_with_one(self.anchor_side(filled_up(states.index_select(0, rows), FEW)).float())).float()
        found = []
        for words, places, own in zip(windows, anchors, asking[:len(rows)].split(list(map(len, anchors)))):
            right = _with_one(narrowed["attributions.word_side"][words])
            scores = (own.reshape(len(places) * len(ROLES), -1) @ right.T).view(len(places), len(ROLES), -1)
            for of_anchor, place in zip(scores, places.tolist()):
                of_anchor += self.role_distance[:, LONGEST - place:LONGEST - place + len(right)]
            found.append(torch.softmax(scores, dim=1))
        return found


def heads_of(weights: Weights, *, precision: Precision) -> Heads:
    """The heads with the weights of ``network.Network``, found by their names there."""
    state = weights.state

    def both(name: str) -> tuple[Tensor, Tensor]:
        return state[f"{name}.weight"], state[f"{name}.bias"]

    def joined(names: list[str], **options) -> Linear:
        of_weights, of_biases = zip(*map(both, names))
        return linear(torch.cat(of_weights), torch.cat(of_biases), precision, inputs=weights.inputs.get(names[0]),
                      **options)

    narrow = [f"{name}.0" for name in NARROW]
    tags = [f"tagger.{task}" for task in TAGS]
    arc, role = state["trees.arc.weight"], state["attributions.role.weight"]
    turned = role.permute(1, 0, 2).reshape(role.shape[1], -1)
    exact: Precision = "bf16" if product_type(precision) == torch.bfloat16 else "fp32"
    return Heads(
        joined(narrow, activation=weights.activation), tuple(len(state[f"{name}.bias"]) for name in narrow),
        joined(tags), tuple(len(state[f"{name}.bias"]) for name in tags),
        linear(*both("tagger.lemma"), precision, inputs=weights.inputs.get("tagger.upos")), both("tagger.entity"),
        # The one that is added to a dependent or a head makes a bias of its share of a weight.
        linear(arc[0, :-1, :-1].T.contiguous(), arc[0, -1, :-1], exact),
        _by_distance(state["trees.distance.weight"][:, 0]), linear(*both("trees.label"), exact),
        both("attributions.anchor.1"), linear(*both("attributions.anchor_side.0"), exact, activation=weights.activation),
        linear(turned.T.contiguous(), torch.zeros(turned.shape[1]), exact),
        _in_order(state["attributions.distance.weight"]))


def _with_one(states: Tensor) -> Tensor:
    return pad(states, (0, 1), value=1.0)


def _in_order(biases: Tensor) -> Tensor:
    """[width, 2 * LONGEST] biases for each distance from -LONGEST on."""
    reach = len(biases) // 2
    return biases[torch.arange(-LONGEST, LONGEST).clamp(-reach, reach) + reach].T.contiguous()


def _by_distance(biases: Tensor) -> Tensor:
    """The biases of arcs, by how far a head is from its dependent; none is its own."""
    reach, words = len(biases) // 2, torch.arange(LONGEST)
    return biases[(words[None, :] - words[:, None]).clamp(-reach, reach) + reach].fill_diagonal_(-torch.inf)
