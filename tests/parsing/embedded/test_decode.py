import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.embedded.decode import attribution_words, tree_heads


def is_tree(heads):
    """One root, and every word hangs on it."""
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return list(heads).count(0) == 1


def trees(scores, lengths):
    """The heads by these scores, none its own."""
    for of_window in scores:
        np.fill_diagonal(of_window[:, 1:], -np.inf)
    return tree_heads(scores, lengths)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 10_000))
def test_every_sentence_becomes_a_tree_with_one_root(lengths, seed):
    count = sum(lengths)
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    heads = trees([scores], [lengths])
    start = 0
    for length in lengths:
        assert is_tree(heads[start:start + length])
        start += length


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=3), min_size=2, max_size=4), st.integers(0, 10_000))
def test_the_trees_of_a_window_do_not_depend_on_other_windows(lengths, seed):
    random = np.random.default_rng(seed)
    scores = [random.normal(size=(sum(counts), sum(counts) + 1)).astype(np.float32) for counts in lengths]
    alone = [trees([of_window], [counts]) for of_window, counts in zip(scores, lengths)]
    assert trees(scores, lengths).tolist() == np.concatenate(alone).tolist()


def test_the_best_heads_are_taken_where_they_make_a_tree():
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert trees([scores], [[3]]).tolist() == [2, 0, 2]


def test_no_word_hangs_on_a_word_of_another_sentence():
    scores = np.full((4, 5), -5.0, dtype=np.float32)
    scores[0, 3] = scores[2, 1] = 9.0
    assert trees([scores], [[2, 2]]).tolist() == [0, 1, 0, 1]


def test_of_two_words_that_want_to_be_the_root_the_one_that_gains_most_is_it():
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 0], scores[0, 3] = 5.0, 4.0
    scores[1, 1] = 5.0
    scores[2, 0] = 5.0
    assert trees([scores], [[3]]).tolist() == [3, 1, 0]


@given(st.integers(2, 5), st.integers(0, 10_000))
def test_no_tree_with_one_root_scores_better(length, seed):
    scores = np.random.default_rng(seed).normal(size=(length, length + 1)).astype(np.float32)
    heads = trees([scores], [[length]])
    best = max(sum(scores[word, head] for word, head in enumerate(choice))
               for choice in itertools.product(range(length + 1), repeat=length) if is_tree(choice))
    assert sum(scores[word, head] for word, head in enumerate(heads)) >= best - 1e-4


def test_a_word_wanted_by_two_attributions_goes_to_the_likelier():
    anchors = np.array([0.9, 0.6])
    roles = np.zeros((2, 4, 5))
    roles[:, 0] = 0.1
    roles[0, 1, 1:4] = 0.8
    roles[1, 1, 3:5] = 0.9
    roles[0, 3, 0] = roles[1, 2, 0] = 1.0
    (cue, content, source), (_, other, other_source) = attribution_words(anchors, roles)
    assert (cue, content, source) == ([0], [1, 2, 3], [])
    assert (other, other_source) == ([4], [0])
