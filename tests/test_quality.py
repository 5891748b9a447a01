"""The gate: measured quality on our corpus must not fall below what it was.

The floors lie a point below what ``scripts/evaluate.py quotes`` printed when they were set; raise them with it.
"""

import pytest

from evaluating.metric import score
from evaluating.quotes import predict, read_gold
from tests.paths import CORPUS

FLOORS = {"token": 96.3, "strict": 89.1, "lenient": 93.0, "end_to_end": 92.6, "attributed": 95.8}
LEAST_NAMED = 85.1


@pytest.fixture(scope="module")
def scores():
    articles = read_gold(CORPUS)
    return score(articles, predict(articles))


@pytest.mark.parametrize("measure", FLOORS)
def test_quotes_are_found_as_well_as_before(scores, measure):
    assert getattr(scores, measure).f1 >= FLOORS[measure]


def test_speakers_are_resolved_as_well_as_before(scores):
    assert scores.named >= LEAST_NAMED
