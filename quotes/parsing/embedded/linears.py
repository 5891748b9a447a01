"""Linear layers in the cheapest precision that the processor multiplies itself.

In 8 bit the inputs of a layer are rounded to the same 256 numbers whatever they are (static quantisation, Jacob et al.
2018), and sums are whole numbers: a row's result does not depend on what else is multiplied with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

import torch
from torch import Tensor
from torch.nn.functional import gelu, pad, relu

STEPS, LEAST = 256, 1e-8
"""The numbers that 8 bit have, and the least step between two."""
WHOLE = float(1 << 23)
"""Floats from here on are whole numbers, and how far they are from here is in their last bits: to read it there takes a
fifth of the time that rounding takes."""
Precision = Literal["int8", "bf16", "fp32"]
Range = tuple[float, float]
"""The least and the largest of the inputs of a layer, but for a few in a hundred thousand."""
Activation = Literal["gelu", "relu", "none"]
"""What is done to the outputs of a layer: a GELU (Hendrycks & Gimpel 2016), or 0 is taken for all under it."""
ACTIVATIONS = {"gelu": gelu, "relu": relu}


def fastest_precision() -> Precision:
    """8-bit integers where the processor sums their products itself (VNNI; accurate to some tenths of a point), 16-bit
    brain floats where it only multiplies these, else 32-bit floats."""
    if torch.cpu._is_vnni_supported():
        return "int8"
    return "bf16" if fast_bf16() else "fp32"


def fast_bf16() -> bool:
    """Does the processor multiply 16-bit brain floats itself?"""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def fast_floats() -> torch.dtype:
    """The floats that the processor multiplies fastest."""
    return torch.bfloat16 if fast_bf16() else torch.float32


def described(precision: Precision) -> str:
    """The precision in words, to tell the user."""
    return {"int8": "8-bit integers", "bf16": "16-bit brain floats", "fp32": "32-bit floats"}[precision]


def product_type(precision: Precision) -> torch.dtype:
    """In what to multiply states with each other, where rounding to 8 bit would not pay."""
    return fast_floats() if precision != "fp32" else torch.float32


class Linear(Protocol):
    """Rows [M, in] to rows [M, out], which may be added to others, ``plus``; these are overwritten."""

    def __call__(self, rows: Tensor, plus: Tensor | None = None) -> Tensor: ...


@dataclass(frozen=True)
class FloatLinear:
    """Multiplies in the precision of its weight [out, in]."""

    weight: Tensor
    bias: Tensor
    activation: Activation

    def __call__(self, rows: Tensor, plus: Tensor | None = None) -> Tensor:
        found = torch.nn.functional.linear(rows.to(self.weight.dtype), self.weight, self.bias)
        if self.activation != "none":
            found = ACTIVATIONS[self.activation](found)
        return found if plus is None else plus.add_(found)


@dataclass(frozen=True)
class Rounding:
    """From floats to 8-bit numbers: ``step`` is between two, ``zero`` is the one for 0."""

    step: float
    zero: int

    @classmethod
    def over(cls, inputs: Range) -> Rounding:
        """The numbers spread over a range; what lies beyond gets the first or the last."""
        least, largest = min(0.0, inputs[0]), max(0.0, inputs[1])
        step = max((largest - least) / (STEPS - 1), LEAST)
        return cls(step, round(-least / step))

    def __call__(self, rows: Tensor) -> Tensor:
        numbers = torch.add(WHOLE + self.zero, rows.float(), alpha=1 / self.step)
        return numbers.clamp_(WHOLE, WHOLE + STEPS - 1).view(torch.int32).to(torch.uint8)


@dataclass(frozen=True)
class Int8Linear:
    """Multiplies in 8 bit: a packed weight with a scale for each output. It takes floats, or numbers that are rounded
    for it already; it gives floats of ``gives``, or numbers rounded by ``rounded``."""

    weight: Tensor
    scale: Tensor
    zeros: Tensor
    bias: Tensor
    taken: Rounding
    activation: Activation
    gives: torch.dtype
    rounded: Rounding

    def __call__(self, rows: Tensor, plus: Tensor | None = None) -> Tensor:
        numbers = rows if rows.dtype == torch.uint8 else self.taken(rows)
        given = numbers, self.taken.step, self.taken.zero, self.weight, self.scale, self.zeros
        gives, then = (self.rounded.step, self.rounded.zero, self.gives), (self.activation, [], "none")
        if plus is None:
            return torch.ops.onednn.qlinear_pointwise(*given, self.bias, *gives, *then)
        return torch.ops.onednn.qlinear_pointwise.binary(*given, plus, self.bias, *gives, 1.0, 0, "sum", 1.0, *then)


def filled_up(rows: Tensor, to: int) -> Tensor:
    """The rows with rows of zeros after them, up to a multiple of ``to``: processors prepare their kernels anew for
    each shape."""
    return pad(rows, (0, 0, 0, -len(rows) % to))


def linear(weight: Tensor, bias: Tensor, precision: Precision, *, inputs: Range | None = None,
           activation: Activation = "none", gives: torch.dtype = torch.float32,
           following: Range | None = None) -> Linear:
    """A layer with ``weight`` [out, in] and ``bias`` [out].

    Args:
        weight, bias: of the layer.
        precision: what it multiplies in.
        inputs: where its inputs lie, which 8-bit numbers are spread over; for floats it may be None.
        activation: what is done to its outputs.
        gives: floats that an 8-bit layer gives; others give those that they multiply.
        following: where they lie, if they are only taken by another layer like this one: what can be is then rounded
            for it at once.
    """
    if precision == "fp32":
        return FloatLinear(weight, bias, activation)
    if precision == "bf16":
        return FloatLinear(weight.bfloat16(), bias.bfloat16(), activation)
    scale = (weight.abs().amax(dim=1) / (STEPS // 2 - 1)).clamp_min(LEAST)
    packed = torch.ops.onednn.qlinear_prepack((weight / scale.unsqueeze(1)).round().to(torch.int8), None)
    zeros = torch.zeros(len(scale), dtype=torch.int32)
    gives, rounded = (torch.uint8, Rounding.over(following)) if following else (gives, Rounding(1.0, 0))
    return Int8Linear(packed, scale, zeros, bias, Rounding.over(inputs), activation, gives, rounded)
