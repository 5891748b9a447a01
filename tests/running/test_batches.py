"""Documents in batches of bounded size."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Document
from quotes.running.batches import EACH, KNOWN, batches


def documents(lengths):
    return [Document(str(number), "x" * length, "") for number, length in enumerate(lengths)]


@given(st.lists(st.integers(0, 3000), max_size=40))
def test_every_document_is_in_one_batch_in_order_and_only_a_single_one_exceeds_the_limit(lengths):
    given_ones = documents(lengths)
    found = list(batches(given_ones, first=500, most=2000))
    assert [document for batch in found for document in batch.documents] == given_ones
    for number, batch in enumerate(found):
        size = sum(len(document.text) + EACH for document in batch.documents)
        assert size <= min(500 * 2 ** number, 2000) or len(batch.documents) == 1


def test_batches_are_the_same_whoever_asks_for_them():
    lengths = [100, 5000, 40, 70_000, 90_000, 3] * 5
    assert list(batches(documents(lengths))) == list(batches(iter(documents(lengths))))


def test_the_first_batch_is_small_so_that_its_rows_come_at_once():
    first, second, *_ = batches(documents([1500] * 50))
    assert len(first.documents) < 4 < len(second.documents)


def test_documents_are_read_only_as_batches_are_asked_for():
    read = []

    def reading():
        for document in documents([0] * 100_000):
            read.append(document)
            yield document

    next(batches(reading()))
    assert len(read) < 100


def test_what_is_known_takes_less_room_and_is_not_among_the_texts_to_search():
    given_ones = [Document("a", "new", ""), *(Document(str(n), "old" * 30, "") for n in range(300))]
    found = list(batches(given_ones, known=lambda text: None if text == "new" else [], first=2000, most=2000))
    assert [text for batch in found for text in batch.texts] == ["new"]
    assert found[0].known[:3] == [None, [], []]
    assert len(found[0].documents) > 2000 / (90 + EACH) * KNOWN / 2
