"""From scores to shares."""

import pytest

from quotes.detecting import detect, patterns
from quotes.detecting.article import Article
from quotes.detecting.calibrating import calibrated, calibration
from quotes.detecting.choosing import attributions, weighed
from quotes.detecting.weighing import weights
from tests.detecting.short import tree

KNOTS = ((0.4, 0.3), (0.6, 0.5), (0.9, 0.98))


@pytest.mark.parametrize("score, share", [(0.4, 0.3), (0.5, 0.4), (0.6, 0.5), (0.75, 0.74), (0.9, 0.98)])
def test_between_two_knots_lies_a_straight_line(score, share):
    assert calibrated(score, KNOTS) == pytest.approx(share)


def test_beyond_the_outermost_knots_their_share_holds():
    assert calibrated(0.0, KNOTS) == 0.3 and calibrated(1.0, KNOTS) == 0.98


def test_without_a_table_a_score_is_what_it_was():
    assert calibrated(0.7, ()) == 0.7


@pytest.mark.parametrize("with_head", [True, False])
def test_the_shipped_table_keeps_the_order_of_scores(with_head):
    knots = calibration(with_head=with_head)
    assert len(knots) > 3
    for numbers in zip(*knots, strict=True):
        assert list(numbers) == sorted(numbers) and 0 <= numbers[0] and numbers[-1] <= 1


def test_the_confidence_of_what_is_detected_is_the_share_that_goes_with_its_score():
    parse = tree("""
        Ann     Ann   PROPN NNP 2 nsubj
        said    say   VERB  VBD 0 root
        it      it    PRON  PRP 4 nsubj
        rained_ rain  VERB  VBD 2 ccomp
        .       .     PUNCT .   2 punct
    """)
    article = Article(parse)
    candidates = weighed(article, [], patterns.candidates(article), weights(with_head=False))
    [raw] = attributions(article, candidates)
    [found] = detect(parse)
    assert found.confidence == calibrated(raw.confidence, calibration(with_head=False)) != raw.confidence
