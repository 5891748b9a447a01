"""The heads at work: the same sums as in ``network``, over all words of one window at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import gelu, pad

from quotes.parsing.embedded.files import Weights
from quotes.parsing.embedded.labels import ROLES
from quotes.parsing.embedded.linears import Linear, Precision, linear, product_type, rounded_up

LEMMA_RULES = 3
"""Likeliest rules for a lemma that are tried."""
NARROW = ("tagger.shared", "tagger.named", "trees.arc_dependent", "trees.label_dependent", "attributions.anchor.0",
          "attributions.word_side", "trees.arc_head", "trees.label_head")
"""The narrow layers between encoder and heads; they are multiplied at once."""
TAGS = ("upos", "xpos", "feats", "lemma")


@dataclass(frozen=True)
class Narrowed:
    """A window as the narrow layers give it: rows of the root (the window's first state) and its words, and rows
    beyond them that mean nothing."""

    rows: Mapping[str, Tensor]
    words: int

    def of_words(self, name: str) -> Tensor:
        return self.rows[name][1:1 + self.words]

    def with_root(self, name: str) -> Tensor:
        return self.rows[name][:1 + self.words]


@dataclass(frozen=True)
class Heads:
    """The heads' weights, ready to run."""

    narrow: Linear
    widths: tuple[int, ...]
    tags: Linear
    tag_counts: tuple[int, ...]
    entity: tuple[Tensor, Tensor]
    arc: Tensor
    arc_distance: Tensor
    label: Tensor
    label_bias: Tensor
    anchor: tuple[Tensor, Tensor]
    anchor_side: tuple[Tensor, Tensor]
    role: Tensor
    role_distance: Tensor

    def narrowed(self, states: Tensor) -> Narrowed:
        """The narrow layers of states [1 + N, H]."""
        rows = gelu(self.narrow(rounded_up(states))).float()
        return Narrowed(dict(zip(NARROW, rows.split(self.widths, dim=1))), len(states) - 1)

    def tagged(self, narrowed: Narrowed) -> dict[str, Tensor]:
        """The best tag of each word [N], and its LEMMA_RULES likeliest lemma rules [N, 3]."""
        scores = dict(zip(TAGS, self._over_words(self.tags, narrowed, "tagger.shared").split(self.tag_counts, dim=1)))
        found = {task: scores[task].argmax(-1) for task in TAGS if task != "lemma"}
        entity = torch.nn.functional.linear(narrowed.of_words("tagger.named"), *self.entity).argmax(-1)
        return found | {"lemma": scores["lemma"].topk(LEMMA_RULES).indices, "entity": entity}

    @staticmethod
    def _over_words(layer: Linear, narrowed: Narrowed, name: str) -> Tensor:
        return layer(narrowed.rows[name])[1:1 + narrowed.words]

    def arcs(self, narrowed: Narrowed) -> Tensor:
        """[N, 1 + N] scores of each word's head, the root first, as if the window were one sentence."""
        turned = _with_one(narrowed.of_words("trees.arc_dependent")) @ self.arc
        scores = turned @ _with_one(narrowed.with_root("trees.arc_head")).T
        scores[:, 1:] += self.arc_distance[_apart(torch.arange(len(scores)), len(scores), len(self.arc_distance))]
        return scores

    def relations(self, narrowed: Narrowed, heads: Tensor) -> Tensor:
        """[N, labels] scores of each word's relation to its head in ``heads`` [N], 0 for the root."""
        dependents = narrowed.of_words("trees.label_dependent").to(self.label.dtype)
        chosen = _with_one(narrowed.with_root("trees.label_head")[heads]).to(self.label.dtype)
        turned = torch.matmul(dependents, self.label).add_(self.label_bias)
        return (turned * chosen).sum(-1).T

    def anchors(self, narrowed: Narrowed) -> Tensor:
        """The probability of each word [N] that it is an anchor, the first word of a cue."""
        weight, bias = self.anchor
        return torch.sigmoid(narrowed.of_words("attributions.anchor.0") @ weight[0] + bias)

    def roles(self, states: Tensor, narrowed: Narrowed, anchors: Tensor) -> Tensor:
        """[A, roles, N] probabilities of the part each word plays for each of the anchors, words [A]."""
        right = _with_one(narrowed.of_words("attributions.word_side"))
        left = _with_one(gelu(torch.nn.functional.linear(states[anchors + 1], *self.anchor_side)))
        scores = (left @ self.role).view(len(anchors) * len(ROLES), -1) @ right.T
        bias = self.role_distance[_apart(anchors, len(right), len(self.role_distance))]
        return torch.softmax(scores.view(len(anchors), len(ROLES), -1) + bias.transpose(1, 2), dim=1)


def heads_of(weights: Weights, *, precision: Precision) -> Heads:
    """The heads with the weights of ``network.Network``, found by their names there."""
    state = weights.state

    def both(name: str) -> tuple[Tensor, Tensor]:
        return state[f"{name}.weight"], state[f"{name}.bias"]

    def joined(names: list[str]) -> tuple[Tensor, Tensor]:
        weights, biases = zip(*map(both, names))
        return torch.cat(weights), torch.cat(biases)

    narrow = [f"{name}.0" for name in NARROW]
    tags = [f"tagger.{task}" for task in TAGS]
    label, role = state["trees.label.weight"], state["attributions.role.weight"]
    exact = product_type(precision)
    return Heads(
        linear(*joined(narrow), precision), tuple(len(state[f"{name}.bias"]) for name in narrow),
        linear(*joined(tags), precision), tuple(len(state[f"{name}.bias"]) for name in tags), both("tagger.entity"),
        state["trees.arc.weight"][0], state["trees.distance.weight"][:, 0],
        # The one that is added to a dependent makes a bias of its share of the weight.
        label[:, :-1].to(exact), label[:, -1:].to(exact),
        both("attributions.anchor.1"), both("attributions.anchor_side.0"),
        role.permute(1, 0, 2).reshape(role.shape[1], -1), state["attributions.distance.weight"])


def _with_one(states: Tensor) -> Tensor:
    return pad(states, (0, 1), value=1.0)


def _apart(words: Tensor, count: int, biases: int) -> Tensor:
    """[words, count] places in a table of biases for how far each of ``count`` words is from each of ``words``."""
    reach = biases // 2
    return (torch.arange(count)[None, :] - words[:, None]).clamp(-reach, reach) + reach
