"""The command line on two articles, with a finder that needs no model."""

import sys

import pytest
from click.testing import CliRunner

from quotes.cli import main
from tests.cli import fake


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Calls a command in a folder with the articles ``articles/a.txt`` and ``articles/b.txt``."""
    monkeypatch.setitem(sys.modules, "quotes.finder", fake.module)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text(fake.ARTICLE)
    (tmp_path / "articles/b.txt").write_text("“No,” said Al Smith.")

    def run(*arguments, stdin=None):
        result = CliRunner().invoke(main, arguments, input=stdin, prog_name="quotes")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run
