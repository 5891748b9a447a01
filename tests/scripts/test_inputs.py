"""Where the inputs of layers lie: of what a layer reads, without the padding of a batch."""

import pytest

from tests.scripts.test_slimming import BATCHES, HALF, OTHER, built
from training.inputs import inputs_of
from training.slimming import slimmed


@pytest.mark.parametrize("wanted", [HALF, OTHER])
def test_every_layer_in_8_bit_has_a_range(wanted):
    network = slimmed(built(), BATCHES, wanted).network
    ranges = inputs_of(network, BATCHES)
    assert len(ranges) == 4 * len(network.encoder.bert.encoder.layer) + 2
    assert all(least < largest for least, largest in ranges.values())
    rectified = [least for name, (least, _) in ranges.items() if name.endswith(".output.dense")
                 and "attention" not in name]
    assert all(least == 0 for least in rectified) == (wanted.activation == "relu")


def test_padding_is_not_looked_at():
    network = slimmed(built(), BATCHES, OTHER).network
    for batch in BATCHES:
        alone = inputs_of(network, [batch])
        network.encoder.bert.embeddings.word_embeddings.weight.data[0] += 100.0  # the piece that batches are filled with
        assert inputs_of(network, [batch]) == alone
        network.encoder.bert.embeddings.word_embeddings.weight.data[0] -= 100.0
