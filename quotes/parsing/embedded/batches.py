"""Windows as the batches of tensors that the network is trained on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from quotes.parsing.embedded.network import Batch
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.rows import PLACES, rounded_up
from quotes.parsing.embedded.windows import Window, row_of


def collate(windows: Sequence[Window], maker: PieceMaker) -> Batch:
    """Tensors of windows, padded to multiples of 16 (processors prepare their kernels anew for each shape)."""
    rows = [row_of(window, maker) for window in windows]
    width = rounded_up(max(len(ids) for ids, *_ in rows), PLACES)
    count = max(len(last) for *_, last in rows)
    longest = max(len(sentence.words) for window in windows for sentence in window.sentences)
    sentence_words, sentence_window = [], []
    for at, window in enumerate(windows):
        place = at * count
        for sentence in window.sentences:
            sentence_words.append(list(range(place, place + len(sentence.words))))
            sentence_window.append(at)
            place += len(sentence.words)

    def padded(lists: Sequence[Sequence[int]], to: int, value: int = 0) -> torch.Tensor:
        return torch.from_numpy(np.stack([np.pad(row, (0, to - len(row)), constant_values=value) for row in lists]))

    return Batch(
        pieces=padded([ids for ids, *_ in rows], width, maker.padding),
        shapes=padded([shapes for _, shapes, *_ in rows], width),
        breaks=padded([breaks for _, _, breaks, _ in rows], width),
        mask=padded([[1] * len(ids) for ids, *_ in rows], width),
        last=padded([last for *_, last in rows], count),
        word_mask=padded([[1] * len(last) for *_, last in rows], count).bool(),
        sentence_words=padded(sentence_words, longest),
        sentence_mask=padded([[1] * len(words) for words in sentence_words], longest).bool(),
        sentence_window=torch.tensor(sentence_window),
    )
