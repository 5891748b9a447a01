import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Document
from quotes.showing.plain import visible
from quotes.showing.table import write
from tests.showing.some import DOCUMENT, NASTY, quote

LONG = "We will answer at a time and in a manner of our own choosing, and the whole world will see it. " * 6


def written(found, **options):
    out = io.StringIO()
    write(found, out, **options)
    return out.getvalue()


def test_a_section_names_the_document_and_the_row_who_what_how_and_how_sure():
    text = written([(DOCUMENT, [quote()])], width=100)
    assert "a.txt: 1 quote" in text
    for part in ("Maria Zakharova (she)", "Yes.", "direct, told", "0.97"):
        assert part in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("width", [None, 100])
def test_a_section_tells_what_is_known_of_the_document(width):
    document = Document("a.html", "", "", title="Ferry\x1b sold", outlet="The Post", date="2026-03-02")
    text = written([(document, [quote()])], **({"width": width} if width else {}))
    assert f"a.html: 1 quote ({visible(document.title)}, The Post, 2026-03-02)" in text and "\x1b]" not in text


def test_eighty_columns_hold_every_word_of_a_long_quote():
    text = written([(DOCUMENT, [quote(LONG, name="Volodymyr Oleksandrovych Zelenskyy")])], width=80)
    lines = text.splitlines()
    assert max(map(len, lines)) <= 80
    assert "…" not in text
    middle = " ".join(line[20:75].strip() for line in lines)
    assert LONG.split() == [word for word in middle.split() if word in LONG.split()]


@pytest.mark.parametrize("width", [30, 40, 200])
def test_any_width_will_do(width):
    lines = written([(Document("x" * 300, "", ""), [quote(LONG + "w" * 300)])], width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_a_pipe_gets_each_quote_whole_on_one_line():
    [title, head, row, *rest] = written([(DOCUMENT, [quote(LONG + "\n\nAnd more.")])]).splitlines()
    assert title == "a.txt: 1 quote"
    assert head.split() == ["Speaker", "Sure", "Type", "Cue", "Quote"]
    assert row == f"Maria Zakharova (she)  0.97  direct  told  {LONG}And more."
    assert not any(rest)


@pytest.mark.parametrize("width", [None, 60])
def test_the_reason_stands_in_the_table_only_where_it_is_asked_for(width):
    found = [(DOCUMENT, [quote(why="cue “told”\x1b with a clause")])]
    told = " ".join(written(found, width=width, explain=True).split())
    assert "cue “told”\ufffd with a clause" in told
    assert "with a clause" not in written(found, width=width)


def test_the_words_of_an_explained_quote_still_end_its_line():
    [_, head, row, *_] = written([(DOCUMENT, [quote()])], explain=True).splitlines()
    assert head.split() == ["Speaker", "Sure", "Type", "Cue", "Why", "Quote"]
    assert row.endswith("told  cue “told” with a clause  Yes.")


def test_documents_without_quotes_and_quotes_without_speaker_or_cue():
    assert written([(DOCUMENT, [])]) == ""
    assert "—        0.97  direct  —    Yes." in written([(DOCUMENT, [quote(name=None, cue=None)])])


@pytest.mark.parametrize("width", [None, 80])
@pytest.mark.parametrize("text", NASTY)
def test_text_from_articles_is_neither_markup_nor_control_code(text, width):
    shown = written([(Document(text, "", ""), [quote(text, name=text, mention=text, cue=text, why=text)])], width=width,
                    explain=True)
    assert not {unicodedata.category(char) for char in shown.replace("\n", "")} & {"Cc", "Cf", "Cs", "Zl"}
    if text in ("[bold]not markup[/bold]", "[/]", ":smile:"):
        assert shown.count(text) >= 3


def test_columns_stand_under_each_other_with_wide_characters():
    rows = written([(DOCUMENT, [quote(name="日本", mention="日本"), quote(name="Abcd", mention="Abcd")])]).splitlines()[2:4]
    assert rows[0].startswith("日本     0.97") and rows[1].startswith("Abcd     0.97")


@given(st.text(alphabet=st.characters()))
def test_visible_text_is_one_line_that_can_be_encoded(text):
    shown = visible(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown or "\ufffd" in shown or shown != shown.strip()


def test_words_are_kept_and_invisible_marks_are_not():
    assert visible("It’s  “fine”,\nhe\u00a0said 👩\u200d🚒") == "It’s “fine”, he said 👩\u200d🚒"
    assert visible("a\u202eb\u200b\x1b") == "ab\ufffd"
