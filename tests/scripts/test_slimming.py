"""A smaller encoder from a trained one: what others make up for is taken out."""

import pytest
import torch
from torch import nn
from transformers import BertConfig

from quotes.parsing.embedded.batches import collate
from quotes.parsing.embedded.labels import Sizes
from quotes.parsing.embedded.network import Network
from tests.scripts.test_examples import ARTICLE, MAKER, SAID
from training.examples import attribution_examples, labels_of, syntax_examples
from training.slimming import Built, Slim, kept_inputs, slimmed

LABELS = labels_of([SAID] * 4)
EXAMPLES = [syntax_examples([[SAID] * 8], MAKER, seed=1), attribution_examples([ARTICLE], MAKER, seed=1)[:2]]
BATCHES = [collate([example.window for example in examples], MAKER) for examples in EXAMPLES]


def built():
    torch.manual_seed(0)
    config = BertConfig(vocab_size=30522, hidden_size=32, num_hidden_layers=2, num_attention_heads=4,
                        intermediate_size=64, hidden_dropout_prob=0.1, attention_probs_dropout_prob=0.0)
    sizes = Sizes(tag=16, arc=16, label=16, pair=16, dropout=0.0)
    return Built(Network(config, LABELS, sizes).eval(), config, sizes, LABELS)


HALF = Slim(heads=2, neurons=32, activation="gelu")
OTHER = Slim(heads=2, neurons=32, piece_layers=1, activation="relu")


def states(network):
    with torch.no_grad():
        return torch.cat([network.encoder(batch).words[batch.word_mask] for batch in BATCHES])


def test_an_output_is_made_of_the_inputs_that_are_kept():
    torch.manual_seed(0)
    base = torch.randn(500, 4)
    rows = torch.cat([base, base @ torch.randn(4, 4) + 1], dim=1)  # the last four can be told from the first
    layer = nn.Linear(8, 3)
    fit = kept_inputs(rows, layer(rows), group=1, count=4, at_once=2)
    assert len(fit.kept) == 4
    assert torch.allclose(rows[:, fit.kept] @ fit.weight.T + fit.bias, layer(rows), atol=0.1)


def test_inputs_of_a_head_are_kept_or_taken_out_together():
    torch.manual_seed(0)
    layer = nn.Linear(6, 3)
    layer.weight.data[:, 2:4] = 0
    rows = torch.randn(500, 6)
    fit = kept_inputs(rows, layer(rows), group=2, count=2, at_once=1)
    assert fit.kept.tolist() == [0, 1, 4, 5]


def test_heads_and_neurons_that_do_nothing_are_not_missed():
    whole = built()
    for layer in whole.network.encoder.bert.encoder.layer:
        layer.attention.output.dense.weight.data[:, 8:24] = 0  # two of four heads, 8 wide
        layer.output.dense.weight.data[:, 10:42] = 0
    slim = slimmed(whole, BATCHES, HALF).network
    assert torch.allclose(states(slim), states(whole.network), atol=0.02)
    assert torch.equal(slim.trees.arc.weight, whole.network.trees.arc.weight)


def test_what_neurons_do_otherwise_is_made_up_for():
    whole = built()
    same = Slim(heads=4, neurons=64, activation="relu")
    wanted, found = states(whole.network), states(slimmed(whole, BATCHES, same).network)
    for layer in whole.network.encoder.bert.encoder.layer:
        layer.intermediate.intermediate_act_fn = nn.ReLU()
    assert (found - wanted).square().mean() < (states(whole.network) - wanted).square().mean() / 2


def test_later_layers_read_words_alone():
    network = slimmed(built(), BATCHES, OTHER).network
    for batch in BATCHES:
        first, second, third = network.encoder.states(batch)
        assert first.shape[1] == second.shape[1] == batch.pieces.shape[1]
        assert third.shape[1] == 1 + batch.last.shape[1]


@pytest.mark.parametrize("wanted", [HALF, OTHER])
def test_a_slim_network_is_what_its_configuration_describes(wanted):
    slim = slimmed(built(), BATCHES, wanted)
    described = Network(slim.bert, LABELS, slim.sizes)
    described.load_state_dict(slim.network.state_dict())
    assert torch.allclose(states(described.eval()), states(slim.network), atol=1e-5)


def test_nothing_drops_out_of_a_slim_network():
    slim = slimmed(built(), BATCHES, HALF).network
    assert torch.equal(states(slim.train()), states(slim))
