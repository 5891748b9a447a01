"""The heads at work: the same sums as in ``network``, over all words of one window at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
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
"""What is told from the shared narrow layer, in the order of the scores."""


@dataclass(frozen=True)
class Narrowed:
    """A window as the narrow layers give it, in the precision that they give it in: rows of the root (the window's
    first state) and its words, and rows beyond them that mean nothing."""

    rows: Mapping[str, Tensor]
    words: int

    def of_words(self, name: str) -> Tensor:
        return self.rows[name][1:1 + self.words]

    def with_root(self, name: str) -> Tensor:
        return self.rows[name][:1 + self.words]


@dataclass(frozen=True)
class Tagged:
    """The likeliest tags of a window's words, each [N], and scores of lemma rules [N, rules]."""

    upos: np.ndarray
    xpos: np.ndarray
    feats: np.ndarray
    entity: np.ndarray
    rules: Tensor

    def likeliest_rules(self, words: list[int]) -> list[list[int]]:
        """The LEMMA_RULES likeliest rules for the lemma of each of ``words``, likeliest first."""
        return self.rules[words].topk(LEMMA_RULES).indices.tolist()


@dataclass(frozen=True)
class Heads:
    """The heads' weights, ready to run."""

    narrow: Linear
    widths: tuple[int, ...]
    tags: Linear
    tag_counts: tuple[int, ...]
    entity: tuple[Tensor, Tensor]
    arc: tuple[Tensor, Tensor]
    arc_distance: Tensor
    label: Linear
    anchor: tuple[Tensor, Tensor]
    anchor_side: tuple[Tensor, Tensor]
    role: Tensor
    role_distance: Tensor

    def narrowed(self, states: Tensor) -> Narrowed:
        """The narrow layers of states [1 + N, H]."""
        rows = gelu(self.narrow(rounded_up(states)))
        return Narrowed(dict(zip(NARROW, rows.split(self.widths, dim=1))), len(states) - 1)

    def tagged(self, narrowed: Narrowed) -> Tagged:
        """Tags and lemma rules of the words."""
        scores = self.tags(narrowed.rows["tagger.shared"])[1:1 + narrowed.words].float()
        *tags, rules = scores.split(self.tag_counts, dim=1)
        entity = torch.nn.functional.linear(narrowed.of_words("tagger.named").float(), *self.entity)
        return Tagged(*(of_task.numpy().argmax(axis=1) for of_task in (*tags, entity)), rules)

    def arcs(self, narrowed: Narrowed) -> Tensor:
        """[N, 1 + N] scores of each word's head, the root first, as if the window were one sentence.

        They lack what is the same for all heads of a word, and makes no tree better than another.
        """
        turned = torch.nn.functional.linear(narrowed.of_words("trees.arc_dependent").float(), *self.arc)
        scores = turned @ narrowed.with_root("trees.arc_head").float().T
        scores[:, 1:] += _by_distance(self.arc_distance, len(scores))
        return scores

    def relations(self, narrowed: Narrowed, heads: Tensor) -> Tensor:
        """[N, labels] scores of each word's relation to its head in ``heads`` [N], 0 for the root.

        Few words are heads, and the largest product is made only for them.
        """
        dependents, tops = _with_one(narrowed.rows["trees.label_dependent"]), narrowed.rows["trees.label_head"]
        used, used_at = torch.unique(pad(heads, (1, len(dependents) - len(heads) - 1)), return_inverse=True)
        turned = self.label(rounded_up(tops.index_select(0, used))).index_select(0, used_at)
        turned = turned.unflatten(1, (-1, dependents.shape[1]))
        scores = torch.bmm(turned, dependents.to(turned.dtype).unsqueeze(2)).squeeze(2)
        return scores[1:1 + narrowed.words]

    def anchors(self, narrowed: Narrowed) -> Tensor:
        """The probability of each word [N] that it is an anchor, the first word of a cue."""
        weight, bias = self.anchor
        return torch.sigmoid(narrowed.of_words("attributions.anchor.0").float() @ weight[0] + bias)

    def roles(self, states: Tensor, narrowed: Narrowed, anchors: Tensor) -> Tensor:
        """[A, roles, N] probabilities of the part each word plays for each of the anchors, words [A]."""
        right = _with_one(narrowed.of_words("attributions.word_side").float())
        left = _with_one(gelu(torch.nn.functional.linear(states[anchors + 1].float(), *self.anchor_side)))
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
    arc, label, role = (state[f"{name}.weight"] for name in ("trees.arc", "trees.label", "attributions.role"))
    exact: Precision = "bf16" if product_type(precision) == torch.bfloat16 else "fp32"
    return Heads(
        linear(*joined(narrow), precision), tuple(len(state[f"{name}.bias"]) for name in narrow),
        linear(*joined(tags), precision), tuple(len(state[f"{name}.bias"]) for name in tags), both("tagger.entity"),
        # The one that is added to a dependent or a head makes a bias of its share of a weight.
        (arc[0, :-1, :-1].T.contiguous(), arc[0, -1, :-1]), state["trees.distance.weight"][:, 0],
        linear(label[:, :, :-1].flatten(0, 1), label[:, :, -1].flatten(), exact),
        both("attributions.anchor.1"), both("attributions.anchor_side.0"),
        role.permute(1, 0, 2).reshape(role.shape[1], -1), state["attributions.distance.weight"])


def _with_one(states: Tensor) -> Tensor:
    return pad(states, (0, 1), value=1.0)


def _apart(words: Tensor, count: int, biases: int) -> Tensor:
    """[words, count] places in a table of biases for how far each of ``count`` words is from each of ``words``."""
    reach = biases // 2
    return (torch.arange(count)[None, :] - words[:, None]).clamp(-reach, reach) + reach


def _by_distance(biases: Tensor, count: int) -> Tensor:
    """[count, count] biases for how far the word of each column is from the word of each row."""
    reach = len(biases) // 2
    of_distances = biases[torch.arange(1 - count, count).clamp(-reach, reach) + reach]
    return of_distances.unfold(0, count, 1).flip(0)
