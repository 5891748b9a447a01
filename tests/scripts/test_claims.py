from collections import Counter
from pathlib import Path

import pytest

from claims import answered, report
from evaluating.claims import cases
from evaluating.documents import documents
from evaluating.quotes import read_gold

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def results():
    corpus = documents(read_gold(CORPUS))
    made = cases(corpus, each=12, seed=1)
    return list(zip(made, answered(made, corpus)))


def test_there_are_claims_for_every_verdict_and_kind_of_change(results):
    counts = Counter((case.verdict, case.kind) for case, _ in results)
    assert len(counts) == 14 and min(counts.values()) >= 12


def test_verdicts_and_kinds_of_change_stay_as_right_as_they_were(results):
    wrong = [case for case, checked in results if checked.verdict != case.verdict]
    other = [case for case, checked in results if case.kind and case.kind not in {one.kind for one in checked.changes}]
    assert len(wrong) <= 0.03 * len(results), wrong
    assert len(other) <= 0.05 * sum(bool(case.kind) for case, _ in results), other


def test_no_changed_number_or_negation_is_called_verbatim(results):
    assert not [case for case, checked in results
                if case.kind in ("number", "negation") and checked.verdict == "verbatim"]


def test_evidence_is_where_it_says(results):
    for _, checked in results:
        for one in checked.evidence:
            assert one.text == " … ".join(one.document.text[start:end] for start, end in one.spans)
            assert all(start < end for start, end in one.spans)


def test_the_report_has_a_row_for_each(results):
    lines = report(results).splitlines()
    assert lines[-2].startswith("all") and lines[-1] == "altered in a number or a negation, and called verbatim: 0"
