"""Listings of anything."""

import csv
import io
import json

import pytest
from rich.text import Text

from quotes.showing.csv import original
from quotes.showing.listing import Column, write_csv, write_jsonl, write_table
from tests.showing.some import NASTY

COLUMNS = (Column("Name", ratio=1), Column("Times", right=True), Column("Words", ratio=2))


def table(*rows, width=None):
    out = io.StringIO(newline="")
    write_table(COLUMNS, rows, out, width=width)
    return out.getvalue()


def test_in_a_file_each_row_is_one_whole_line():
    long = "words " * 50 + "end"
    assert table(("Zoë", "7", Text(long)), ("日本", "12", "")).splitlines() == [
        "Name  Times  Words", f"Zoë   7      {long}", "日本  12"]


def test_on_a_terminal_it_fills_the_width_and_cuts_nothing():
    lines = table(("Zoë", "7", "words " * 50 + "end"), width=60).splitlines()
    assert all(len(line) <= 60 for line in lines) and len(lines) > 5 and "end" in "".join(lines)


def test_no_rows_no_table():
    assert table() == ""


@pytest.mark.parametrize("width", [None, 80])
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_in_a_cell_is_a_command_to_a_terminal(nasty, width):
    shown = table((nasty, "1", "x"), width=width)
    assert not set("\x1b\x9b\u202e\u2028\ufeff\r") & set(shown)
    shown.encode("utf-8")


@pytest.mark.parametrize("nasty", NASTY)
def test_csv_and_json_give_each_cell_back(nasty):
    out = io.StringIO(newline="")
    write_csv(("a", "b"), [(nasty, 1)], out)
    ((cell, number),) = list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:]
    plain = nasty.encode("utf-8", "backslashreplace").decode()
    assert (original(cell), number) == (plain, "1") and not cell.startswith("=")
    out = io.StringIO(newline="")
    write_jsonl([{"a": plain}], out)
    assert len(out.getvalue().splitlines()) == 1 and json.loads(out.getvalue()) == {"a": plain}
