"""The encoder at work: the same sums as ``network.Encoder``, many windows at a time, in the precision chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import layer_norm

from quotes.parsing.embedded.files import Weights
from quotes.parsing.embedded.linears import Linear, Precision, linear, product_type
from quotes.parsing.embedded.rows import Alike, Layout, Rows

EPSILON = 1e-12
LOG2_E = 1.4426950408889634
LARGEST = 100.0
"""The largest power of two that scores of attention may be: sums stay finite."""
KEPT = 24 << 20
"""Bytes of the block whose release has twice as much freed memory kept; under the 32 MiB at which mallopt(3) ends."""


@dataclass(frozen=True)
class Norm:
    """Layer normalisation."""

    weight: Tensor
    bias: Tensor

    def __call__(self, rows: Tensor) -> Tensor:
        return layer_norm(rows, self.weight.shape, self.weight, self.bias, EPSILON)


@dataclass(frozen=True)
class Layer:
    """One layer of the transformer (Vaswani et al. 2017), as BERT has it."""

    attention: Linear
    """Queries, keys and values at once."""
    attended: Linear
    attended_norm: Norm
    widened: Linear
    narrowed: Linear
    narrowed_norm: Norm
    head: int
    """Width of a head of attention."""
    products: torch.dtype

    def __call__(self, rows: Tensor, layout: Layout) -> Tensor:
        mixed = self.attention(rows).to(self.products).index_select(0, layout.row_at)
        found = attend(mixed, windows=layout.windows, head=self.head).index_select(0, layout.place_of)
        rows = self.attended_norm(self.attended(found, plus=rows))
        return self.narrowed_norm(self.narrowed(self.widened(rows), plus=rows))


def attend(mixed: Tensor, *, windows: Sequence[Alike], head: int) -> Tensor:
    """[P, H] from queries, keys and values [P, 3 * H], head by head, each ``head`` wide, within the windows.

    Scores are powers of two. Where none is so large that sums might overflow, the largest need not be taken off first,
    as softmax does; where one is, those above LARGEST count as this.
    """
    width = mixed.shape[1] // 3
    found = mixed.new_empty(len(mixed), width)
    for alike in windows:
        count, places, heads = len(alike.lengths), alike.places, width // head
        # Copied once, each head's rows side by side: products of scattered rows copy them every time.
        own = mixed[alike.start:alike.end].view(count, places, 3, heads, head).permute(2, 0, 3, 1, 4).contiguous()
        query, key, value = own.flatten(1, 2)
        scores = _scores(query, key, alike.lengths)
        sums = scores.sum(dim=-1, keepdim=True)
        if sums.max() >= 2 ** LARGEST:
            scores = _scores(query, key, alike.lengths, most=LARGEST)
            sums = scores.sum(dim=-1, keepdim=True)
        shares = torch.bmm(scores, value).div_(sums)
        of_windows = found[alike.start:alike.end].view(count, places, heads, head)
        of_windows.copy_(shares.view(count, heads, places, head).transpose(1, 2))
    return found


def _scores(query: Tensor, key: Tensor, lengths: Sequence[int], *, most: float | None = None) -> Tensor:
    """How much each place of windows with these ``lengths`` looks at each, [heads of all windows, places, places]; no
    power is larger than ``most``."""
    scores = torch.bmm(query, key.transpose(1, 2))
    if most is not None:
        scores.clamp_max_(most)
    for window, length in zip(scores.exp2_().view(len(lengths), -1, *scores.shape[1:]), lengths):
        window[..., length:] = 0
    return scores


@dataclass(frozen=True)
class Encoder:
    """The encoder's weights, ready to run."""

    words: Tensor
    word_scale: Tensor
    places: Tensor
    shapes: Tensor
    breaks: Tensor
    norm: Norm
    piece_layers: tuple[Layer, ...]
    word_layers: tuple[Layer, ...]
    """Those that read only the words, which takes a sixth off."""

    def __call__(self, read: Rows) -> Tensor:
        """States [R, H] of the rows ``read.words``, the roots and words of windows."""
        inputs = ((self.shapes, read.shapes), (self.breaks, read.breaks), (self.places, read.positions))
        rows = self.words.index_select(0, read.pieces) * self.word_scale.index_select(0, read.pieces)
        for table, at in inputs:
            rows += table.index_select(0, at)
        rows = self.norm(rows)
        for layer in self.piece_layers:
            rows = layer(rows, read.of_pieces)
        rows = rows.index_select(0, read.words)
        for layer in self.word_layers:
            rows = layer(rows, read.of_words)
        return rows


def encoder_of(weights: Weights, *, precision: Precision) -> Encoder:
    """The encoder with the weights of ``network.Encoder``, found by their names there."""
    state, head = weights.state, weights.bert["hidden_size"] // weights.bert["num_attention_heads"]
    products = product_type(precision)

    def norm(name: str) -> Norm:
        return Norm(state[f"encoder.{name}.weight"], state[f"encoder.{name}.bias"])

    def dense(name: str, **options) -> Linear:
        return linear(state[f"encoder.{name}.weight"], state[f"encoder.{name}.bias"], precision,
                      inputs=weights.inputs.get(f"encoder.{name}"), **options)

    def layer(name: str) -> Layer:
        own = [f"encoder.{name}.attention.self.{part}" for part in ("query", "key", "value")]
        weight, bias = (torch.cat([state[f"{part}.{kind}"] for part in own]) for kind in ("weight", "bias"))
        width = len(weight) // 3
        for queries in (weight[:width], bias[:width]):
            queries *= LOG2_E * head ** -0.5  # of the scaled dot product and of powers of two, once and for all
        return Layer(linear(weight, bias, precision, inputs=weights.inputs.get(own[0]), gives=products),
                     dense(f"{name}.attention.output.dense"), norm(f"{name}.attention.output.LayerNorm"),
                     dense(f"{name}.intermediate.dense", activation=weights.activation,
                           following=weights.inputs.get(f"encoder.{name}.output.dense")),
                     dense(f"{name}.output.dense"), norm(f"{name}.output.LayerNorm"), head, products)

    keep_freed_memory()
    tables, count = "encoder.bert.embeddings", weights.bert["num_hidden_layers"]
    layers = [layer(f"bert.encoder.layer.{number}") for number in range(count)]
    of_pieces = weights.sizes.piece_layers or count
    return Encoder(
        weights.words, weights.word_scale,
        state[f"{tables}.position_embeddings.weight"] + state[f"{tables}.token_type_embeddings.weight"][0],
        state["encoder.shape.weight"], state["encoder.paragraph.weight"], norm("bert.embeddings.LayerNorm"),
        tuple(layers[:of_pieces]), tuple(layers[of_pieces:]))


def keep_freed_memory() -> None:
    """Have the C library keep what each layer frees for the next one.

    Otherwise it goes back to the system after every layer, and its pages come back zeroed, at a cost that shows. glibc
    keeps up to twice the largest block ever freed (mallopt(3), dynamic thresholds), so one is freed here; other
    C libraries are not changed by it.
    """
    torch.empty(KEPT, dtype=torch.uint8)
