"""Sequences that are read side by side, and one after another with a stop between."""

import pytest
import torch

from quotes.parsing.embedded.recurrent import HEADS, Recurrent, side_by_side

UNITS, FEATURES, HIDDEN = 8, 2, 16


@pytest.mark.parametrize("lengths", [[5], [1, 1], [9, 5, 4, 3, 3, 1], [7] * 50, [1000, 1]])
def test_sequences_never_touch_and_fill_their_lanes(lengths):
    places = side_by_side(lengths, lanes=4)
    taken = {}
    for number, of_sequence in enumerate(places.of_sequences):
        assert len(of_sequence) == lengths[number]
        assert set(of_sequence[1:] - of_sequence[:-1]) <= {places.lanes}
        taken |= dict.fromkeys(of_sequence.tolist(), number)
    assert len(taken) == sum(lengths) and max(taken) < places.steps * places.lanes
    assert all(taken.get(place + places.lanes, number) == number for place, number in taken.items())
    assert places.steps <= max(lengths) + sum(lengths) / places.lanes + len(lengths)


@pytest.fixture(scope="module", params=[torch.float32, torch.bfloat16], ids=str)
def network(request):
    torch.manual_seed(0)
    layers = {"rnn": torch.nn.LSTM(UNITS + FEATURES, HIDDEN, bidirectional=True),
              "rnn2": torch.nn.LSTM(2 * HIDDEN, HIDDEN, bidirectional=True)}
    state = {f"{name}.{part}": 3 * weight for name, layer in layers.items() for part, weight in layer.state_dict().items()}
    for name in HEADS:
        state |= {f"{name}.weight": torch.randn(1, 2 * HIDDEN), f"{name}.bias": torch.randn(1),
                  f"{name}2.weight": torch.randn(1, 2 * HIDDEN)}
    return Recurrent.of(state | {"embeddings.weight": torch.randn(4, UNITS)}, temperature=0.5, dtype=request.param)


def read(network, rows, *, lanes):
    places = side_by_side([len(row) for row in rows], lanes=lanes)
    inputs = torch.zeros(places.steps * places.lanes, rows[0].shape[1], dtype=network.dtype)
    inputs[:, -1] = 1
    for row, of_sequence in zip(rows, places.of_sequences):
        inputs[of_sequence] = row
    scores = network(inputs.view(places.steps, places.lanes, -1)).flatten(0, 1)
    return [scores[of_sequence] for of_sequence in places.of_sequences]


def test_a_sequence_is_read_the_same_alone_and_with_others_to_the_last_bit(network):
    sequences = [torch.randn(length, UNITS + FEATURES) for length in (60, 41, 33, 20, 9, 2, 1)]
    rows = [torch.nn.functional.pad(sequence, (0, 1)).to(network.dtype) for sequence in sequences]
    alone = [scores for row in rows for scores in read(network, [row], lanes=1)]
    for lanes in (1, 2, 3):
        assert all(map(torch.equal, alone, read(network, rows, lanes=lanes)))
