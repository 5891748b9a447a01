"""The whole way: documents in, quotes out, with the embedded model."""

import sys
import warnings
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes.finder
from quotes import Finder, OptionError, find
from quotes.data import Attribution, Span, Speaker
from quotes.finder import document_of, quote_of
from quotes.parsing.embedded.linears import Precision, described
from quotes.running.running import LITTLE
from tests.paths import CORPUS

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


@pytest.mark.parametrize("speaker, why", [
    (None, "cue “said”"),
    (Speaker("Ann", "Ann", (Span(0, 3),), "person"), "cue “said”"),
    (Speaker("Ann Lee", "Ann", (Span(0, 3),), "person", 0.9, "first name"), "cue “said”; first name")])
def test_the_reason_goes_from_the_cue_to_the_name(speaker, why):
    attribution = Attribution((Span(9, 14),), (Span(4, 8),), (Span(0, 3),), "indirect", "speech", 0.9, "clause", "cue “said”")
    assert quote_of(document_of("Ann said: rain."), attribution, speaker).why == why


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


def articles():
    """The sample articles, twice: enough to do for two processes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "articles").glob("*.txt"))]
    return [document_of(text, name=f"{number}.txt") for number, text in enumerate(texts * 2)]


def test_two_workers_find_the_same_as_one(finder):
    documents = articles()
    assert sum(len(document.text) for document in documents) > LITTLE
    assert list(Finder(workers=2).find_in(documents)) == list(finder.find_in(documents))


def test_a_cache_filled_bit_by_bit_gives_the_same_as_none(finder, tmp_path):
    documents = articles()[:12]
    for some in (documents[::5], documents[1:4], documents):
        found = list(Finder(cache=tmp_path).find_in(some))
    assert found == list(finder.find_in(documents))


def test_the_precision_is_told_once_and_not_where_all_is_known(tmp_path, caplog, monkeypatch):
    caplog.set_level("INFO", "quotes")
    documents = [document_of(f"{ARTICLE} {'The ferry sailed. ' * 400}", name=name) for name in "ab"]
    list(Finder(cache=tmp_path).find_in(documents))
    [record] = caplog.records
    assert record.getMessage() in {f"the encoder runs in {described(precision)}" for precision in get_args(Precision)}
    monkeypatch.setitem(sys.modules, "torch", None)  # cannot be imported
    caplog.clear()
    assert len(list(Finder(cache=tmp_path).find_in(documents))) == 2 and not caplog.records


@pytest.mark.parametrize("stage", ["parse", "detect", "resolve"])
def test_a_document_that_a_stage_breaks_on_is_told_and_the_others_are_searched(finder, monkeypatch, stage):
    def broken(what, text_of):
        def or_breaks(first, *rest):
            if any("A storm" in text for text in text_of(first)):
                raise KeyError("storm")
            return what(first, *rest)
        return or_breaks

    if stage == "parse":
        monkeypatch.setattr(finder._parser, "parse", broken(finder._parser.parse, list))
    else:
        monkeypatch.setattr(f"quotes.finder.{stage}", broken(getattr(quotes.finder, stage), lambda parse: [parse.text]))
    documents = [document_of(ARTICLE, name="a"), document_of("A storm came.", name="b"), document_of(ARTICLE, name="c")]
    errors = []
    assert [document.name for document, quotes in finder.find_in(documents, on_error=errors.append) if quotes] == ["a", "c"]
    assert [str(error) for error in errors] == ["b: cannot be searched (KeyError: 'storm')"]
    with pytest.warns(UserWarning, match="b: cannot be searched"):
        list(finder.find_in(documents))


def test_less_than_one_worker_is_refused():
    with pytest.raises(OptionError, match="0 workers"):
        Finder(workers=0)


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
