"""Documents whose Stanza objects are made when they are asked for."""

import copy

import pytest
import stanza

from quotes.parsing.embedded.plain import Plain, PlainDocument, Token, names_in, plain_of, spans_of, words_of
from quotes.parsing.pipeline import embedded_pipeline
from quotes.parsing.view import parse_of

TEXT = "“Why now?” Ada Marlowe's aide asked. She hasn't told the Ministry of Fish in Harbourton that they'd sold it."


@pytest.fixture(scope="module")
def pipeline():
    return embedded_pipeline()


def test_the_parse_is_the_same_before_and_after_the_objects_are_made(pipeline):
    document = pipeline(TEXT)
    before = parse_of(document)
    assert document.plain is not None and before.entities and before.proposals
    assert len(document.sentences) == 2 and document.plain is None
    assert parse_of(document) == before


def test_what_is_asked_for_first_makes_no_difference(pipeline):
    one, other = pipeline(TEXT), pipeline(TEXT)
    assert [entity.text for entity in one.ents] == ["Ada Marlowe", "Ministry of Fish", "Harbourton"]
    assert [sentence.text for sentence in other.sentences] == [TEXT[:36], TEXT[37:]]
    assert f"{one:C}" == f"{other:C}" and one.to_dict() == other.to_dict()
    assert (one.num_tokens, one.num_words) == (other.num_tokens, other.num_words) == (24, 27)


def test_counts_need_no_objects(pipeline):
    document = pipeline(TEXT)
    assert (document.num_tokens, document.num_words) == (24, 27) and document.plain is not None


def test_what_is_changed_in_the_objects_is_in_the_parse(pipeline):
    document = pipeline(TEXT)
    document.sentences[0].words[0].lemma = "changed"
    assert parse_of(document).words[0].lemma == "changed"


def test_an_ordinary_document_of_somebody_elses_is_read_and_filled_in_place(pipeline):
    own = stanza.Document([[{"id": (at,), "text": token.text, "start_char": token.start, "end_char": token.end}
                            for at, token in enumerate(tokens, 1)] for tokens in
                           plain_of(pipeline(TEXT[37:], processors="tokenize")).sentences], text=TEXT[37:])
    assert pipeline(own, processors="joint") is own
    assert [word.head for word in own.sentences[0].words].count(0) == 1 and own.sentences[0].doc is own
    assert [(entity.text, entity.doc is own) for entity in own.ents] == [("Ministry of Fish", True),
                                                                         ("Harbourton", True)]


def test_a_copy_is_a_document_of_its_own(pipeline):
    document = pipeline(TEXT)
    other = copy.deepcopy(document)
    assert len(other.sentences) == 2 and document.plain is not None


def test_words_of_a_token_share_out_its_place():
    tokens = [Token(0, 3, "She", False), Token(4, 10, "hasn't", True, ("has", "n't")), Token(11, 15, "sold", False)]
    assert words_of(tokens) == ["She", "has", "n't", "sold"]
    assert spans_of(tokens) == [(0, 3), (4, 7), (7, 10), (11, 15)]


def test_a_token_of_several_words_is_marked_until_it_is_taken_apart():
    document = PlainDocument("can't", Plain([[Token(0, 5, "can't", True)]]))
    assert document.sentences[0].tokens[0].misc == "MWT=Yes"


def test_names_are_runs_of_tags_of_one_kind():
    tags = ["B-person", "I-person", "O", "I-place", "B-place", "I-organization", "O"]
    assert names_in(tags) == [("person", 0, 2), ("place", 3, 4), ("place", 4, 5), ("organization", 5, 6)]
