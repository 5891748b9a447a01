"""Datelines, and what only looks like one."""

import pytest

from quotes.datelines import dateline_end

PROSE = "The board will sell the ferry."


@pytest.mark.parametrize("dateline", [
    "Brussels [Belgium], March 29 (ANI): ",
    "LISSEL (AP) — ",
    "LISSEL, Sorrenia, May 2 (Reuters) - ",
    "LISSEL, March 29: ",
    "Lissel, 29 March 2026: ",
    "LISSEL (Reuters): ",
    "Lissel — Reuters: ",
    "LISSEL. March 29 (Interfax) -- ",
    "PORT LISSEL, 2 March – ",
    "date 2022-03-29 Brussels [Belgium], March 29 (ANI): ",
])
def test_a_dateline_ends_with_its_mark(dateline):
    text = f"{dateline}{PROSE}"
    assert dateline_end(text, 0, len(text)) == len(dateline)
    assert dateline_end(f"Old.\n{text}", 5, 5 + len(text)) == 5 + len(dateline)


@pytest.mark.parametrize("text", [
    PROSE, "LISSEL: We sold her.", "Lissel — the town — will pay.", "Lissel — Brandvold: We sold her.",
    "Mayor Quell: ‘No one sails’", "On May 2: rain.", "lissel (AP) — rain.", "", "LISSEL (AP) —",
])
def test_what_may_be_prose_or_a_speaker_is_none(text):
    assert dateline_end(text, 0, len(text)) == 0
