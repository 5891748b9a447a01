import json
import os
import pickle
import shutil

import pytest

from quotes.errors import ModelError
from quotes.installed import EMBEDDED
from quotes.parsing.embedded.files import check_manifest, write_manifest
from quotes.parsing.pipeline import embedded_pipeline


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


def test_a_truncated_file_is_refused(model):
    (model / "en" / "network.safetensors").write_bytes(b"weigh")
    with pytest.raises(ModelError, match="network.safetensors"):
        check_manifest(model)


def test_a_file_that_the_manifest_does_not_name_is_refused(model):
    (model / "en" / "more.pt").write_bytes(b"pickle")
    with pytest.raises(ModelError, match="more.pt"):
        check_manifest(model)


class Payload:
    """A pickle that, when it is loaded, makes a file."""

    def __init__(self, trace):
        self.trace = trace

    def __reduce__(self):
        return open, (str(self.trace), "w")


@pytest.mark.parametrize("part", ["tokenize/quotes.pt", "joint/network.safetensors"])
@pytest.mark.parametrize("manifest", ["as it was", "made to fit"])
def test_a_pickle_is_refused_and_never_run(tmp_path, part, manifest):
    folder, trace = tmp_path / "models", tmp_path / "trace"
    shutil.copytree(EMBEDDED, folder, copy_function=os.symlink)
    (folder / "en" / part).unlink()
    (folder / "manifest.json").unlink()
    shutil.copy(EMBEDDED / "manifest.json", folder)
    (folder / "en" / part).write_bytes(pickle.dumps(Payload(trace)))
    if manifest == "made to fit":
        write_manifest(folder, name="quotes-en", version="1")
    with pytest.raises(ModelError) as refused:
        embedded_pipeline(models=folder)
    assert not trace.exists() and "\n" not in str(refused.value)
    assert (part in str(refused.value)) == (manifest == "as it was")


def test_the_embedded_model_is_whole_and_at_most_60_megabytes():
    files = check_manifest(EMBEDDED)["files"]
    assert sum(facts["bytes"] for facts in files.values()) <= 60_000_000
    assert {name for name in files if name.endswith(".safetensors")}
