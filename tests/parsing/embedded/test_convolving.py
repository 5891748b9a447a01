"""Characters that are read many at a time, each as if its sequence were alone."""

import pytest
import torch

from quotes.parsing.embedded.convolving import GAP, Convolutional, Shape, load_network, save_network

SHAPE = Shape(characters=12, width=16)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(1)
    return Convolutional(SHAPE).eval()


def sequences(lengths):
    torch.manual_seed(2)
    return [torch.randint(GAP + 1, SHAPE.characters, (length,)) for length in lengths]


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@torch.inference_mode()
def test_a_sequence_is_read_the_same_alone_and_between_others(network, dtype):
    reading, read = network.to(dtype=dtype, memory_format=torch.channels_last), sequences([40, 1, 3, 200, 17, 64])
    gap = torch.full((SHAPE.gap,), GAP)
    scores = reading(torch.cat([part for one in read for part in (one, gap)]))
    start = 0
    for one in read:
        assert torch.equal(scores[start:start + len(one)], reading(torch.cat([one, gap]))[:len(one)])
        start += len(one) + len(gap)


@torch.inference_mode()
def test_what_is_near_counts_and_what_is_out_of_reach_does_not(network):
    (read,) = sequences([400])
    reach = SHAPE.reach + sum(dilation * (SHAPE.looks // 2) for dilation in SHAPE.dilations)
    other = read.clone()
    other[200] = 1 + read[200] % (SHAPE.characters - 1)
    changed = torch.nonzero((network(read) != network(other)).any(1)).flatten()
    assert changed.min() >= 200 - reach and changed.max() <= 200 + reach and len(changed) > SHAPE.reach


def test_a_network_is_saved_with_the_characters_it_knows(network, tmp_path):
    save_network(network, {"other": 1, "a": 2}, tmp_path / "network.pt")
    loaded, characters = load_network(tmp_path / "network.pt")
    assert characters == {"other": 1, "a": 2} and loaded.shape == SHAPE
    (read,) = sequences([50])
    assert torch.allclose(loaded(read), network.float()(read), atol=0.01)
