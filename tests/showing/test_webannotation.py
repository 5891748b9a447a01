import io
import json
from dataclasses import replace

import pytest

from quotes.data import Document
from quotes.showing import writer
from quotes.showing.iri import iri_of
from tests.cli.fake import found
from tests.showing.some import NASTY


def page(pairs, **options):
    out = io.StringIO()
    writer("webannotation", **options)(pairs, out)
    return json.loads(out.getvalue())


def test_a_page_has_an_annotation_for_each_quote():
    written = page(found("“Yes,” said Ann Lee.", "“No.” “Oh.”"))
    assert (written["type"], len(written["items"])) == ("AnnotationPage", 3)
    assert written["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert {item["type"] for item in written["items"]} == {"Annotation"}


def test_a_quote_is_found_again_by_its_words_and_by_its_place():
    ((document, quotes),) = found("𝄞 “Yes, and soon” said Ann Lee.")
    (item,) = page([(document, quotes)])["items"]
    words, place = item["target"][0]["selector"]
    assert document.text[place["start"]:place["end"]] == words["exact"] == "Yes, and soon"
    assert words["prefix"] + words["exact"] + words["suffix"] in document.text
    assert item["target"][0]["source"] == {"id": "0.txt", "sha256": document.sha256}
    assert item["body"][0]["value"] == "Ann Lee"


def test_what_is_known_of_the_document_stands_with_its_source():
    ((document, quotes),) = found("“Yes,” said Ann Lee.")
    document = replace(document, title="Ferry sold", date="2026-03-02", outlet="The Post")
    (item,) = page([(document, quotes)])["items"]
    assert item["target"][0]["source"] == {
        "id": "0.txt", "sha256": document.sha256, "dcterms:title": "Ferry sold", "dcterms:date": "2026-03-02",
        "dcterms:publisher": "The Post"}


def test_every_identifier_is_an_iri_of_its_own_and_always_the_same():
    pairs = found("“Yes,” said Ann Lee. “Yes,” said Ann Lee.")
    written = page(pairs)
    names = [written["id"], *(item["id"] for item in written["items"])]
    assert len(set(names)) == 3 and all(name.startswith("urn:uuid:") for name in names)
    assert page(pairs) == written


def test_each_span_of_a_quote_is_a_target():
    ((document, (quote, second)),) = found("“Yes,” said Ann Lee. “I do.”")
    (item,) = page([(document, [replace(quote, spans=quote.spans + second.spans)])])["items"]
    assert [target["selector"][0]["exact"] for target in item["target"]] == ["Yes,", "I do."]


def test_a_page_that_breaks_off_can_be_read():
    def broken():
        yield from found("“Yes,” said Ann Lee.")
        raise KeyboardInterrupt

    out = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        writer("webannotation")(broken(), out)
    assert len(json.loads(out.getvalue())["items"]) == 1


def test_with_explain_a_body_says_why():
    (item,) = page(found("“Yes,” said Ann Lee."), explain=True)["items"]
    assert item["body"][-1] == {"type": "TextualBody", "purpose": "commenting", "value": "marks"}


@pytest.mark.parametrize("words", [words for words in NASTY if "”" not in words])
def test_nothing_in_an_article_breaks_the_page(words):
    ((document, quotes),) = found(f"“{words}” said Ann Lee.".encode("utf-8", "backslashreplace").decode())
    assert len(page([(document, quotes)])["items"]) == len(quotes)


@pytest.mark.parametrize("name, iri", [
    ("https://example.org/a?b=c", "https://example.org/a?b=c"), ("a b/ü.txt", "a%20b/%C3%BC.txt"),
    ("/tmp/a b.txt", "file:///tmp/a%20b.txt"), ("-", "urn:sha256:00"), ("bad\udcff.txt", "bad%FF.txt"),
])
def test_documents_are_named_by_iris(name, iri):
    assert iri_of(Document(name, "", "00")) == iri
