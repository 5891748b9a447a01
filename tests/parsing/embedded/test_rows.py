"""Windows one after another, and where attention has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.embedded.rows import MOST, PLACES, ROUND, Row, batched, batches, laid_out, one_after_another

lengths = st.lists(st.integers(3, 512), min_size=1, max_size=40)


def row(length, seed=0):
    pieces = np.random.default_rng(seed).integers(1, 1000, length)
    return Row(pieces, pieces % 9, pieces % 2, np.arange(1, length - 1))


@given(lengths)
def test_every_window_is_in_one_batch_and_none_has_too_many_rows(of_windows):
    batches = list(batched(of_windows))
    assert sorted(at for batch in batches for at in batch) == list(range(len(of_windows)))
    assert all(sum(of_windows[at] for at in batch) <= MOST or len(batch) == 1 for batch in batches)


@given(st.lists(st.integers(3, 150), min_size=1, max_size=5).map(sorted))
def test_the_pieces_of_windows_come_one_after_another(of_windows):
    rows = [row(length, seed) for seed, length in enumerate(of_windows)]
    read = one_after_another(rows)
    total = sum(of_windows)
    assert len(read.pieces) % ROUND == 0 and 0 <= len(read.pieces) - total < ROUND
    assert read.pieces[:total].tolist() == [piece for one in rows for piece in one.pieces]
    assert read.positions[:total].tolist() == [at for length in of_windows for at in range(length)]


@given(st.lists(st.integers(1, 150), min_size=1, max_size=7))
def test_rows_and_places_of_attention_lead_to_each_other(of_windows):
    layout, total = laid_out(of_windows), sum(of_windows)
    positions = np.concatenate([np.arange(length) for length in of_windows])
    assert len(layout.place_of) % ROUND == 0 and 0 <= len(layout.place_of) - total < ROUND
    assert layout.row_at[layout.place_of[:total]].tolist() == list(range(total))
    assert sorted(length for alike in layout.windows for length in alike.lengths) == sorted(of_windows)
    assert len({alike.places for alike in layout.windows}) == len(layout.windows), "as few groups as can be"
    for alike in layout.windows:
        assert alike.places % PLACES == 0 and all(length <= alike.places for length in alike.lengths)
        for number, length in enumerate(alike.lengths):
            first = layout.row_at[alike.start + number * alike.places]
            assert (positions[first:first + length] == np.arange(length)).all()


def test_the_root_and_the_words_of_each_window_are_found_again():
    first, second = row(5), row(7)
    read = one_after_another([first, second])
    assert read.spans == (slice(1, 4), slice(5, 10))
    assert len(read.words) == ROUND and read.words[:10].tolist() == [0, 1, 2, 3, 5, 6, 7, 8, 9, 10]
    assert [alike.lengths for alike in read.of_words.windows] == [(4, 6)]


@given(st.lists(st.integers(1, 30)))
def test_batches_hold_every_sequence_in_order_and_no_more_than_they_may(lengths):
    found = list(batches(lengths, 20))
    assert [at for batch in found for at in batch] == list(range(len(lengths)))
    assert all(sum(lengths[at] for at in batch) <= 20 or len(batch) == 1 for batch in found)
