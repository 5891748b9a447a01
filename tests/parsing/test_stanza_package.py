"""Any Stanza package can take the embedded model's place: the same patterns and resolver on its trees, no head.

Shown on a real one, trained here by Stanza's own code in the layout of Stanza's resources.
"""

import json
import shutil

import pytest
from click.testing import CliRunner

from quotes import Finder, ModelError
from quotes.cli import main
from quotes.finder import document_of
from quotes.parsing import Parser

ARTICLE = """The team won the match in Veldt.

“The bridge will open in May,” said Tobias Lindqvist. According to Mara Okoro, they didn’t see the signal.

Amina Dray said: “We need a new road.” She warned that the old school will close in June.
"""
QUOTES = [
    ("Tobias Lindqvist", "direct", "“The bridge will open in May,”", "said"),
    ("Mara Okoro", "indirect", "they didn’t see the signal", "According to"),
    ("Amina Dray", "direct", "“We need a new road.”", "said"),
    ("Amina Dray", "indirect", "that the old school will close in June", "warned"),
]


@pytest.fixture(scope="module")
def parser(stanza_folder):
    return Parser(package="tiny", model_dir=stanza_folder)


@pytest.fixture
def copied(stanza_folder, tmp_path):
    """A copy of the package to damage."""
    return shutil.copytree(stanza_folder, tmp_path / "stanza")


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def sentences(parse):
    return [parse.text[parse.words[first].start:parse.words[last - 1].end] for first, last in parse.sentences]


def test_models_lists_the_package_with_its_processors_and_none_without_trees(stanza_folder):
    _, line = run("models", "--model-dir", stanza_folder).stdout.splitlines()
    name, processors, _, folder = line.split("  ")
    assert (name, processors, folder) == ("tiny", "tokenize, mwt, pos, lemma, depparse", str(stanza_folder))


def test_a_parse_has_the_trees_of_the_package_and_nothing_of_the_head(parser):
    (parse,) = parser.parse(["Tobias Lindqvist said they didn't see the signal."])
    assert [(word.text, word.lemma, word.upos, word.deprel) for word in parse.words] == [
        ("Tobias", "Tobias", "PROPN", "nsubj"), ("Lindqvist", "Lindqvist", "PROPN", "flat"),
        ("said", "say", "VERB", "root"), ("they", "they", "PRON", "nsubj"), ("did", "do", "AUX", "aux"),
        ("n't", "not", "PART", "advmod"), ("see", "see", "VERB", "ccomp"), ("the", "the", "DET", "det"),
        ("signal", "signal", "NOUN", "obj"), (".", ".", "PUNCT", "punct")]
    assert [parse.text[word.start:word.end] for word in parse.words] == [word.text for word in parse.words]
    assert parse.proposals is None


def test_quotes_are_found_on_its_trees_with_their_speakers_and_exact_offsets(stanza_folder, no_network):
    documents = [document_of(ARTICLE), document_of(""), document_of("The ferry will leave at noon.")]
    found = list(Finder(package="tiny", model_dir=stanza_folder).find_in(documents))
    assert [document for document, _ in found] == documents
    assert [len(quotes) for _, quotes in found] == [len(QUOTES), 0, 0]
    quotes = found[0][1]
    assert [(quote.speaker.name, quote.type, quote.quote, quote.cue.text) for quote in quotes] == QUOTES
    for quote in quotes:
        assert [ARTICLE[start:end] for start, end in quote.spans] == [quote.quote]
        assert [ARTICLE[start:end] for start, end in quote.cue.spans] == [quote.cue.text]
        assert [ARTICLE[start:end] for start, end in quote.speaker.spans] == [quote.speaker.mention]
    assert [quote.speaker.mention for quote in quotes] == ["Tobias Lindqvist", "Mara Okoro", "Amina Dray", "She"]


def test_sentences_are_mended_before_the_package_parses_them(parser):
    heading, question = parser.parse([
        "A new road\nThe team won the match in Veldt.", "“The plan works?” Mara Okoro asked. The water is safe."])
    assert sentences(heading) == ["A new road", "The team won the match in Veldt."]
    assert sentences(question) == ["“The plan works?” Mara Okoro asked.", "The water is safe."]
    assert all(word.head == -1 or word.sentence == parse.words[word.head].sentence
               for parse in (heading, question) for word in parse.words)


@pytest.mark.parametrize("text", [" \n\n ", "\u200b", "\ufeff", ".", "“”", "\x00\x07", "\U0001f6a2"])
def test_a_text_without_words_has_no_quotes(parser, text):
    empty, filled = parser.parse([text, "The plan works."])
    assert empty.text == text and len(filled.words) == 4
    assert len(parser.parse([text])) == 1


def test_the_command_line_finds_the_same_without_a_network(stanza_folder, tmp_path, no_network):
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    result = run("find", "--package", "tiny", "--model-dir", stanza_folder, article, "--format", "jsonl")
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["speaker"]["name"], row["type"], row["quote"], row["cue"]["text"]) for row in rows] == QUOTES
    assert [ARTICLE[start:end] for row in rows for start, end in row["spans"]] == [row["quote"] for row in rows]
    assert {row["document"] for row in rows} == {str(article)}


@pytest.mark.parametrize("package, missing", [
    ("nonesuch", "tokenize, pos, lemma, depparse"),
    ("treeless", "depparse"),
])
def test_a_package_that_is_not_there_or_has_no_trees_is_refused_by_name(stanza_folder, tmp_path, package, missing):
    with pytest.raises(ModelError, match=f"'{package}'.* without {missing}$") as caught:
        Parser(package=package, model_dir=stanza_folder).parse(["The plan works."])
    assert f"quotes models --model-dir {stanza_folder}" in caught.value.hint
    assert f"quotes models download {package} --model-dir {stanza_folder}" in caught.value.hint
    (tmp_path / "article.txt").write_text("The plan works.")
    result = run("find", tmp_path, "--package", package, "--model-dir", stanza_folder, "--quiet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: {caught.value} ({caught.value.hint})\n"


@pytest.mark.parametrize("model, content", [
    ("depparse", b""), ("pos", b"no model"), ("tokenize", b"PK\x03\x04"), ("mwt", None),
])
def test_a_package_whose_models_are_damaged_is_an_error_that_names_it(copied, model, content):
    path = copied / "en" / model / "tiny.pt"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(ModelError, match="'tiny'.*cannot be loaded") as caught:
        Parser(package="tiny", model_dir=copied).parse(["The plan works."])
    assert "download tiny" in caught.value.hint and "\n" not in str(caught.value)
