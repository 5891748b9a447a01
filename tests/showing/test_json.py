import io
import json

import pytest

from quotes.showing.json import write
from quotes.showing.jsonl import record
from tests.showing.some import DOCUMENT, NASTY, quote


def written(found):
    out = io.StringIO()
    write(found, out)
    return out.getvalue()


def test_nothing_is_an_empty_array():
    assert json.loads(written([])) == json.loads(written([(DOCUMENT, [])])) == []


def test_all_quotes_are_one_array_of_what_json_lines_has():
    quotes = [quote(text) for text in NASTY]
    assert json.loads(written([(DOCUMENT, quotes[:3]), (DOCUMENT, []), (DOCUMENT, quotes[3:])])) == list(map(record, quotes))


def test_explained_quotes_are_those_of_explained_json_lines():
    out = io.StringIO()
    write([(DOCUMENT, [quote()])], out, explain=True)
    assert json.loads(out.getvalue()) == [record(quote(), explain=True)]


@pytest.mark.parametrize("done", [0, 1, 2])
def test_the_array_is_closed_when_finding_is_broken_off(done):
    out = io.StringIO()

    def documents():
        for _ in range(done):
            yield DOCUMENT, [quote()]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(documents(), out)
    assert len(json.loads(out.getvalue())) == done
