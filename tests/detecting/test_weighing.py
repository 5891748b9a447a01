import math

import pytest

from quotes.detecting.weighing import chance, weights


def test_weights_add_up_to_log_odds():
    assert chance({"bias": 1.0, "head": 2.0}, {"bias": -1.0, "head": 1.5}) == pytest.approx(1 / (1 + math.exp(-2)))


def test_no_evidence_is_even_odds_and_what_has_no_weight_counts_nothing():
    assert chance({"unheard of": 5.0}, {}) == 0.5


def test_extreme_evidence_stays_a_probability():
    assert 0 < chance({"bias": -1e6}, {"bias": 1.0}) < 1e-9


@pytest.mark.parametrize("with_head", [True, False])
def test_the_shipped_weights_prefer_agreement_and_a_source(with_head):
    known = weights(with_head=with_head)
    assert known["no source"] < 0 and known["embedded"] < 0
    assert (known["alike"] > 0) == with_head
