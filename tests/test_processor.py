"""The Stanza processor ``quotes`` in pipelines of one's own."""

import pytest

from quotes import Finder
from quotes.finder import document_of

PROCESSORS = "tokenize,pos,lemma,depparse,quotes"
TEXT = "“The water is safe,” said Edna Farrow. The council said that the train was very late."


@pytest.fixture(scope="module")
def pipeline_of(stanza_folder):
    import stanza

    import quotes.processor  # noqa: F401  registers the processor

    def build(processors):
        return stanza.Pipeline("en", dir=str(stanza_folder), package="tiny", processors=processors,
                               download_method=None, use_gpu=False, verbose=False)

    return build


@pytest.fixture(scope="module")
def pipeline(pipeline_of):
    return pipeline_of(PROCESSORS)


@pytest.fixture(scope="module")
def finder(stanza_folder):
    return Finder(package="tiny", model_dir=stanza_folder)


def test_a_document_has_the_quotes_of_its_text_in_order(pipeline):
    document = pipeline(TEXT)
    assert [(quote.speaker.mention, quote.quote) for quote in document.quotes] == [
        ("Edna Farrow", "“The water is safe,”"), ("The council", "that the train was very late")]
    assert [TEXT[start:end] for quote in document.quotes for start, end in quote.spans] == [
        quote.quote for quote in document.quotes]


def test_documents_processed_together_keep_their_own_quotes(pipeline):
    documents = pipeline.bulk_process([TEXT, "The plan works.", TEXT[:38]])
    assert [len(document.quotes) for document in documents] == [2, 0, 1]


@pytest.mark.parametrize("text", [
    TEXT,
    "\ufeff“The wa\u00adter is safe,” said Edna Far\u200brow.\n\nThe cou\u00adncil said that the train was late.",
    "Dr. Edna J. Farrow said that the train was very late. “The water is safe,” she said.",
    "The water is safe, says council\n\n"
    "The council said on Monday that the train was very late and the water was safe.",
    f"{'x' * 400} “The water is safe,” said Edna Farrow.",
    "\u200b",
], ids=["plain", "unseen characters", "a sentence that goes on", "a headline", "an overlong run", "nothing to see"])
def test_the_quotes_are_those_of_the_finder(pipeline, finder, text):
    ((_, found),) = finder.find_in([document_of(text)])
    document = pipeline(text)
    assert document.quotes == found
    assert document.text == text
    assert [text[start:end] for quote in found for start, end in quote.spans] == [
        part for quote in document.quotes for part in quote.quote.split(" … ")]


def test_the_document_keeps_its_trees(pipeline, pipeline_of):
    text = "“The wa\u00adter is safe,” said Edna Farrow."
    assert pipeline(text).to_dict() == pipeline_of(PROCESSORS.removesuffix(",quotes"))(text).to_dict()


def test_tokens_that_came_with_the_text_are_taken_as_they_are(stanza_folder):
    import stanza

    pipeline = stanza.Pipeline("en", dir=str(stanza_folder), package="tiny", processors=PROCESSORS, verbose=False,
                               download_method=None, use_gpu=False, tokenize_pretokenized=True)
    words = ["“", "The", "wa\u00adter", "is", "safe", ",", "”", "said", "Edna", "Farrow", "."]
    [quote] = pipeline([words]).quotes
    assert quote.quote == "“ The wa\u00adter is safe , ”"


def test_the_quotes_are_those_of_the_finder_with_the_embedded_model_too():
    from quotes.parsing.pipeline import embedded_pipeline

    pipeline = embedded_pipeline(processors=("tokenize", "mwt", "joint", "quotes"))
    text = "Water is safe\n\n“The wa\u00adter is safe,” Dr. Edna Far\u200brow told the coun\u00adcil.\n\nShe left."
    ((_, found),) = Finder().find_in([document_of(text)])
    assert found and pipeline(text).quotes == found


def test_a_pipeline_without_trees_is_refused_by_stanza_with_what_is_missing(pipeline_of):
    from stanza.pipeline.core import PipelineRequirementsException

    with pytest.raises(PipelineRequirementsException) as refused:
        pipeline_of("tokenize,pos,lemma,quotes")
    assert "QuotesProcessor" in str(refused.value)
    assert "missing: {'depparse'}" in str(refused.value)
