"""Reading characters quickly: by convolutions, which also tell what they are not sure of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from quotes.parsing.embedded.characters import best, best_chance, distinct_in
from quotes.parsing.embedded.convolving import GAP, Convolutional, load_network
from quotes.parsing.embedded.linears import fast_floats
from quotes.parsing.embedded.rows import batches

BATCH, ROUND = 4_096, 512
"""Characters that are read together, so few that what layers work on stays in the processor's cache; and what they are
filled up to a multiple of with gaps: processors prepare their kernels anew for each shape."""
KINDS = {"upper": str.isupper, "lower": str.islower, "digit": str.isdigit, "letter": str.isalpha}
"""What is told of a character that is not known itself; of any other only that it is some character."""
OTHER = "other"


class Read(NamedTuple):
    """A label for each character of a paragraph, and how likely it is."""

    labels: np.ndarray
    chances: np.ndarray


@dataclass(frozen=True)
class QuickReader:
    """Labels the characters of paragraphs. What it says of one doesn't depend on what else is read, to the last bit."""

    network: Convolutional
    characters: Mapping[str, int]
    """The characters that the network knows, and the kinds of others, by their numbers."""

    @classmethod
    def load(cls, path: Path) -> QuickReader:
        """The reader that ``scripts/train.py characters`` made."""
        network, characters = load_network(path)
        return cls(network.to(dtype=fast_floats(), memory_format=torch.channels_last), characters)

    @torch.inference_mode()
    def read(self, paragraphs: Sequence[np.ndarray]) -> list[Read]:
        """What is read in paragraphs of code points."""
        distinct, at = distinct_in(paragraphs)
        numbers = np.array([number_of(character, self.characters) for character in distinct], dtype=np.int32)
        gap = np.full(self.network.shape.gap, GAP, dtype=np.int32)
        found = []
        for batch in batches([len(paragraph) + len(gap) for paragraph in paragraphs], BATCH):
            parts = [part for number in batch for part in (numbers[at[number]], gap)]
            rest = np.full(-sum(map(len, parts)) % ROUND, GAP, dtype=np.int32)
            characters = np.concatenate([*parts, rest])
            found.append(self.network(torch.from_numpy(characters))[characters != GAP])
        scores = torch.cat(found).float()
        starts = np.cumsum(list(map(len, paragraphs)))[:-1]
        return list(map(Read, np.split(best(scores).numpy(), starts), np.split(best_chance(scores).numpy(), starts)))


def number_of(character: str, characters: Mapping[str, int]) -> int:
    """The number of a character, or of its kind where it is not among ``characters``."""
    if character not in characters:
        character = next((kind for kind, told in KINDS.items() if told(character)), OTHER)
    return characters[character]
