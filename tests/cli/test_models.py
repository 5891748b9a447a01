import sys
import types

import pytest
from click.testing import CliRunner

from quotes.cli import main
from quotes.installed import Model
from tests.test_installed import TREEBANK, lay_out

FILES = ["tokenize/ewt", "pos/ewt_charlm", "lemma/ewt", "depparse/ewt_charlm"]


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(sys.modules["quotes.cli.models"], "embedded", lambda: Model("embedded", "3", (), 30_000_000, "/models"))
    return lambda *arguments: CliRunner().invoke(main, ["models", *map(str, arguments)])


def stanza_that(monkeypatch, download):
    module = types.ModuleType("stanza")
    module.download = download
    monkeypatch.setitem(sys.modules, "stanza", module)


def test_the_embedded_model_and_the_packages_there_are_listed(run, tmp_path):
    lay_out(tmp_path, {"ewt": TREEBANK, "gum": TREEBANK | {"pos": "gum"}}, files=FILES)
    result = run("--model-dir", tmp_path)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "embedded  3  30 MB  /models", f"ewt  tokenize, pos, lemma, depparse  0 kB  {tmp_path}"]


def test_where_no_packages_are_it_is_said_how_to_get_one(run, tmp_path):
    assert "quotes models download" in run("--model-dir", tmp_path).stderr


def test_download_is_stanzas_own(run, tmp_path, monkeypatch):
    asked = []

    def download(language, *, model_dir, package, processors):
        asked.append((language, package))
        lay_out(tmp_path, {"ewt": TREEBANK}, files=FILES)

    stanza_that(monkeypatch, download)
    result = run("download", "ewt", "--model-dir", tmp_path)
    assert (result.exit_code, asked) == (0, [("en", "ewt")])
    assert "--package ewt" in result.stdout


def test_a_package_that_stanza_does_not_have_is_told_with_the_nearest_name(run, tmp_path, monkeypatch):
    stanza_that(monkeypatch, lambda language, **options: lay_out(tmp_path, {"default_accurate": TREEBANK}, files=[]))
    result = run("--model-dir", tmp_path, "download", "default_acurate")
    assert result.exit_code == 2
    assert "did you mean default_accurate?" in result.stderr


def test_no_network_is_an_error_in_one_line(run, tmp_path, monkeypatch):
    def download(language, **options):
        raise ConnectionError("no route")

    stanza_that(monkeypatch, download)
    result = run("download", "ewt", "--model-dir", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: cannot download 'ewt' (ConnectionError)")
    assert result.stderr.count("\n") == 1
