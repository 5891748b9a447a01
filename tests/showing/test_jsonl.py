import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Document
from quotes.showing import jsonl
from tests.showing.some import DOCUMENT, NASTY, quote

ANY = st.text(alphabet=st.characters(), max_size=40)


def test_a_line_has_the_keys_and_values_of_the_contract_in_order():
    assert jsonl.line(quote("“No,” … “Never.”")) == (
        '{"document": "a.txt", "sha256": "' + "0" * 64 + '", "quote": "“No,” … “Never.”", "type": "direct", '
        '"act": "speech", "spans": [[7, 11], [90, 95]], "cue": {"text": "told", "spans": [[20, 24]]}, '
        '"speaker": {"name": "Maria Zakharova", "mention": "she", "spans": [[30, 33]], "kind": "person"}, '
        '"confidence": 0.97, "prefix": "before", "suffix": "after"}'
    )


def test_an_explained_line_also_has_the_reason_and_the_speakers_confidence():
    plain, told = (json.loads(jsonl.line(quote(), explain=explain)) for explain in (False, True))
    assert told.pop("why") == "cue “told” with a clause"
    assert told["speaker"].pop("confidence") == 0.88
    assert told == plain
    assert json.loads(jsonl.line(quote(name=None), explain=True))["speaker"] is None


def test_no_cue_and_no_speaker_are_null():
    record = json.loads(jsonl.line(quote(name=None, cue=None)))
    assert record["cue"] is None and record["speaker"] is None


def test_noise_in_the_last_places_of_a_confidence_does_not_show():
    assert jsonl.line(quote(confidence=0.9700001)) == jsonl.line(quote(confidence=0.9699999))


@pytest.mark.parametrize("text", NASTY)
def test_a_line_is_one_line_to_every_reader_and_commands_no_terminal(text):
    line = jsonl.line(quote(text, document=text, name=text, mention=text, cue=text, prefix=text, suffix=text))
    assert len(line.splitlines()) == 1
    assert not set(line) & set("\x1b\x9b\u202e\u202c")
    line.encode("utf-8")


@given(ANY, ANY)
def test_any_text_comes_back(words, name):
    out = io.StringIO()
    jsonl.write([(DOCUMENT, [quote(words, name=name or "x")] * 2)], out)
    records = [json.loads(line) for line in out.getvalue().splitlines()]
    spelt_out = words.encode("utf-8", "backslashreplace").decode()
    assert [record["quote"] for record in records] == [spelt_out, spelt_out]


def test_each_document_is_written_before_the_next_is_asked_for():
    out = io.StringIO()

    def documents():
        yield DOCUMENT, [quote()]
        assert out.getvalue().count("\n") == 1
        yield DOCUMENT, []

    jsonl.write(documents(), out)


def test_what_is_known_of_document_and_place_has_a_key_only_where_it_is_known():
    document = Document(
        "a.pdf", "", "0" * 64, title="Ferry sold", date="2026-03-02", outlet="The Post", text_sha256="1" * 64
    )
    paged = replace(quote(), page=3, region="headline")
    assert jsonl.record(paged, document) == jsonl.record(quote()) | {
        "page": 3, "region": "headline", "title": "Ferry sold", "date": "2026-03-02", "outlet": "The Post",
        "text_sha256": "1" * 64}
    assert jsonl.record(quote(), DOCUMENT) == jsonl.record(quote())
