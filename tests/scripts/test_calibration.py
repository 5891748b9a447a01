"""How the confidence of what is found is measured and learned."""

import pytest

from evaluating.calibration import (
    Judged,
    curve,
    expected_error,
    judged,
    judged_speakers,
    reliability,
    report,
    with_speakers,
)
from quotes.detecting.article import Article
from quotes.detecting.calibrating import calibrated
from quotes.detecting.candidate import Candidate
from tests.detecting.short import tree
from training.calibrating import ROWS, knots_of
from training.weighing import FOLDS, calibrated_records

TEXT = "Ann said it rains. Bob says no, she says."


def quote(content, source, *, confidence=0.9, speaker=None, **more):
    def spans(part):
        return [[TEXT.index(part), TEXT.index(part) + len(part)]]
    return {"content": spans(content), "source": spans(source), "confidence": confidence, "speaker": speaker,
            "speaker_confidence": 0.8, **more}


GOLD = [{"id": "a", "text": TEXT, "quotes": [quote("it rains", "Ann"), quote("no", "Bob")]}]
KNOWN = [{"id": "a", "speakers": [{"index": 0, "name": "Ann Lee", "aliases": ["Ann"], "sure": True},
                                  {"index": 1, "name": "Bob", "sure": False}]}]


def rows(confidence, *, right, wrong):
    return [Judged(0, confidence, number < right) for number in range(right + wrong)]


def test_a_quote_is_right_with_its_words_and_its_source():
    found = {"a": [quote("rains", "Ann", confidence=0.7), quote("no", "Ann", confidence=0.6), quote("she", "Bob")]}
    assert judged(GOLD, found) == [Judged(0, 0.7, True), Judged(0, 0.6, False), Judged(0, 0.9, False)]


def test_speakers_are_judged_where_they_are_known_and_given():
    gold = with_speakers(GOLD, KNOWN)
    for name, right in (("Ann", True), ("Ms Ann Lee", True), ("Bob", False)):
        found = {"a": [quote("it rains", "Ann", speaker=name), quote("no", "Bob", speaker="Bob")]}
        assert judged_speakers(gold, found) == [Judged(0, 0.8, right)]
    assert judged_speakers(gold, {"a": [quote("it rains", "Ann")]}) == []


def test_articles_whose_speakers_nobody_noted_are_left_out():
    assert with_speakers([*GOLD, {**GOLD[0], "id": "b"}], KNOWN)[0]["id"] == "a"
    assert len(with_speakers([*GOLD, {**GOLD[0], "id": "b"}], KNOWN)) == 1


def test_what_is_as_often_right_as_it_says_has_no_error():
    assert expected_error(reliability(rows(0.75, right=3, wrong=1) + rows(1.0, right=2, wrong=0))) == 0


def test_the_error_is_the_mean_distance_over_all_rows():
    half, all_ = rows(0.75, right=1, wrong=1), rows(1.0, right=2, wrong=0)
    assert expected_error(reliability(half + all_)) == pytest.approx(0.125)


def test_the_report_tells_how_much_of_the_surest_is_right():
    told = report("quotes", rows(0.95, right=3, wrong=1) + rows(0.5, right=1, wrong=1))
    assert "4 of 6 at 0.9 or more, of which 0.750 right" in told


def test_the_curve_has_a_row_for_each_cut_off():
    lines = curve(GOLD, {0.2: {"a": GOLD[0]["quotes"]}, 0.5: {"a": GOLD[0]["quotes"][:1]}}).splitlines()
    assert [line.split()[2:] for line in lines[1:]] == [["100.0", "100.0", "100.00"], ["100.0", "50.0", "66.67"]]


def test_the_learned_table_gives_the_share_that_was_right():
    learned = knots_of(rows(0.3, right=30, wrong=ROWS - 30) + rows(0.6, right=90, wrong=ROWS - 90))
    assert learned == ((0.3, 0.25), (0.6, 0.75))
    assert calibrated(0.45, learned) == pytest.approx(0.5)


def test_where_the_share_falls_with_the_score_the_two_are_one():
    half = ROWS // 2
    learned = knots_of(rows(0.3, right=half, wrong=half) + rows(0.6, right=30, wrong=ROWS - 30)
                       + rows(0.9, right=ROWS, wrong=0))
    assert learned == ((0.45, 0.375), (0.9, 1.0))


def test_little_is_one_bin_and_nothing_no_table():
    assert knots_of(rows(0.5, right=1, wrong=1)) == ((0.5, 0.5),)
    assert knots_of([]) == ()


def test_an_article_is_calibrated_by_the_others_alone():
    parse = tree("""
        Ann     Ann   PROPN NNP 2 nsubj
        said    say   VERB  VBD 0 root
        yes_    yes   INTJ  UH  2 ccomp
        .       .     PUNCT .   2 punct
    """)
    gold = {"content": [[9, 12]], "source": [[0, 3]]}
    articles = [{"id": str(number), "text": parse.text, "quotes": [gold] if number else []} for number in range(FOLDS)]
    weighed = [(Article(parse), [Candidate((1,), (2,), (0,), 0.7, "speech", "clause")])] * FOLDS
    first, *others = (one["confidence"] for [one] in calibrated_records(articles, weighed).values())
    assert first == 1.0
    assert set(others) == {1 - 1 / (FOLDS - 1)}
