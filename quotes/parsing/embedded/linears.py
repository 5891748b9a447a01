"""Linear layers in the cheapest precision that the processor multiplies itself.

In 8 bit every row of the input is rounded between its least and its largest value (dynamic quantisation, Jacob et al.
2018), and sums are whole numbers: a row's result does not depend on what else is multiplied with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

import torch
from torch import Tensor

ROUND = 16
"""Multiply rows in multiples of this: processors prepare their kernels anew for each shape."""
STEPS, LEAST = 256, 1e-8
"""The numbers that 8 bit have, and the least step between two (a row may be all zero)."""
Precision = Literal["int8", "bf16", "fp32"]


def fastest_precision() -> Precision:
    """8-bit integers where the processor sums their products itself (VNNI; accurate to some tenths of a point), but
    16-bit brain floats where it has tiles for them (AMX) or only them, else 32-bit floats."""
    if torch.cpu._is_amx_tile_supported():
        return "bf16"
    if torch.cpu._is_vnni_supported():
        return "int8"
    return "bf16" if fast_bf16() else "fp32"


def fast_bf16() -> bool:
    """Does the processor multiply 16-bit brain floats itself?"""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def described(precision: Precision) -> str:
    """The precision in words, to tell the user."""
    return {"int8": "8-bit integers", "bf16": "16-bit brain floats", "fp32": "32-bit floats"}[precision]


def product_type(precision: Precision) -> torch.dtype:
    """In what to multiply states with each other, where rounding to 8 bit would not pay."""
    return torch.bfloat16 if precision != "fp32" and fast_bf16() else torch.float32


class Linear(Protocol):
    """Rows [M, in] to rows [M, out], in 32-bit floats or in those that it multiplies."""

    def __call__(self, rows: Tensor) -> Tensor: ...


@dataclass(frozen=True)
class FloatLinear:
    """Multiplies in the precision of its weight [out, in]."""

    weight: Tensor
    bias: Tensor

    def __call__(self, rows: Tensor) -> Tensor:
        return torch.nn.functional.linear(rows.to(self.weight.dtype), self.weight, self.bias)


@dataclass(frozen=True)
class Int8Linear:
    """Multiplies in 8 bit: weight [in, out] with a scale and a sum for each output."""

    weight: Tensor
    scale: Tensor
    sums: Tensor
    bias: Tensor

    def __call__(self, rows: Tensor) -> Tensor:
        rows = rows.float()
        least = rows.amin(dim=1, keepdim=True)
        step = ((rows.amax(dim=1, keepdim=True) - least) / (STEPS - 1)).clamp_min_(LEAST)
        numbers = rows.sub(least).div_(step).round_().sub_(STEPS // 2).to(torch.int8)
        products = torch._int_mm(numbers, self.weight).float().mul_(step)
        torch.addcmul(self.bias, products, self.scale, out=products)
        return products.addcmul_(step * (STEPS // 2) + least, self.sums)


def rounded_up(rows: Tensor) -> Tensor:
    """The rows with rows of zeros after them, up to a multiple of ROUND."""
    return torch.nn.functional.pad(rows, (0, 0, 0, -len(rows) % ROUND))


def linear(weight: Tensor, bias: Tensor, precision: Precision) -> Linear:
    """A layer with ``weight`` [out, in] and ``bias`` [out]."""
    if precision == "fp32":
        return FloatLinear(weight, bias)
    if precision == "bf16":
        return FloatLinear(weight.bfloat16(), bias.bfloat16())
    scale = (weight.abs().amax(dim=1) / (STEPS // 2 - 1)).clamp_min(LEAST)
    rounded = (weight / scale.unsqueeze(1)).round()
    return Int8Linear(rounded.to(torch.int8).t(), scale, rounded.sum(dim=1) * scale, bias)
