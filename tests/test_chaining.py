import io
import json

from quotes.chaining import chain, chained
from quotes.data import Cue, Document, Quote, Span, Speaker
from quotes.showing import writer

TEXT = "Belgium said it would expel them, RTBF reported, according to Sputnik. Nobody knows, she added."


def quote(words, cue, name):
    start = TEXT.index(words)
    at = TEXT.index(cue)
    return Quote("a.txt", "0" * 64, words, "indirect", "speech", (Span(start, start + len(words)),),
                 Cue(cue, (Span(at, at + len(cue)),)), Speaker(name, name, (), "organization"), 0.9, "", "")


INNER = quote("it would expel them", "said", "Belgium")
MIDDLE = quote("Belgium said it would expel them", "reported", "RTBF")
OUTER = quote("Belgium said it would expel them, RTBF reported", "according to", "Sputnik")
ALONE = quote("Nobody knows", "added", "she")


def names(found):
    return [[speaker.name for speaker in chain(one)] for one in found]


def test_each_quote_is_within_the_innermost_that_holds_it_whatever_the_order():
    assert names(chained([OUTER, MIDDLE, INNER, ALONE])) == [
        ["Sputnik"], ["RTBF", "Sputnik"], ["Belgium", "RTBF", "Sputnik"], ["she"]]
    assert names(chained([INNER, ALONE, MIDDLE])) == [["Belgium", "RTBF"], ["she"], ["RTBF"]]


def test_what_a_quote_is_within_is_among_the_quotes():
    found = chained([INNER, MIDDLE, OUTER])
    assert found[0].within is found[1] and found[1].within is found[2] and found[2].within is None


def test_two_attributions_of_the_same_words_are_not_within_each_other():
    twice = [quote("it would expel them", "said", "Belgium"), quote("it would expel them", "reported", "RTBF")]
    assert names(chained(twice)) == [["Belgium"], ["RTBF"]]


def test_a_speaker_within_the_own_words_is_named_once():
    again = quote("Belgium said it would expel them", "reported", "Belgium")
    assert names(chained([INNER, again])) == [["Belgium"], ["Belgium"]]


def test_a_chain_is_shown_in_json_lines_and_in_the_table():
    found = [(Document("a.txt", TEXT, "0" * 64), chained([OUTER, MIDDLE, INNER]))]
    lines = [json.loads(line) for line in written("jsonl", found).splitlines()]
    assert "within" not in lines[0]
    assert lines[2]["within"] == [{"speaker": "RTBF", "spans": [[0, 32]]}, {"speaker": "Sputnik", "spans": [[0, 47]]}]
    assert lines[2]["speaker"]["name"] == "Belgium"
    assert "Belgium ← RTBF ← Sputnik  " in written("table", found)


def written(form, found):
    out = io.StringIO()
    writer(form)(found, out)
    return out.getvalue()
