"""The network of Stanza's tokenizer: two bidirectional recurrent layers (Qi et al. 2018).

Sequences are read side by side in lanes, and one after another in each lane, with a stop between. A stop shuts all the
gates of a layer, so that it remembers nothing: to the last bit, a sequence is read as if it were alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

LANES = 16
"""Sequences side by side; more are no faster."""
HEADS = ("tok_clf", "sent_clf", "mwt_clf")
SHUT = -1e4
"""What a stop adds to a gate: its sigmoid is 0, whatever else comes in."""


@dataclass(frozen=True)
class Places:
    """Where the members of sequences stand: numbers in steps of ``lanes`` members each."""

    of_sequences: tuple[np.ndarray, ...]
    steps: int
    lanes: int


def side_by_side(lengths: Sequence[int], *, lanes: int = LANES) -> Places:
    """Places for sequences with ``lengths``, each in the lane that is the shortest so far (Graham 1969), and at least
    one place free between two. Best with the longest first. There are ``lanes`` at most, as few as fill up."""
    ends = [(0, lane) for lane in range(min(lanes, -(-sum(lengths) // max(lengths))))]
    found = []
    for length in lengths:
        start, lane = ends[0]
        found.append(np.arange(start, start + length) * len(ends) + lane)
        heapq.heapreplace(ends, (start + length + 1, lane))
    return Places(tuple(found), max(2, max(ends)[0] - 1), len(ends))  # a single row would be summed in another order


@dataclass(frozen=True)
class Recurrent:
    """The network, ready to run."""

    embeddings: Tensor
    first: nn.LSTM
    second: nn.LSTM
    scores: tuple[nn.Linear, nn.Linear]
    temperature: float
    dtype: torch.dtype

    @classmethod
    def of(cls, state: Mapping[str, Tensor], *, temperature: float, dtype: torch.dtype) -> Recurrent:
        """The network with the weights of Stanza's, found by their names there, to run in ``dtype``."""
        return cls(state["embeddings.weight"], _stoppable(state, "rnn", dtype), _stoppable(state, "rnn2", dtype),
                   (_joined(state, HEADS), _joined(state, [f"{name}2" for name in HEADS])), temperature, dtype)

    @torch.inference_mode()
    def __call__(self, inputs: Tensor) -> Tensor:
        """[T, B, 3] scores that a character ends a token, a sentence, a multi-word token, from [T, B, I + 1] inputs:
        embeddings with features, or at a stop zeros and a 1 at the end."""
        states = self.first(inputs)[0].float()
        scores = self.scores[0](states)
        states = states * (1 - torch.sigmoid(-scores[..., :1] * self.temperature))
        states, _ = self.second(torch.cat([states.to(self.dtype), inputs[..., -1:]], dim=-1))
        return scores + self.scores[1](states.float())


def _stoppable(state: Mapping[str, Tensor], name: str, dtype: torch.dtype) -> nn.LSTM:
    """A bidirectional layer with one input more, which stops it."""
    weights = {part.removeprefix(f"{name}."): weight for part, weight in state.items() if part.startswith(f"{name}.")}
    hidden = weights["weight_hh_l0"].shape[1]
    stop = torch.full((4 * hidden, 1), SHUT)
    stop[2 * hidden:3 * hidden] = 0  # PyTorch's order: input, forget, cell (which is no gate), output
    for suffix in ("", "_reverse"):
        weights[f"weight_ih_l0{suffix}"] = torch.cat([weights[f"weight_ih_l0{suffix}"], stop], dim=1)
    layer = nn.LSTM(weights["weight_ih_l0"].shape[1], hidden, bidirectional=True)
    layer.load_state_dict(weights)
    return layer.to(dtype).eval()


def _joined(state: Mapping[str, Tensor], names: Sequence[str]) -> nn.Linear:
    """One layer that gives what several of one output give."""
    weight = torch.cat([state[f"{name}.weight"] for name in names])
    biases = [state[f"{name}.bias"] for name in names if f"{name}.bias" in state]
    layer = nn.Linear(weight.shape[1], len(names), bias=bool(biases))
    with torch.no_grad():
        layer.weight.copy_(weight)
        if biases:
            layer.bias.copy_(torch.cat(biases))
    return layer
