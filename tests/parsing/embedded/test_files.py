import json

import pytest

from quotes.errors import ModelError
from quotes.installed import EMBEDDED
from quotes.parsing.embedded.files import check_manifest, write_manifest


@pytest.fixture
def model(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "network.safetensors").write_bytes(b"weights")
    write_manifest(tmp_path, name="quotes-en", version="1")
    return tmp_path


def test_a_whole_model_passes(model):
    assert check_manifest(model)["files"]["en/network.safetensors"]["bytes"] == 7


def test_a_changed_file_is_refused_by_name(model):
    (model / "en" / "network.safetensors").write_bytes(b"weighty")
    with pytest.raises(ModelError, match="network.safetensors"):
        check_manifest(model)


def test_a_missing_file_is_refused(model):
    (model / "en" / "network.safetensors").unlink()
    with pytest.raises(ModelError, match="incomplete"):
        check_manifest(model)


def test_a_broken_manifest_is_refused(model):
    (model / "manifest.json").write_text(json.dumps([]))
    with pytest.raises(ModelError, match="incomplete"):
        check_manifest(model)


def test_the_embedded_model_is_whole_and_at_most_60_megabytes():
    files = check_manifest(EMBEDDED)["files"]
    assert sum(facts["bytes"] for facts in files.values()) <= 60_000_000
    assert {name for name in files if name.endswith(".safetensors")}
