"""Reading characters carefully: by the network of Stanza's tokenizer, many passages at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from quotes.parsing.embedded.characters import best, distinct_in, ends_sentence
from quotes.parsing.embedded.linears import fast_floats
from quotes.parsing.embedded.recurrent import Recurrent, side_by_side
from quotes.parsing.embedded.rows import batches

BATCH = 16_384
"""Characters that are read together."""
LONGEST = 1000
"""Characters that are read at once; of a longer passage, what follows the last sentence end is read again."""
OF_CHARACTERS = {"space_before": str.isspace, "capitalized": str.isupper, "numeric": str.isdecimal}
"""Features of a character. Others of Stanza's tell the first and the last one of a paragraph."""
FIRST, LAST = "start_of_para", "end_of_para"


class Passage(NamedTuple):
    """Consecutive characters of a paragraph, as code points."""

    codes: np.ndarray
    opens: bool = True
    """Does the paragraph begin with them?"""
    closes: bool = True
    """Does it end with them?"""


@dataclass(frozen=True)
class CarefulReader:
    """Labels the characters of passages. What it says of one doesn't depend on what else is read, to the last bit."""

    network: Recurrent
    units: Mapping[str, int]
    """The characters that the network knows, and their numbers."""
    features: Sequence[str]

    @classmethod
    def load(cls, path: Path) -> CarefulReader:
        """The tokenizer that Stanza saved in ``path``. Raises ValueError where it is of a kind that is not run here."""
        saved = torch.load(path, map_location="cpu", weights_only=True)
        args = saved["config"]
        if (not (args["hierarchical"] and args["use_mwt"]) or args["conv_res"] is not None
                or not {*OF_CHARACTERS, FIRST, LAST}.issuperset(args["feat_funcs"])):
            raise ValueError("not a tokenizer of the kind that scripts/train.py makes")
        network = Recurrent.of(saved["model"], temperature=args["hier_invtemp"], dtype=fast_floats())
        return cls(network, saved["vocab"]["_unit2id"], args["feat_funcs"])

    def read(self, passages: Sequence[Passage]) -> list[np.ndarray]:
        """A label for each character of passages."""
        distinct, at = distinct_in([passage.codes for passage in passages])
        inputs = self._inputs(distinct)
        rows = []
        for characters, (_, opens, closes) in zip(at, passages):
            # Four rows for each character: in the middle of a paragraph, as its first, as its last, as both.
            own = characters.copy()
            own[0] += opens * len(distinct)
            own[-1] += closes * 2 * len(distinct)
            rows.append(own)
        labels = [np.zeros(len(own), dtype=np.int64) for own in rows]
        waiting = [(number, 0) for number in range(len(rows))]
        while waiting:
            parts = [(min(len(rows[number]) - start, LONGEST), number, start) for number, start in waiting]
            waiting = []
            for batch in batches([length for length, *_ in parts], BATCH):
                some = sorted((parts[at] for at in batch), reverse=True)  # short ones to fill up with come last
                found = self._labels([rows[number][start:start + length] for length, number, start in some], inputs)
                for (length, number, start), read in zip(some, found):
                    if start + length < len(rows[number]):
                        ends = np.flatnonzero(ends_sentence(read))
                        length = ends[-1] + 1 if len(ends) else length
                        waiting.append((number, start + length))
                    labels[number][start:start + length] = read[:length]
        return labels

    def _inputs(self, characters: Sequence[str]) -> torch.Tensor:
        """What the network is told of characters: four rows for each, and last a row that stops the network."""
        units = torch.tensor([self.units.get(character, self.units["<UNK>"]) for character in characters])
        of_characters = torch.tensor([[float(name in OF_CHARACTERS and OF_CHARACTERS[name](character))
                                       for name in (*self.features, "stop")] for character in characters])
        middle = torch.cat([self.network.embeddings[units], of_characters], dim=1)
        first, last, stop = (torch.tensor([0.0] * self.network.embeddings.shape[1]
                                          + [float(name == told) for told in (*self.features, "stop")])
                             for name in (FIRST, LAST, "stop"))
        rows = torch.cat([middle, middle + first, middle + last, middle + first + last, stop.unsqueeze(0)])
        return rows.to(self.network.dtype)

    def _labels(self, parts: Sequence[np.ndarray], inputs: torch.Tensor) -> list[np.ndarray]:
        lengths = list(map(len, parts))
        places = side_by_side(lengths)
        rows = np.full(places.steps * places.lanes, len(inputs) - 1)
        of_parts = np.concatenate(places.of_sequences)
        rows[of_parts] = np.concatenate(parts)
        read = self.network(inputs[torch.from_numpy(rows)].view(places.steps, places.lanes, -1))
        return np.split(best(read.flatten(0, 1)).numpy()[of_parts], np.cumsum(lengths)[:-1])
