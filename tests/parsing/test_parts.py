"""Long texts in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Span
from quotes.parsing import Parser, pipeline
from quotes.parsing.parts import joined, parts_of

TEXT = ("“Nobody told us,” said Ada Marlowe. She asked why.\n\n"
        "The ministry of fish denied it. According to Reed, “it is over”.\n\nThey left.")


@given(st.text("ab .\n", max_size=200), st.integers(1, 50))
def test_parts_are_the_whole_text_and_none_is_too_long(text, longest):
    parts = parts_of(text, longest=longest)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(0 < len(text[start:end].rstrip()) <= longest or not text[start:end].strip() for start, end in parts)


def test_parts_end_between_paragraphs():
    assert [TEXT[start:end].split()[0] for start, end in parts_of(TEXT, longest=70)] == ["“Nobody", "The", "They"]
    assert len(parts_of(TEXT)) == 1


def test_a_paragraph_too_long_is_cut_at_white_space_and_a_word_too_long_anywhere():
    assert parts_of("one two three", longest=9) == [Span(0, 8), Span(8, 13)]
    assert parts_of("a" * 25, longest=10) == [Span(0, 10), Span(10, 20), Span(20, 25)]


@pytest.fixture(scope="module")
def parser():
    return Parser()


def test_the_words_of_parts_stand_where_they_stand_in_the_text(parser):
    parts = [(part, parser.parse([TEXT[part.start:part.end]])[0]) for part in parts_of(TEXT, longest=70)]
    parse = joined(TEXT, parts)
    whole = parser.parse([TEXT])[0]
    assert [(word.index, word.text, word.start, word.end, word.sentence) for word in parse.words] == \
        [(word.index, word.text, word.start, word.end, word.sentence) for word in whole.words]
    assert parse.sentences == whole.sentences
    heads = [parse.words[word.head].sentence for word in parse.words if word.head >= 0]
    assert heads == [word.sentence for word in parse.words if word.head >= 0]
    assert [parse.words[at].text for proposal in parse.proposals for at in proposal.cue] == \
        [part.words[at].text for _, part in parts for proposal in part.proposals for at in proposal.cue]
    assert [parse.words[entity.first].text for entity in parse.entities] == \
        [part.words[entity.first].text for _, part in parts for entity in part.entities]


def test_a_long_text_is_parsed_in_parts(parser, monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST", 70)
    monkeypatch.setattr(pipeline, "parts_of", lambda text: parts_of(text, longest=70))
    long, short = parser.parse([TEXT, "No end"])
    assert long.text == TEXT and {word.sentence for word in long.words} == set(range(5))
    assert [word.text for word in short.words] == ["No", "end"]
