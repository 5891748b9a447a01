"""From scores to heads and attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from quotes.parsing.embedded.labels import ROLES

CONTENT, SOURCE, CUE = (ROLES.index(name) for name in ("content", "source", "cue"))


IMPOSSIBLE = -1e9
ROOT_COST = 1e5
"""More than any tree can gain."""


def tree_heads(scores: Sequence[np.ndarray], lengths: Sequence[Sequence[int]]) -> np.ndarray:
    """The heads of the words of windows, one after another: places from 1 in a word's own sentence, 0 is the root; each
    sentence a tree.

    One word of a sentence, the one that gains most by it, is the root, and every other takes its best head. Where
    that has no cycle it is the best tree; only the other sentences are decoded by the maximum spanning tree (Chu &
    Liu 1965, Edmonds 1967).

    Args:
        scores: for each window, [N, 1 + N] of each word's heads, the root first; that of its being its own is minus
            infinity. Arcs between sentences are not looked at.
        lengths: for each window, words of each sentence.
    """
    within = [own for pair in zip(scores, lengths) for own in _within(*pair)]
    counts = np.array(list(map(len, within)))
    ends = np.cumsum(counts)
    starts = ends - counts
    # All is done at once, but for what is asked of each sentence: most of the time goes to calls.
    of_root = np.concatenate([of_window[:, 0] for of_window in scores])
    gain = of_root - np.concatenate([own.max(axis=1) for own in within])
    heads = np.concatenate([own.argmax(axis=1) for own in within]) + 1
    spans = list(zip(starts.tolist(), ends.tolist()))
    heads[[start + gain[start:end].argmax() for start, end in spans]] = 0
    sentence = np.repeat(np.arange(len(counts)), counts)
    climbed = np.concatenate([[0], np.where(heads > 0, heads + starts[sentence], 0)])
    for _ in range(int(counts.max()).bit_length()):
        climbed = climbed[climbed]
    for number in np.unique(sentence[climbed[1:] > 0]).tolist():
        start, end = spans[number]
        heads[start:end] = _spanning_tree(np.concatenate([of_root[start:end, None], within[number]], axis=1))
    return heads


def _within(scores: np.ndarray, lengths: Sequence[int]) -> Iterator[np.ndarray]:
    """For each sentence of a window, the scores of its words' heads among its words."""
    start = 0
    for length in lengths:
        end = start + length
        yield scores[start:end, 1 + start:1 + end]
        start = end


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
    others = np.ones(len(heads), dtype=bool)
    others[cycle] = False
    outside = others.nonzero()[0]
    of_outside, of_cycle, last = scores.take(outside, axis=0), scores.take(cycle, axis=0), len(outside)
    entering = of_cycle.take(outside, axis=1) - of_cycle.max(axis=1, keepdims=True)
    leaving = of_outside.take(cycle, axis=1)
    smaller = np.full((last + 1, last + 1), IMPOSSIBLE)
    smaller[:last, :last] = of_outside.take(outside, axis=1)
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
    if len(anchors) > 1:
        owner = np.where(content, roles[:, CONTENT] * anchors[:, None], 0.0).argmax(axis=0)
        content &= owner == np.arange(len(anchors))[:, None]
    parts = [[row.nonzero()[0].tolist() for row in of_part] for of_part in (best == CUE, content, best == SOURCE)]
    return list(zip(*parts))
