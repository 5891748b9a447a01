"""The encoder at work: the same sums as ``network.Encoder``, one window at a time, in the precision chosen."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import gelu, layer_norm

from quotes.parsing.embedded.files import Weights
from quotes.parsing.embedded.linears import Linear, Precision, linear, product_type, rounded_up

EPSILON = 1e-12
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

    def __call__(self, rows: Tensor, *, length: int) -> Tensor:
        mixed = attend(self.attention(rows), length=length, head=self.head, products=self.products)
        rows = self.attended_norm(rows + self.attended(mixed))
        return self.narrowed_norm(rows + self.narrowed(gelu(self.widened(rows))))


def attend(mixed: Tensor, *, length: int, head: int, products: torch.dtype) -> Tensor:
    """[P, H] from queries, keys and values [P, 3 * H], multiplied in the precision of ``products`` head by head, each
    ``head`` wide; only the first ``length`` places are looked at."""
    places, width = mixed.shape[0], mixed.shape[1] // 3
    # Copied once, each head's rows side by side: products of scattered rows copy them every time.
    query, key, value = mixed.to(products).view(places, 3, width // head, head).permute(1, 2, 0, 3).contiguous()
    scores = torch.bmm(query, key.transpose(1, 2))
    scores[:, :, length:] = float("-inf")
    return torch.bmm(torch.softmax(scores, dim=-1), value).transpose(0, 1).reshape(places, width)


@dataclass(frozen=True)
class Encoder:
    """The encoder's weights, ready to run."""

    words: Tensor
    word_scale: Tensor
    places: Tensor
    shapes: Tensor
    breaks: Tensor
    norm: Norm
    layers: tuple[Layer, ...]

    def __call__(self, pieces: Tensor, shapes: Tensor, breaks: Tensor) -> Tensor:
        """States [P, H] of the pieces of a window; P is rounded up, what is beyond the window means nothing."""
        length = len(pieces)
        rows = (self.words[pieces] * self.word_scale[pieces] + self.shapes[shapes] + self.breaks[breaks]
                + self.places[:length])
        rows = self.norm(rounded_up(rows))
        for layer in self.layers:
            rows = layer(rows, length=length)
        return rows


def encoder_of(weights: Weights, *, precision: Precision) -> Encoder:
    """The encoder with the weights of ``network.Encoder``, found by their names there."""
    state, head = weights.state, weights.bert["hidden_size"] // weights.bert["num_attention_heads"]

    def norm(name: str) -> Norm:
        return Norm(state[f"encoder.{name}.weight"], state[f"encoder.{name}.bias"])

    def dense(name: str) -> Linear:
        return linear(state[f"encoder.{name}.weight"], state[f"encoder.{name}.bias"], precision)

    def layer(name: str) -> Layer:
        own = [f"encoder.{name}.attention.self.{part}" for part in ("query", "key", "value")]
        weight, bias = (torch.cat([state[f"{part}.{kind}"] for part in own]) for kind in ("weight", "bias"))
        width = len(weight) // 3
        for queries in (weight[:width], bias[:width]):
            queries *= head ** -0.5  # of the scaled dot product, once and for all
        return Layer(linear(weight, bias, precision), dense(f"{name}.attention.output.dense"),
                     norm(f"{name}.attention.output.LayerNorm"), dense(f"{name}.intermediate.dense"),
                     dense(f"{name}.output.dense"), norm(f"{name}.output.LayerNorm"), head,
                     product_type(precision))

    keep_freed_memory()
    tables = "encoder.bert.embeddings"
    return Encoder(
        weights.words, weights.word_scale,
        state[f"{tables}.position_embeddings.weight"] + state[f"{tables}.token_type_embeddings.weight"][0],
        state["encoder.shape.weight"], state["encoder.paragraph.weight"], norm("bert.embeddings.LayerNorm"),
        tuple(layer(f"bert.encoder.layer.{number}") for number in range(weights.bert["num_hidden_layers"])))


def keep_freed_memory() -> None:
    """Have the C library keep what each layer frees for the next one.

    Otherwise it goes back to the system after every layer, and its pages come back zeroed, at a cost that shows. glibc
    keeps up to twice the largest block ever freed (mallopt(3), dynamic thresholds), so one is freed here; other
    C libraries are not changed by it.
    """
    torch.empty(KEPT, dtype=torch.uint8)
