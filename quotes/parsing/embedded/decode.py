"""From scores to heads and attributions."""

from __future__ import annotations

import numpy as np

from quotes.parsing.embedded.network import ROLES

CONTENT, SOURCE, CUE = (ROLES.index(name) for name in ("content", "source", "cue"))


def tree_heads(scores: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """[S, L] heads (0 is the root) from scores [S, L, 1 + L], each sentence a tree with one root.

    One word, the one that gains most by it, is the root, and every other takes its best head. Where that has no cycle
    it is the best tree; only the other sentences are decoded by the maximum spanning tree (Chu & Liu 1965, Edmonds
    1967).
    """
    count, longest = scores.shape[:2]
    real = np.arange(longest)[None, :] < lengths[:, None]
    heads = scores[:, :, 1:].argmax(axis=-1) + 1
    gain = np.where(real, scores[:, :, 0] - scores[:, :, 1:].max(axis=-1), -np.inf)
    heads[np.arange(count), gain.argmax(axis=-1)] = 0
    heads = np.where(real, heads, 0)
    climbed = np.concatenate([np.zeros((count, 1), dtype=heads.dtype), heads], axis=1)
    for _ in range(max(1, int(longest).bit_length())):
        climbed = np.take_along_axis(climbed, climbed, axis=1)
    for row in np.flatnonzero(climbed.max(axis=1) > 0):
        heads[row, :lengths[row]] = _spanning_tree(scores[row, :lengths[row], :lengths[row] + 1])
    return heads


def _spanning_tree(scores: np.ndarray) -> np.ndarray:
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

    square = np.full((len(scores) + 1, len(scores) + 1), -1e9, dtype=np.float64)
    square[1:] = np.maximum(scores, -1e9)
    square[0, 0] = 0.0
    return chuliu_edmonds_one_root(square)[1:]


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
