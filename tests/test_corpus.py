"""The sample articles: gold in step with what was marked by hand, well formed, and rich enough to measure by."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"

specification = importlib.util.spec_from_file_location("corpus_script", ROOT / "scripts" / "corpus.py")
corpus = sys.modules["corpus_script"] = importlib.util.module_from_spec(specification)
specification.loader.exec_module(corpus)

LEAST = 3
"""Every construct and every kind of non-quote occurs at least so often."""


@pytest.fixture(scope="module")
def gold() -> list[dict]:
    return [json.loads(line) for line in (CORPUS / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def quotes(gold):
    return [(article["text"], quote) for article in gold for quote in article["quotes"]]


def words(text, spans):
    return " … ".join(text[start:end] for start, end in spans)


def test_gold_is_in_step_with_the_marked_articles(gold):
    assert corpus.compile_corpus(CORPUS) == gold


def test_articles_are_the_texts_of_the_gold(gold):
    articles = {path.stem: path.read_bytes().decode() for path in (CORPUS / "articles").glob("*.txt")}
    assert articles == {article["id"]: article["text"] for article in gold}


def test_there_are_enough_articles_and_attributions(gold):
    assert len(gold) >= 18
    assert len(quotes(gold)) >= 350
    assert all(200 <= len(article["text"].split()) <= 600 for article in gold)


def test_spans_are_in_order_in_range_and_begin_and_end_with_a_character(gold):
    for text, quote in quotes(gold):
        for part in ("content", "cue", "source"):
            last = 0
            for start, end in quote[part]:
                assert last <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip(), words(text, quote[part])
                last = end
        assert quote["content"]


def test_source_cue_and_content_of_an_attribution_do_not_overlap(gold):
    for text, quote in quotes(gold):
        spans = sorted(quote["content"] + quote["cue"] + quote["source"])
        assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:])), words(text, spans)


def test_no_attribution_is_given_twice(gold):
    for article in gold:
        seen = Counter(json.dumps([quote["content"], quote["source"]]) for quote in article["quotes"])
        assert max(seen.values()) == 1


def test_a_content_without_marks_is_indirect_and_a_direct_one_has_marks(gold):
    marks = set("\"“”«»„‘'")
    for text, quote in quotes(gold):
        content = words(text, quote["content"])
        if not marks & set(content.replace("’", "")) and "transcript" not in quote["construct"]:
            assert quote["type"] == "indirect", content
        if quote["type"] == "direct" and "transcript" not in quote["construct"]:
            assert all(text[start] in marks or len(quote["content"]) > 1 for start, _ in quote["content"]), content


def test_only_an_attribution_without_source_has_no_speaker(gold):
    for text, quote in quotes(gold):
        name, form = quote["speaker"]["name"], quote["speaker"]["form"]
        assert (form == "none") == (not quote["source"])
        assert name is not None or form == "none", words(text, quote["content"])


def test_a_named_speaker_stands_in_the_article(gold):
    for article in gold:
        text = article["text"].casefold()
        for quote in article["quotes"]:
            if quote["speaker"]["kind"] == "person" and quote["speaker"]["form"] == "name":
                for name in quote["speaker"]["name"].split("; "):
                    assert name.split()[-1].casefold() in text, name


@pytest.mark.parametrize("construct", corpus.CONSTRUCTS)
def test_each_construct_occurs_several_times(gold, construct):
    assert sum(construct in quote["construct"] for _, quote in quotes(gold)) >= LEAST


@pytest.mark.parametrize("construct", corpus.NOT_QUOTES)
def test_what_is_no_quote_occurs_several_times(gold, construct):
    assert sum(each["construct"] == construct for article in gold for each in article["not_quotes"]) >= LEAST


@pytest.mark.parametrize("act, kind", [("speech", "direct"), ("speech", "mixed"), ("speech", "indirect"),
                                       ("thought", "indirect")])
def test_types_and_acts_occur_often(gold, act, kind):
    assert sum((quote["act"], quote["type"]) == (act, kind) for _, quote in quotes(gold)) >= 40


def test_a_plain_act_overlaps_no_content(gold):
    for article in gold:
        for each in article["not_quotes"]:
            if each["construct"] == "act":
                start, end = each["span"]
                assert not any(start < stop and begin < end for quote in article["quotes"]
                               for begin, stop in quote["content"])


def test_brackets_give_plain_text_and_spans():
    marked = corpus.take_apart("⟦s1,2|She⟧ ⟦c1|said⟧ ⟦q1|⟦q2|it⟧ rains⟧, ⟦nickname|“Bo”⟧.")
    assert marked.text == "She said it rains, “Bo”."
    assert marked.parts == {("source", "1"): [[0, 3]], ("source", "2"): [[0, 3]], ("cue", "1"): [[4, 8]],
                            ("content", "1"): [[9, 17]], ("content", "2"): [[9, 11]]}
    assert marked.not_quotes == [{"span": [19, 23], "construct": "nickname"}]


@pytest.mark.parametrize("wrong, message", [
    ("⟦s1|She", "never closes"), ("She⟧", "never opened"), ("⟦x1|She⟧", "unknown bracket"), ("⟦She⟧", "without its bar")])
def test_a_wrong_bracket_is_named(wrong, message):
    with pytest.raises(corpus.MarkupError, match=message):
        corpus.take_apart(wrong)


BODY = "⟦s1|She⟧ ⟦c1|said⟧ ⟦q1|it rains⟧.\n\n=== speakers\nbo | Bo Ek | person | Ek\n=== attributions\n"


@pytest.mark.parametrize("line, message", [
    ("1 bo indirect nonsense", "known constructs"), ("1 al indirect she", "known speaker"), ("1 bo she", "one type"),
    ("2 bo indirect she", "no content"), ("", "differ")])
def test_a_wrong_list_is_named_with_its_article(line, message):
    with pytest.raises(corpus.MarkupError, match=f"rain: .*{message}"):
        corpus.compile_article("rain", BODY + line)


def test_check_fails_when_an_article_was_edited_by_hand(tmp_path):
    (tmp_path / "marked").mkdir()
    (tmp_path / "marked" / "rain.txt").write_text(BODY + "1 bo indirect she bare-clause\n", encoding="utf-8")
    run = CliRunner().invoke
    assert run(corpus.main, [str(tmp_path)]).exit_code == 0
    assert run(corpus.main, [str(tmp_path), "--check"]).exit_code == 0
    (tmp_path / "articles" / "rain.txt").write_text("He said it rains.\n", encoding="utf-8")
    result = run(corpus.main, [str(tmp_path), "--check"])
    assert result.exit_code == 1 and "rain.txt" in result.output
