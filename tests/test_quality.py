"""The gate: measured quality on our corpus must not fall below what it was.

The floors lie a point below what ``scripts/evaluate.py quotes`` printed when they were set; raise them with it.
"""

import pytest

from evaluating.metric import score
from evaluating.quotes import predict, read_gold
from tests.paths import CORPUS

FLOORS = {"token": 95.4, "strict": 88.3, "lenient": 92.0, "end_to_end": 91.6, "attributed": 94.7}
LEAST_NAMED = 84.0


@pytest.fixture(scope="module")
def scores():
    articles = read_gold(CORPUS)
    return score(articles, predict(articles))


@pytest.mark.parametrize("measure", FLOORS)
def test_quotes_are_found_as_well_as_before(scores, measure):
    assert getattr(scores, measure).f1 >= FLOORS[measure]


def test_speakers_are_resolved_as_well_as_before(scores):
    assert scores.named >= LEAST_NAMED
