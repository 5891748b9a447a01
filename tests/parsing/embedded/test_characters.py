import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.embedded.characters import best, best_chance, distinct_in
from training.characters import log_chances


def test_the_likeliest_label_is_that_of_all_five():
    scores = 2 * torch.randn(2000, 3, generator=torch.manual_seed(0))
    chances = log_chances(scores)
    assert torch.allclose(chances.exp().sum(1), torch.ones(2000))
    assert torch.equal(best(scores), chances.argmax(1))
    assert torch.allclose(best_chance(scores), chances.amax(1).exp())


def test_a_label_says_what_ends():
    word, sentence, multi, both, none = torch.tensor([[9, -9, -9], [9, 9, -9], [9, -9, 9], [9, 9, 9], [-9, 9, 9.0]])
    assert best(torch.stack([none, word, sentence, multi, both])).tolist() == [0, 1, 2, 3, 4]


@given(st.lists(st.text(min_size=1), min_size=1))
def test_characters_are_found_again_among_the_different_ones(texts):
    distinct, at = distinct_in([np.array(list(map(ord, text)), dtype=np.uint32) for text in texts])
    assert ["".join(distinct[place] for place in places) for places in at] == texts
    assert len(set(distinct)) == len(distinct)
