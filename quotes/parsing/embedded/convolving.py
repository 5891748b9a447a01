"""The network of the tokenizer: convolutions over characters (Kalchbrenner et al. 2016), which say of each whether it
ends a token, a sentence, a multi-word token.

Sequences are read one after another with a gap between that stays zero in every layer and that no layer looks across:
to the last bit, a sequence is read as if it were alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding_bag, pad, relu

GAP = 0
"""The number of what is no character."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How many different characters there are, the gap being one; how far the first layer sees to each side; width, and
    for each layer after the first the characters between those that it looks at."""

    characters: int
    reach: int = 7
    width: int = 64
    looks: int = 5
    """Characters that a layer looks at."""
    dilations: tuple[int, ...] = (1, 2, 4, 8)

    @property
    def gap(self) -> int:
        """Characters between two sequences that no layer looks across."""
        return max(self.reach, *(dilation * (self.looks // 2) for dilation in self.dilations))


class Convolutional(nn.Module):
    """The network."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.characters = nn.Parameter(torch.randn((2 * shape.reach + 1) * shape.characters, shape.width) * 0.1)
        """A row for each character at each distance."""
        self.bias = nn.Parameter(torch.zeros(shape.width))
        self.layers = nn.ModuleList(
            nn.Conv2d(shape.width, shape.width, (1, shape.looks), dilation=(1, dilation),
                      padding=(0, dilation * (shape.looks // 2))) for dilation in shape.dilations)
        self.scores = nn.Linear(shape.width, 3)

    def forward(self, characters: Tensor) -> Tensor:
        """[T, 3] scores (logits) from characters [T] by their numbers, gaps between sequences, none at the ends."""
        reach = self.shape.reach
        around = pad(characters, (reach, reach), value=GAP).unfold(0, 2 * reach + 1, 1)
        at = around + torch.arange(2 * reach + 1, dtype=characters.dtype) * self.shape.characters
        gaps = torch.nonzero(characters == GAP).squeeze(1)
        states = relu(embedding_bag(at, self.characters, mode="sum") + self.bias).index_fill_(0, gaps, 0)
        for layer in self.layers:
            # One row of pixels, channels last: a picture whose products need no copies.
            found = layer(states.t()[None, :, None, :])[0, :, 0, :].t()
            states = (states + relu(found, inplace=True)).index_fill_(0, gaps, 0)
        return self.scores(states)


def save_network(network: Convolutional, characters: Mapping[str, int], path: Path) -> None:
    """Write a network with the characters it knows."""
    torch.save({"shape": asdict(network.shape), "characters": dict(characters),
                "state": {name: weight.half() for name, weight in network.state_dict().items()}}, path)


def load_network(path: Path) -> tuple[Convolutional, dict[str, int]]:
    """The network saved in ``path``, and the characters it knows, by their numbers."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    network = Convolutional(Shape(**saved["shape"]))
    network.load_state_dict({name: weight.float() for name, weight in saved["state"].items()})
    return network.eval(), saved["characters"]
