import json

import pytest

from quotes.errors import ModelError
from quotes.installed import embedded, known_packages, stanza_packages


def lay_out(folder, packages, *, files):
    (folder / "resources.json").write_text(json.dumps({"en": {"packages": packages}}))
    for name in files:
        path = folder / "en" / f"{name}.pt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 10)


TREEBANK = {
    "tokenize": "ewt", "mwt": "ewt", "pos": "ewt_charlm", "lemma": "ewt", "depparse": "ewt_charlm",
    "optional": {"ner": "x"},
}


def test_a_package_whose_needed_models_are_there_is_listed_with_what_else_is_there(tmp_path):
    lay_out(tmp_path, {"ewt": TREEBANK},
            files=["tokenize/ewt", "pos/ewt_charlm", "lemma/ewt", "depparse/ewt_charlm"])
    [model] = stanza_packages(tmp_path)
    assert (model.name, model.processors, model.size) == ("ewt", ("tokenize", "pos", "lemma", "depparse"), 40)


def test_a_package_without_a_parser_is_known_but_not_there(tmp_path):
    lay_out(tmp_path, {"ewt": TREEBANK}, files=["tokenize/ewt", "mwt/ewt", "pos/ewt_charlm", "lemma/ewt"])
    assert stanza_packages(tmp_path) == []
    assert known_packages(tmp_path) == ["ewt"]


def test_a_folder_without_stanzas_list_has_no_packages(tmp_path):
    assert stanza_packages(tmp_path) == stanza_packages(tmp_path / "missing") == []


def test_a_broken_list_is_an_error_that_says_what_to_do(tmp_path):
    (tmp_path / "resources.json").write_text("{")
    with pytest.raises(ModelError) as caught:
        stanza_packages(tmp_path)
    assert "download" in caught.value.hint


def test_the_embedded_model_is_described_by_its_manifest(tmp_path):
    files = {"a": {"bytes": 5, "sha256": ""}, "b": {"bytes": 6, "sha256": ""}}
    manifest = {"name": "quotes-en", "version": "3", "files": files}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    model = embedded(tmp_path)
    assert (model.name, model.version, model.size) == ("embedded", "3", 11)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"version": "1", "files": []}'])
def test_a_missing_or_broken_manifest_is_an_error(tmp_path, text):
    with pytest.raises(ModelError):
        embedded(tmp_path)
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ModelError):
        embedded(tmp_path)
