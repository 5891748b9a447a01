"""What ``import quotes`` offers, and what it costs."""

import subprocess
import sys

import pytest

import quotes


def test_every_public_name_is_there_and_no_other():
    assert quotes.__all__ == sorted(quotes.__all__)
    missing = [name for name in quotes.__all__ if not hasattr(quotes, name)]
    assert not missing
    imported = {name for name, value in vars(quotes).items()
                if getattr(value, "__module__", "").startswith("quotes") and not name.startswith("_")}
    assert imported <= set(quotes.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'fnd'"):
        quotes.fnd


def test_every_error_is_a_quotes_error():
    assert all(issubclass(getattr(quotes, name), quotes.QuotesError) for name in quotes.__all__ if "Error" in name)


@pytest.mark.parametrize("code", ["import quotes", "import quotes.cli"])
def test_importing_brings_no_heavy_library(code):
    heavy = "{'torch', 'stanza', 'transformers', 'textacy', 'spacy', 'rich', 'charset_normalizer', 'numpy', " \
            "'lxml', 'trafilatura', 'pypdf', 'docx'}"
    script = f"{code}; import sys; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"
