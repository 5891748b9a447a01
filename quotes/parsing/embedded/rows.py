"""Windows one after another, as the encoder takes them: layers multiply the rows of many at once, attention stays
within each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

MOST = 1024
"""Rows multiplied at once: what layers work on stays in the processor's cache. A window that is longer comes alone."""
ROUND = 64
"""Rows are multiplied in multiples of this: processors prepare their kernels anew for each shape."""
PLACES = 16
"""Attention has room for a multiple of this."""


class Row(NamedTuple):
    """A window as the encoder takes it; the first three have a number for each of its pieces."""

    pieces: np.ndarray
    shapes: np.ndarray
    """The shape of the word that a piece is of."""
    breaks: np.ndarray
    """1 on the pieces of each paragraph's first word."""
    last: np.ndarray
    """The place of each word's last piece."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Windows for which attention has the same number of places each, side by side from place ``start`` on."""

    start: int
    places: int
    lengths: tuple[int, ...]

    @property
    def end(self) -> int:
        return self.start + self.places * len(self.lengths)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where attention has the rows of windows that stand one after another; after the last of them there may be rows
    that mean nothing, up to a multiple of ROUND."""

    place_of: Tensor
    """The place of each row."""
    row_at: Tensor
    """The row at each place; any where there is none."""
    windows: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Windows one after another. The first four have a number for each row of a piece [P]."""

    pieces: Tensor
    shapes: Tensor
    breaks: Tensor
    positions: Tensor
    """The position of a piece in its window."""
    of_pieces: Layout
    words: Tensor
    """The rows of the root (a window's first piece) and of the words (their last pieces), window by window; any rows
    after the last, up to a multiple of ROUND."""
    of_words: Layout
    """Of the rows of roots and words alone."""
    spans: tuple[slice, ...]
    """Where the words of each window stand among ``words``, after their root."""


def batched(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Windows of such lengths in batches of up to MOST rows, shorter ones first: their positions."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for batch in batches([lengths[at] for at in order], MOST):
        yield [order[at] for at in batch]


def batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Positions of sequences of such lengths, in order, in batches of up to ``most`` altogether; a longer one comes
    alone."""
    batch: list[int] = []
    size = 0
    for at, length in enumerate(lengths):
        if batch and size + length > most:
            yield batch
            batch, size = [], 0
        batch.append(at)
        size += length
    if batch:
        yield batch


def rounded_up(count: int, to: int) -> int:
    """The least multiple of ``to`` that is not less."""
    return -(-count // to) * to


def one_after_another(rows: Sequence[Row]) -> Rows:
    """Windows in this order."""
    pieces, words = [len(row.pieces) for row in rows], [1 + len(row.last) for row in rows]
    *starts, total = accumulate(pieces, initial=0)
    columns = np.zeros((4, rounded_up(total, ROUND)), dtype=np.int64)
    columns[:3, :total] = np.concatenate([np.stack(row[:3]) for row in rows], axis=1)
    columns[3, :total] = np.concatenate(list(map(np.arange, pieces)))
    ends = list(accumulate(words))
    lasts = np.zeros(rounded_up(ends[-1], ROUND), dtype=np.int64)
    lasts[:ends[-1]] = np.concatenate([start + np.concatenate([[0], row.last]) for start, row in zip(starts, rows)])
    return Rows(*torch.from_numpy(columns), laid_out(pieces), torch.from_numpy(lasts), laid_out(words),
                tuple([slice(1 + end - count, end) for end, count in zip(ends, words)]))


def laid_out(lengths: Sequence[int]) -> Layout:
    """The layout of windows of so many rows: those that need the same number of places come together."""
    rooms = [rounded_up(length, PLACES) for length in lengths]
    order = sorted(range(len(lengths)), key=rooms.__getitem__)
    groups, end = [], 0
    for places, group in groupby(order, key=rooms.__getitem__):
        groups.append(Alike(end, places, tuple([lengths[at] for at in group])))
        end = groups[-1].end
    *starts, total = accumulate(lengths, initial=0)
    place_of, row_at = np.zeros(rounded_up(total, ROUND), dtype=np.int64), np.zeros(end, dtype=np.int64)
    for at, first in zip(order, accumulate([rooms[at] for at in order], initial=0)):
        start, own = starts[at], np.arange(lengths[at])
        place_of[start:start + len(own)], row_at[first:first + len(own)] = first + own, start + own
    return Layout(torch.from_numpy(place_of), torch.from_numpy(row_at), tuple(groups))
