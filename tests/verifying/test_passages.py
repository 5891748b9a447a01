from quotes.verifying.passages import OUTSIDE, said, whole
from tests.verifying.corpus import article


def sentences(passage):
    found = {}
    for word, number in zip(passage.words, passage.sentence):
        found.setdefault(number, []).append(passage.document.text[word.start:word.end])
    return [" ".join(words) for words in found.values()]


def test_sentences_end_at_full_stops_but_not_at_abbreviations():
    document, _ = article("We met Mr. Lee in the U.S. Senate. He left at 3.5 knots! Then what? nothing.")
    assert sentences(whole(document)) == ["We met Mr Lee in the U.S. Senate", "He left at 3.5 knots",
                                          "Then what nothing"]


def test_only_what_is_between_marks_is_marked():
    document, quotes = article("She ⟦Ann Lee|called it “a mess” and left⟧.")
    (passage,) = said(document, quotes)
    assert [key for key, at in zip(passage.keys, passage.marked) if at != OUTSIDE] == ["a", "mess"]


def test_direct_quotes_with_only_their_attribution_between_them_are_one_speech():
    document, quotes = article("⟦Ann Lee|“We came,”⟧ said Ann Lee. ⟦Ann Lee|“We saw.”⟧ ⟦Bo Dahl|“Oh.”⟧ Bo Dahl said.")
    speeches = [passage for passage in said(document, quotes) if len(passage.quotes) > 1]
    assert [passage.keys for passage in speeches] == [("we", "came", "we", "saw")]


def test_a_passage_stands_where_its_words_do():
    document, quotes = article("⟦Ann Lee|“We came, all of us.”⟧")
    (passage,) = said(document, quotes)
    (span,) = passage.spans(1, 4)
    assert document.text[slice(*span)] == "came, all of"
