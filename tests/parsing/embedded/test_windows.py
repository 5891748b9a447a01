from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.embedded.batches import collate
from quotes.parsing.embedded.pieces import SHAPES, shape_of
from quotes.parsing.embedded.windows import LONGEST, Sentence, row_of, windows_of


class OnePieceAWord:
    """Stands in for the word pieces: every word is one piece."""

    start, end, unknown, masked, padding = 101, 102, 100, 103, 0
    shape_of = staticmethod(shape_of)

    def split(self, words):
        return [(7,) for _ in words]


MAKER = OnePieceAWord()


def sentence(words, *, opens=False):
    return Sentence(("word",) * words, opens)


sentences = st.lists(st.builds(sentence, st.integers(1, 60), opens=st.booleans()), min_size=1, max_size=30)


@given(sentences)
def test_windows_hold_every_sentence_once_and_in_order(given_sentences):
    windows = windows_of(given_sentences, MAKER, size=64)
    assert [s for window in windows for s in window.sentences] == given_sentences
    assert [window.first for window in windows] == [
        sum(len(w.sentences) for w in windows[:i]) for i in range(len(windows))]


@given(sentences)
def test_a_window_is_no_larger_than_asked_for_unless_one_sentence_is(given_sentences):
    for window in windows_of(given_sentences, MAKER, size=64):
        assert window.size <= 64 or len(window.sentences) == 1
        assert window.size <= LONGEST + 2


def test_paragraphs_are_kept_whole():
    paragraph = [sentence(20, opens=True), sentence(20)]
    windows = windows_of(paragraph * 3, MAKER, size=64)
    assert [window.first for window in windows] == [0, 2, 4]


def test_a_paragraph_too_large_for_a_window_is_cut_at_a_sentence_end():
    windows = windows_of([sentence(30, opens=True), sentence(30), sentence(30)], MAKER, size=64)
    assert [window.first for window in windows] == [0, 2]


class TwoPiecesAWord(OnePieceAWord):
    def split(self, words):
        return [(7, 8) for _ in words]


def test_every_piece_has_the_shape_of_its_word_and_says_whether_that_opens_a_paragraph():
    maker = TwoPiecesAWord()
    (window,) = windows_of([Sentence(("NATO", "spoke"), True), Sentence(("It", "did"), False),
                            Sentence(("2022",), True)], maker)
    ids, shapes, breaks, last = row_of(window, maker)
    assert ids.tolist() == [101, 7, 8, 7, 8, 7, 8, 7, 8, 102, 7, 8, 102]
    names = ("ALLCAPS", "lower", "Capital", "lower")
    assert [SHAPES[shape] for shape in shapes[[*last]]] == [*names, "digits"]
    assert shapes[last - 1].tolist() == shapes[last].tolist() and not shapes[[0, 9, 12]].any()
    assert breaks.tolist() == [0, 1, 1, *[0] * 7, 1, 1, 0]
    assert last.tolist() == [2, 4, 6, 8, 11]


def test_a_batch_points_at_the_last_piece_of_each_word_and_at_the_words_of_each_sentence():
    windows = windows_of([sentence(2, opens=True), sentence(3, opens=True), sentence(200, opens=True)], MAKER, size=64)
    batch = collate(windows, MAKER)
    assert batch.last[0, :5].tolist() == [1, 2, 4, 5, 6]  # place 3 is the mark between the paragraphs
    assert batch.breaks[0, :7].tolist() == [0, 1, 0, 0, 1, 0, 0]
    assert batch.pieces.shape[1] % 16 == 0
    words = batch.word_mask.shape[1]
    assert batch.sentence_words[1][batch.sentence_mask[1]].tolist() == [2, 3, 4]
    assert batch.sentence_words[2, 0] == words and batch.sentence_window.tolist() == [0, 0, 1]
