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
ROUND = 32
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
class Rows:
    """Windows one after another. The first four have a number for each row [P]; after the last piece there may be rows
    that mean nothing."""

    pieces: Tensor
    shapes: Tensor
    breaks: Tensor
    positions: Tensor
    """The position of a piece in its window."""
    place_of: Tensor
    """The place [P] that attention has for each row."""
    row_at: Tensor
    """The row at each place of attention; any where there is none."""
    windows: tuple[Alike, ...]
    words: Tensor
    """The rows of the root (a window's first piece) and of the words (their last pieces), window by window."""
    starts: tuple[int, ...]
    """Where the root of each window stands among ``words``."""


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
    """Windows, shorter ones first."""
    lengths = [len(row.pieces) for row in rows]
    *starts, total = accumulate(lengths, initial=0)
    columns = np.zeros((5, rounded_up(total, ROUND)), dtype=np.int64)
    columns[:3, :total] = np.concatenate([np.stack(row[:3]) for row in rows], axis=1)
    groups, at = [], 0
    for places, group in groupby(lengths, key=lambda length: rounded_up(length, PLACES)):
        groups.append(Alike(at, places, tuple(group)))
        at = groups[-1].end
    row_at = np.zeros(at, dtype=np.int64)
    firsts = (alike.start + number * alike.places for alike in groups for number in range(len(alike.lengths)))
    for start, length, first in zip(starts, lengths, firsts):
        own = np.arange(length)
        columns[3, start:start + length], columns[4, start:start + length] = own, first + own
        row_at[first:first + length] = start + own
    words = np.concatenate([start + np.concatenate([[0], row.last]) for start, row in zip(starts, rows)])
    return Rows(*torch.from_numpy(columns), torch.from_numpy(row_at), tuple(groups), torch.from_numpy(words),
                tuple(accumulate((1 + len(row.last) for row in rows[:-1]), initial=0)))
