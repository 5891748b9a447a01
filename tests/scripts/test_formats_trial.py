"""An article gives the same quotes and speakers whatever the format it was saved in; the trial tells where not."""

from collections import Counter

import formats_trial
import pytest
from click.testing import CliRunner
from formats_trial import Compared, compared, report, trial
from saving.forms import article_of

from quotes import Finder
from quotes.reading import read
from tests.paths import CORPUS


@pytest.fixture(scope="module")
def finder():
    return Finder()


def test_every_format_gives_the_same_quotes_and_speakers(finder, tmp_path):
    articles = [CORPUS / "articles" / f"{name}.txt" for name in ("agency-dam", "boilerplate-bank", "council-bins")]
    results = list(trial(list(read(articles)), ("html", "docx", "pdf", "jsonl"), folder=tmp_path, finder=finder))
    assert len(results) == 12 and min(one.same for one in results) > 5
    assert not [one for one in results if one.only_text or one.only_form or one.error]


def test_a_row_is_one_by_its_quote_and_its_speaker():
    text = Counter({("Yes", "Jo Smith"): 2, ("No", ""): 1})
    other = Counter({("Yes", "Jo Smith"): 1, ("No", "Al Bly"): 1})
    assert compared("pdf", "a.txt", text, other) == Compared(
        "pdf", "a.txt", 1, (("Yes", "Jo Smith"), ("No", "")), (("No", "Al Bly"),))


def test_the_report_has_a_line_for_each_format_and_for_each_row_that_differs():
    lines = report([Compared("pdf", "a.txt", 5, (("Yes", "Jo"),), ()), Compared("pdf", "b.txt", 4, (), (("No", ""),)),
                    Compared("docx", "a.txt", 6, (), ())]).splitlines()
    assert [line.split() for line in lines if not line.startswith(" ")] == [
        ["pdf", "10", "9", "1", "1"], ["docx", "6", "6", "0", "0"]]
    assert "  a.txt: - Jo: Yes" in lines and "  b.txt: + ?: No" in lines


def test_a_file_that_cannot_be_read_any_more_is_told(finder, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("“It works,” said Jo Smith.")
    monkeypatch.setattr(formats_trial, "Finder", lambda: finder)
    monkeypatch.setattr(formats_trial, "saved", lambda article: {"pdf": b"%PDF-1.7"})
    done = CliRunner().invoke(formats_trial.main, [str(tmp_path), "--format", "pdf"])
    assert done.exit_code == 1 and "a.txt: " in done.output and "damaged" in done.output


def test_the_first_line_is_the_headline_only_where_it_is_one():
    prose = "The harbour board will sell the old ferry, its chairwoman, Ilse Brandvold, said on Tuesday."
    text = f"Ferry to be sold\n\n{prose}\n"
    assert article_of(text) == (text, "Ferry to be sold", (prose,))
    assert article_of(prose).headline == ""
