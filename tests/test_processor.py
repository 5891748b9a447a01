"""The Stanza processor ``quotes`` in pipelines of one's own."""

import pytest

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


def test_a_document_has_the_quotes_of_its_text_in_order(pipeline):
    document = pipeline(TEXT)
    assert [(quote.speaker.mention, quote.quote) for quote in document.quotes] == [
        ("Edna Farrow", "“The water is safe,”"), ("The council", "that the train was very late")]
    assert [TEXT[start:end] for quote in document.quotes for start, end in quote.spans] == [
        quote.quote for quote in document.quotes]


def test_documents_processed_together_keep_their_own_quotes(pipeline):
    documents = pipeline.bulk_process([TEXT, "The plan works.", TEXT[:38]])
    assert [len(document.quotes) for document in documents] == [2, 0, 1]


def test_the_quotes_are_those_of_the_finder(pipeline, stanza_folder):
    from quotes import Finder
    from quotes.finder import document_of

    ((_, found),) = Finder(package="tiny", model_dir=stanza_folder).find_in([document_of(TEXT)])
    assert pipeline(TEXT).quotes == found


def test_a_pipeline_without_trees_is_refused_by_stanza_with_what_is_missing(pipeline_of):
    from stanza.pipeline.core import PipelineRequirementsException

    with pytest.raises(PipelineRequirementsException) as refused:
        pipeline_of("tokenize,pos,lemma,quotes")
    assert "QuotesProcessor" in str(refused.value)
    assert "missing: {'depparse'}" in str(refused.value)
