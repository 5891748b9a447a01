import pytest
import torch
from torch.nn.functional import gelu, relu

from quotes.parsing.embedded.linears import Rounding, fastest_precision, filled_up, linear

RANDOM = torch.Generator().manual_seed(1)
WEIGHT, BIAS = torch.randn(48, 32, generator=RANDOM), torch.randn(48, generator=RANDOM)
ROWS = torch.randn(64, 32, generator=RANDOM)
EXACT = ROWS @ WEIGHT.T + BIAS
INPUTS = (-4.0, 4.0)


def apart(found, exact):
    return ((found.float() - exact).norm(dim=1) / exact.norm(dim=1)).max()


@pytest.mark.parametrize("precision, error", [("fp32", 1e-6), ("bf16", 0.01), ("int8", 0.03)])
def test_a_layer_multiplies_in_every_precision(precision, error):
    layer = linear(WEIGHT, BIAS, precision, inputs=INPUTS)
    assert apart(layer(ROWS), EXACT) < error
    plus = torch.randn(64, 48, generator=RANDOM)
    assert apart(layer(ROWS, plus=plus.clone()), EXACT + plus) < error
    for name, activated in (("gelu", gelu), ("relu", relu)):
        layer = linear(WEIGHT, BIAS, precision, inputs=INPUTS, activation=name)
        assert apart(layer(ROWS), activated(EXACT)) < error


def test_in_8_bit_a_row_comes_out_the_same_whatever_is_multiplied_with_it():
    layer = linear(WEIGHT, BIAS, "int8", inputs=INPUTS)
    assert torch.equal(layer(ROWS)[:16], layer(ROWS[:16])) and torch.equal(layer(ROWS)[5:6], layer(ROWS[5:6]))


def test_a_layer_in_8_bit_can_round_for_the_one_that_follows():
    first, second = torch.randn(24, 48, generator=RANDOM), torch.zeros(24)
    hidden = linear(WEIGHT, BIAS, "int8", inputs=INPUTS, activation="gelu", following=(-0.17, 30.0))(ROWS)
    assert hidden.dtype == torch.uint8
    found = linear(first, second, "int8", inputs=(-0.17, 30.0))(hidden)
    assert apart(found, gelu(EXACT) @ first.T) < 0.05


def test_floats_are_rounded_to_the_nearest_of_256_numbers_and_those_beyond_to_the_last():
    rounding = Rounding.over((-1.0, 4.1))
    assert rounding.step == pytest.approx(0.02) and rounding.zero == 50
    assert rounding(torch.tensor([0.0, 0.019, -0.019, 0.029, -1.0, 4.1, -7.0, 9.0])).tolist() == [
        50, 51, 49, 51, 0, 255, 0, 255]
    assert Rounding.over((2.0, 5.0)).zero == 0, "0 is always among the numbers"
    assert not Rounding.over((0.0, 0.0))(torch.zeros(3)).any()


def test_rows_are_filled_up_with_zeros():
    assert filled_up(ROWS[:17], 16).shape == (32, 32)
    assert not filled_up(ROWS[:3], 16)[3:].any() and len(filled_up(ROWS[:16], 16)) == 16


@pytest.mark.parametrize("amx, vnni, avx512_bf16, precision", [
    (True, True, True, "int8"), (False, True, True, "int8"), (False, True, False, "int8"),
    (False, False, True, "bf16"), (False, False, False, "fp32"),
])
def test_the_precision_is_what_the_processor_is_fastest_in(monkeypatch, amx, vnni, avx512_bf16, precision):
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: amx)
    monkeypatch.setattr(torch.cpu, "_is_vnni_supported", lambda: vnni)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: avx512_bf16)
    assert fastest_precision() == precision
