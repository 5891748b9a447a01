import pytest
import torch

from quotes.parsing.embedded.linears import ROUND, fastest_precision, linear, rounded_up

RANDOM = torch.Generator().manual_seed(1)
WEIGHT, BIAS = torch.randn(48, 32, generator=RANDOM), torch.randn(48, generator=RANDOM)
ROWS = torch.randn(64, 32, generator=RANDOM) * torch.logspace(-2, 2, 64).unsqueeze(1)
EXACT = ROWS @ WEIGHT.T + BIAS


@pytest.mark.parametrize("precision, error", [("fp32", 1e-6), ("bf16", 0.01), ("int8", 0.02)])
def test_a_layer_multiplies_in_every_precision(precision, error):
    found = linear(WEIGHT, BIAS, precision)(ROWS).float()
    assert ((found - EXACT).norm(dim=1) / EXACT.norm(dim=1)).max() < error


def test_in_8_bit_a_row_comes_out_the_same_whatever_is_multiplied_with_it():
    layer = linear(WEIGHT, BIAS, "int8")
    assert torch.equal(layer(ROWS)[:16], layer(ROWS[:16]))


def test_rows_of_one_value_do_no_harm_in_8_bit():
    layer = linear(WEIGHT, BIAS, "int8")
    assert torch.allclose(layer(torch.zeros(16, 32)), BIAS.expand(16, -1), atol=1e-4)
    assert torch.allclose(layer(torch.full((16, 32), 3.0)), BIAS + 3 * WEIGHT.sum(1), rtol=0.02, atol=1.0)


def test_rows_are_rounded_up_with_zeros():
    assert rounded_up(ROWS[:ROUND + 1]).shape == (2 * ROUND, 32)
    assert not rounded_up(ROWS[:3])[3:].any() and len(rounded_up(ROWS[:ROUND])) == ROUND


@pytest.mark.parametrize("amx, vnni, avx512_bf16, precision", [
    (True, True, True, "bf16"), (False, True, True, "int8"), (False, True, False, "int8"),
    (False, False, True, "bf16"), (False, False, False, "fp32"),
])
def test_the_precision_is_what_the_processor_is_fastest_in(monkeypatch, amx, vnni, avx512_bf16, precision):
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: amx)
    monkeypatch.setattr(torch.cpu, "_is_vnni_supported", lambda: vnni)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: avx512_bf16)
    assert fastest_precision() == precision
