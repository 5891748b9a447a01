"""Attention: shares of the values, as softmax gives them."""

import pytest
import torch

from quotes.parsing.embedded.encoding import LOG2_E, attend
from quotes.parsing.embedded.rows import Alike

HEADS, HEAD = 2, 8
WINDOWS = (Alike(0, 16, (9, 16, 12)), Alike(48, 32, (27,)))
MIXED = torch.randn(80, 3 * HEADS * HEAD, generator=torch.Generator().manual_seed(1))


def by_softmax(rows):
    query, key, value = rows.view(len(rows), 3, HEADS, HEAD).permute(1, 2, 0, 3)
    shares = torch.softmax(query @ key.transpose(1, 2) / LOG2_E, dim=-1)  # which the queries are scaled for
    return (shares @ value).transpose(0, 1).reshape(len(rows), HEADS * HEAD)


@pytest.mark.parametrize(("products", "error"), [(torch.float32, 1e-5), (torch.bfloat16, 0.05)])
def test_values_are_shared_within_a_window_as_softmax_does(products, error):
    found = attend(MIXED.to(products), windows=WINDOWS, head=HEAD).float()
    for alike in WINDOWS:
        for number, length in enumerate(alike.lengths):
            start = alike.start + number * alike.places
            assert torch.allclose(found[start:start + length], by_softmax(MIXED[start:start + length]), atol=error)


@pytest.mark.parametrize("products", [torch.float32, torch.bfloat16])
def test_however_large_scores_are_the_shares_are_finite(products):
    assert torch.isfinite(attend(1000 * MIXED.to(products), windows=WINDOWS, head=HEAD)).all()
