"""What readers of characters say: which characters end a token, a sentence, a multi-word token, as Stanza has it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import logsigmoid, softplus

WORD, SENTENCE, MULTI, MULTI_SENTENCE = 1, 2, 3, 4
"""Labels of the last character of a word, a sentence, a multi-word token, and one that ends a sentence."""
BLANK = ord(" ")


def ends_sentence(labels: np.ndarray) -> np.ndarray:
    """Which of the characters with these labels end a sentence."""
    return (labels == SENTENCE) | (labels == MULTI_SENTENCE)


def best(scores: Tensor) -> Tensor:
    """The likeliest label of each character, from the scores [N, 3] (logits) that it ends a token, a sentence, a
    multi-word token: that it ends none of them says only the first."""
    token, sentence, multi = scores.unbind(-1)
    ends = token > softplus(-sentence.abs()) + softplus(-multi.abs())
    return ends * (WORD + (sentence > 0) * (SENTENCE - WORD) + (multi > 0) * (MULTI - WORD))


def best_chance(scores: Tensor) -> Tensor:
    """How likely the likeliest label is [N], from such scores: the larger of each two parts of a sum make the largest."""
    token, sentence, multi = scores.unbind(-1)
    ends = logsigmoid(token) + logsigmoid(sentence.abs()) + logsigmoid(multi.abs())
    return torch.maximum(logsigmoid(-token), ends).exp()


def distinct_in(paragraphs: Sequence[np.ndarray]) -> tuple[list[str], list[np.ndarray]]:
    """The different characters of paragraphs of code points, and for each paragraph their positions among them."""
    joined = np.concatenate(paragraphs)
    there = np.zeros(int(joined.max()) + 1, dtype=bool)
    there[joined] = True
    codes = np.flatnonzero(there)
    at = (np.cumsum(there) - 1)[joined]
    return list(map(chr, codes.tolist())), np.split(at, np.cumsum(list(map(len, paragraphs)))[:-1])
