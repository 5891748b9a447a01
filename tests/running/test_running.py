"""Batches to outcomes: in this process, or in several where there is enough to do."""

import os

import pytest

from quotes.data import Document
from quotes.running import Failure, batches, run, usable_cores
from tests.running import works


def documents(count, *, text="word " * 20):
    return [Document(f"{number}.txt", f"{text}{number}", "") for number in range(count)]


def here(texts):
    return [os.getpid() for _ in texts]


def outcomes(documents, *, workers, little=1000, known=None):
    found = run(batches(documents, known=known), here, workers=workers, load=works.tell_process, little=little)
    return [(document.name, outcome) for batch, of_batch in found for document, outcome in zip(batch.documents, of_batch)]


def test_one_worker_is_this_process():
    assert outcomes(documents(30), workers=1) == [(f"{n}.txt", os.getpid()) for n in range(30)]


def test_little_to_do_needs_no_other_process():
    assert {process for _, process in outcomes(documents(5), workers=2)} == {os.getpid()}


def test_much_to_do_is_done_by_others_in_the_same_order():
    found = outcomes(documents(100), workers=2)
    assert [name for name, _ in found] == [f"{n}.txt" for n in range(100)]
    assert os.getpid() not in {process for _, process in found}


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_known_is_given_as_it_is_and_never_searched(workers):
    found = outcomes(documents(500), workers=workers, known=lambda text: None if text.endswith("7") else ["known"])
    assert [name for name, outcome in found if outcome != ["known"]] == [f"{n}.txt" for n in range(7, 500, 10)]


def test_documents_are_not_all_read_to_see_how_many_there_are():
    read = []

    def reading():
        for document in documents(20_000, text="word " * 100):
            read.append(document)
            yield document

    found = run(batches(reading(), known=lambda text: []), here, workers=2, load=works.tell_process)
    next(found)
    assert len(read) < 15_000
    found.close()


def test_a_text_whose_process_dies_twice_is_a_failure_and_the_rest_is_done():
    texts = [Document("a.txt", "fine" * 300, ""), Document("b.txt", "die", ""), Document("c.txt", "fine", "")]
    (_, found), = run(batches(texts), here, workers=2, load=works.obey, little=0)
    assert found[0] == "fine" * 300 and found[2] == "fine"
    assert isinstance(found[1], Failure) and "ended twice (killed by SIGKILL, then killed by SIGKILL)" in found[1].reason
    assert "fewer workers" in found[1].hint


def test_the_usual_number_of_workers_is_what_this_process_may_use():
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count())
    assert 1 <= usable_cores() <= len(allowed)
