"""A network learns to do as another does: its states, and what its heads say."""

import copy

import pytest
import torch

from tests.scripts.test_examples import MAKER
from tests.scripts.test_slimming import BATCHES, EXAMPLES, built, states
from training import imitating
from training.imitating import imitation_loss
from training.slimming import slimmed


def loss(network, model, examples):
    generator = torch.Generator().manual_seed(0)
    return imitation_loss(network, model, examples, MAKER, generator, torch.device("cpu"))


@pytest.mark.parametrize("examples", EXAMPLES)
def test_a_copy_has_nothing_to_learn(examples, monkeypatch):
    monkeypatch.setattr(imitating, "MASKED_SHARE", 0.0)
    model = built().network
    assert loss(copy.deepcopy(model), model, examples).item() == pytest.approx(0, abs=1e-5)


@pytest.mark.parametrize("examples", EXAMPLES)
@pytest.mark.parametrize("head", ["tagger.upos", "tagger.entity", "trees.arc", "trees.label", "attributions.anchor",
                                  "attributions.role"])
def test_whatever_a_head_says_otherwise_is_to_be_learned(examples, head, monkeypatch):
    monkeypatch.setattr(imitating, "MASKED_SHARE", 0.0)
    monkeypatch.setattr(imitating, "MAYBE", 0.0)  # an untrained network is sure of no anchor
    model = built().network
    network = copy.deepcopy(model)
    for weights in network.get_submodule(head).parameters():
        weights.data += torch.randn_like(weights)
    found = loss(network, model, examples)
    assert found.item() > 0.001
    found.backward()
    assert all(weights.grad.abs().sum() > 0 for weights in network.get_submodule(head).parameters())


def test_a_slim_network_learns_to_do_as_the_whole():
    whole = built()
    slim = slimmed(whole, BATCHES, heads=2, neurons=32).network.train()
    for weights in slim.encoder.bert.encoder.parameters():
        weights.data += 0.1 * torch.randn_like(weights)
    optimizer = torch.optim.Adam(slim.encoder.bert.encoder.parameters(), lr=1e-3)
    before = (states(slim) - states(whole.network)).square().mean()
    for _ in range(20):
        for examples in EXAMPLES:
            optimizer.zero_grad()
            loss(slim, whole.network, examples).backward()
            optimizer.step()
    assert (states(slim) - states(whole.network)).square().mean() < before / 2
