import pytest

from quotes.parsing import MODELS
from quotes.parsing.pipeline import embedded_pipeline
from quotes.parsing.view import parse_of

TEXT = "“Why now?” Ada Marlowe's aide asked. She hasn't told the Ministry of Fish in Harbourton that they'd sold it."


@pytest.fixture(scope="module")
def document():
    return embedded_pipeline(models=MODELS)(TEXT)


def test_the_result_is_an_ordinary_stanza_document(document):
    for sentence in document.sentences:
        assert [word.head for word in sentence.words].count(0) == 1
        assert all(word.upos and word.lemma and word.deprel for word in sentence.words)
        assert len(sentence.dependencies) == len(sentence.words)
    asked = next(word for word in document.sentences[0].words if word.text == "asked")
    assert (asked.lemma, asked.upos) == ("ask", "VERB")


def test_no_sentence_ends_between_a_question_and_the_words_that_attribute_it(document):
    assert [sentence.text for sentence in document.sentences] == [TEXT[:36], TEXT[37:]]


def test_named_entities_are_of_words_and_not_of_tokens(document):
    person = document.sentences[0].ents[0]
    assert (person.text, person.type) == ("Ada Marlowe", "person")
    assert TEXT[person.start_char:person.end_char] == person.text


def test_the_view_gives_every_word_its_place_in_the_text(document):
    parse = parse_of(document)
    assert all(parse.text[word.start:word.end] == word.text for word in parse.words)
    assert "".join(word.text for word in parse.words) == "".join(TEXT.split())
    assert [parse.words[i].lemma for i, word in enumerate(parse.words) if word.head == -1] == ["ask", "tell"]


def test_the_attribution_head_proposes_source_cue_and_content(document):
    parse = parse_of(document)
    proposal = max(parse.proposals, key=lambda proposal: proposal.score)
    assert "asked" in {parse.words[i].text for p in parse.proposals for i in p.cue}
    assert proposal.content and proposal.source and 0.5 < proposal.score <= 1
