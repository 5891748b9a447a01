"""From scores to heads and attributions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quotes.parsing.embedded.labels import ROLES

CONTENT, SOURCE, CUE = (ROLES.index(name) for name in ("content", "source", "cue"))


IMPOSSIBLE = -1e9
ROOT_COST = 1e5
"""More than any tree can gain."""


def tree_heads(scores: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
    """The heads [N] of the words of consecutive sentences: places from 1, 0 is the root; each sentence a tree.

    One word of a sentence, the one that gains most by it, is the root, and every other takes its best head. Where
    that has no cycle it is the best tree; only the other sentences are decoded by the maximum spanning tree (Chu &
    Liu 1965, Edmonds 1967).

    Args:
        scores: [N, 1 + N] of each word's heads, the root first; arcs between sentences are not looked at.
        lengths: words of each sentence.
    """
    ends = np.cumsum(lengths)
    starts = ends - lengths
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    within = np.where(sentence[:, None] == sentence, scores[:, 1:], -np.inf)
    np.fill_diagonal(within, -np.inf)
    best = within.argmax(axis=1)
    heads = best + 1
    gain = scores[:, 0] - within[np.arange(len(best)), best]
    heads[[start + gain[start:end].argmax() for start, end in zip(starts, ends)]] = 0
    climbed = np.concatenate([[0], heads])
    for _ in range(max(lengths).bit_length()):
        climbed = climbed[climbed]
    for number in np.unique(sentence[climbed[1:] > 0]):
        start, end = starts[number], ends[number]
        found = _spanning_tree(np.concatenate([scores[start:end, :1], within[start:end, start:end]], axis=1))
        heads[start:end] = np.where(found > 0, found + start, 0)
    return heads


def _spanning_tree(scores: np.ndarray) -> np.ndarray:
    """The best tree with one root. What a root costs is the same for all such trees, so that whatever the cost, a tree
    found with one root is the best of them: the first cost tried lets one word be the root at the outset, the second is
    more than any tree can gain by another root."""
    square = np.full((len(scores) + 1, len(scores) + 1), IMPOSSIBLE, dtype=np.float64)
    square[1:] = np.maximum(scores, IMPOSSIBLE)
    square[0, 0] = 0.0
    second, first = np.sort(square[1:, 0] - square[1:, 1:].max(axis=1))[-2:]
    dear = square.copy()
    square[1:, 0] -= (first + second) / 2
    heads = _arborescence(square)[1:]
    if np.count_nonzero(heads == 0) == 1:
        return heads
    dear[1:, 0] -= ROOT_COST
    return _arborescence(dear)[1:]


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """The head of each node, node 0 being the root of all, from scores [node, head]: every node takes its best head,
    and a cycle that this makes is one node in a smaller problem, entered where that costs least."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not len(cycle):
        return heads
    outside = np.delete(np.arange(len(heads)), cycle)
    of_outside, last = scores[outside], len(outside)
    entering = scores[cycle][:, outside] - scores[cycle, heads[cycle]][:, None]
    leaving = of_outside[:, cycle]
    smaller = np.full((last + 1, last + 1), IMPOSSIBLE)
    smaller[:last, :last] = of_outside[:, outside]
    smaller[last, :last], smaller[:last, last] = entering.max(axis=0), leaving.max(axis=1)
    found = _arborescence(smaller)
    heads[cycle[entering[:, found[last]].argmax()]] = outside[found[last]]
    under = found[:last] == last
    heads[outside] = np.where(under, cycle[leaving.argmax(axis=1)], outside[np.where(under, 0, found[:last])])
    return heads


def _cycle(heads: np.ndarray) -> np.ndarray:
    """The nodes of a cycle, none where all hang on node 0."""
    climbed = heads
    for _ in range(len(heads).bit_length()):
        climbed = climbed[climbed]
    found = climbed[climbed > 0][:1].tolist()
    while found and (head := heads[found[-1]]) != found[0]:
        found.append(head)
    return np.array(found, dtype=np.int64)


def attribution_words(anchors: np.ndarray, roles: np.ndarray) -> list[tuple[list[int], list[int], list[int]]]:
    """Cue, content and source words of each attribution of one window.

    ``anchors`` [A] are probabilities, ``roles`` [A, roles, N] too. A word may be content of several attributions
    only where one encloses the other's anchor (an embedded attribution); otherwise the likeliest has it.
    """
    best = roles.argmax(axis=1)
    content = best == CONTENT
    weight = np.where(content, roles[:, CONTENT] * anchors[:, None], 0.0)
    owner = weight.argmax(axis=0)
    found = []
    for number in range(len(anchors)):
        mine = content[number] & (owner == number)
        found.append((np.flatnonzero(best[number] == CUE).tolist(), np.flatnonzero(mine).tolist(),
                      np.flatnonzero(best[number] == SOURCE).tolist()))
    return found
