"""The whole way: documents in, quotes out, with the embedded model."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import Finder, OptionError, find
from quotes.finder import document_of

ARTICLE = """The harbour board will sell the old ferry, its chairwoman, Ilse Brandvold, said on Tuesday.

“Nobody has asked to sail on her since the bridge opened,” Brandvold told reporters. “We cannot keep her for the gulls.”

According to the museum, she is the last steam ferry on the coast. It urged the board to wait until spring.
"""


@pytest.fixture(scope="module")
def finder():
    return Finder()


def quotes_in(finder, text):
    ((_, quotes),) = finder.find_in([document_of(text)])
    return quotes


def test_statements_come_with_their_speakers_in_the_order_of_the_text(finder):
    quotes = [q for q in quotes_in(finder, ARTICLE) if q.act == "speech"]
    assert [(q.speaker.name, q.type) for q in quotes] == [
        ("Ilse Brandvold", "indirect"), ("Ilse Brandvold", "direct"), ("museum", "indirect"), ("museum", "indirect")]
    assert quotes[1].quote == ("“Nobody has asked to sail on her since the bridge opened,” … "
                               "“We cannot keep her for the gulls.”")
    assert quotes[1].cue.text == "told" and quotes[1].speaker.mention == "Brandvold"


fragments = st.sampled_from(["“", "”", '"', "'", "said", "Ilse Brandvold", "the board", "that", "it rains", ",", ".",
                             "\n\n", " ", "according to", ":", "— Ilse (@ilse)", "\U0001f6a2", "e\u0301", "\u200b", "?"])


@settings(max_examples=25)
@given(st.lists(fragments, max_size=40).map(" ".join) | st.text(max_size=80))
def test_every_span_is_exactly_the_words_it_stands_for(finder, text):
    for quote in quotes_in(finder, text):
        assert quote.quote == " … ".join(text[start:end] for start, end in quote.spans)
        assert text[:quote.spans[0].start].endswith(quote.prefix)
        assert text[quote.spans[-1].end:].startswith(quote.suffix)
        for named in filter(None, (quote.cue, quote.speaker)):
            assert all(0 <= start < end <= len(text) for start, end in named.spans)
        assert 0 <= quote.confidence <= 1


def test_the_same_text_gives_the_same_quotes_alone_and_among_others(finder):
    alone = quotes_in(finder, ARTICLE)
    among = list(finder.find_in([document_of("A storm came."), document_of(ARTICLE), document_of("")]))
    assert [len(quotes) for _, quotes in among] == [0, len(alone), 0]
    assert [(q.spans, q.speaker) for q in among[1][1]] == [(q.spans, q.speaker) for q in alone]


def test_find_gives_the_same_for_a_path_and_for_its_text(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    from_path, from_text = list(find(path)), list(find(text=ARTICLE))
    assert [(q.quote, q.speaker, q.spans, q.sha256) for q in from_path] == [
        (q.quote, q.speaker, q.spans, q.sha256) for q in from_text]
    assert {q.document for q in from_path} == {str(path)}


def test_what_cannot_be_read_is_told_and_the_rest_is_done(tmp_path):
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert list(find(tmp_path))
    assert any("empty.txt" in str(warning.message) for warning in told)
    errors = []
    assert list(find(tmp_path, on_error=errors.append)) and len(errors) == 1


@pytest.mark.parametrize("arguments", [((), {}), (("a.txt",), {"text": "A."})])
def test_find_wants_either_paths_or_a_text(arguments):
    paths, options = arguments
    with pytest.raises(OptionError):
        list(find(*paths, **options))
