"""Attention: shares of the values, as softmax gives them."""

import pytest
import torch

from quotes.parsing.embedded.encoding import attend

HEADS, HEAD, PLACES, LENGTH = 2, 8, 32, 27
MIXED = torch.randn(PLACES, 3 * HEADS * HEAD, generator=torch.Generator().manual_seed(1))


def by_softmax(rows):
    query, key, value = rows.view(PLACES, 3, HEADS, HEAD).permute(1, 2, 0, 3)
    scores = query @ key[:, :LENGTH].transpose(1, 2)
    return (torch.softmax(scores, dim=-1) @ value[:, :LENGTH]).transpose(0, 1).reshape(PLACES, HEADS * HEAD)


@pytest.mark.parametrize(("products", "error"), [(torch.float32, 1e-5), (torch.bfloat16, 0.05)])
def test_values_are_shared_as_softmax_does_and_what_is_beyond_the_window_has_none(products, error):
    found = attend(MIXED, length=LENGTH, head=HEAD, products=products).float()
    assert torch.allclose(found, by_softmax(MIXED), atol=error)
