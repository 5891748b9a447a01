"""An article gives the same quotes and speakers whatever the format it was saved in, with the embedded model."""

from pathlib import Path

import pytest

from quotes import Finder
from quotes.reading.formats import documents
from tests.reading import made

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="module")
def finder():
    return Finder()


def said(finder, data):
    [(_, quotes)] = finder.find_in(documents(data, name="a"))
    return [(" ".join(quote.quote.split()), quote.speaker and quote.speaker.name) for quote in quotes]


@pytest.mark.parametrize("name", ["agency-dam", "council-bins"])
def test_every_format_gives_the_same_quotes_and_speakers(finder, name):
    plain = (ARTICLES / f"{name}.txt").read_bytes()
    headline, *paragraphs = [part.strip() for part in plain.decode().split("\n") if part.strip()]
    saved = {
        "html": made.page(paragraphs, title=headline).encode(),
        "docx": made.docx([headline, *paragraphs]),
        "pdf": made.pdf(made.set_in_lines([headline, *paragraphs])),
        "jsonl": made.jsonl({"text": plain.decode()}),
    }
    expected = said(finder, plain)
    assert len(expected) > 5
    for form, data in saved.items():
        assert said(finder, data) == expected, form
