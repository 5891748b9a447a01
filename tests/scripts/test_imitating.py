"""A network learns to do as another does: its states, and what its heads say."""

import copy

import pytest
import torch

from tests.scripts.test_examples import MAKER
from tests.scripts.test_slimming import BATCHES, EXAMPLES, HALF, OTHER, built, states
from training import imitating
from training.imitating import Imitated, imitation_loss
from training.slimming import slimmed


def loss(network, imitated, examples):
    generator = torch.Generator().manual_seed(0)
    return imitation_loss(network, imitated, examples, MAKER, generator, torch.device("cpu"))


@pytest.mark.parametrize("examples", EXAMPLES)
def test_a_copy_has_nothing_to_learn(examples, monkeypatch):
    monkeypatch.setattr(imitating, "MASKED_SHARE", 0.0)
    model = built().network
    assert loss(copy.deepcopy(model), Imitated(model), examples).item() == pytest.approx(0, abs=5e-4)  # remembered states are rounded


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
    found = loss(network, Imitated(model), examples)
    assert found.item() > 0.001
    found.backward()
    assert all(weights.grad.abs().sum() > 0 for weights in network.get_submodule(head).parameters())


def test_what_a_model_said_of_a_batch_is_remembered(monkeypatch):
    imitated, network = Imitated(built().network), built().network
    first = loss(network, imitated, EXAMPLES[0]).item()
    monkeypatch.setattr(imitated.model.encoder, "states", lambda batch: pytest.fail("read again"))
    assert loss(network, imitated, EXAMPLES[0]).item() == first
    with pytest.raises(pytest.fail.Exception):
        loss(network, imitated, EXAMPLES[1])


@pytest.mark.parametrize("wanted", [HALF, OTHER])
def test_a_slim_network_learns_to_do_as_the_whole(wanted):
    whole = built()
    imitated, slim = Imitated(whole.network), slimmed(whole, BATCHES, wanted).network.train()
    for weights in slim.encoder.bert.encoder.parameters():
        weights.data += 0.1 * torch.randn_like(weights)
    optimizer = torch.optim.Adam(slim.encoder.bert.encoder.parameters(), lr=1e-3)
    before = (states(slim) - states(whole.network)).square().mean()
    for _ in range(20):
        for examples in EXAMPLES:
            optimizer.zero_grad()
            loss(slim, imitated, examples).backward()
            optimizer.step()
    assert (states(slim) - states(whole.network)).square().mean() < before / 2
