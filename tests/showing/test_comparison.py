import csv
import io
import json

from quotes.comparing import compare
from quotes.showing.comparison import COLUMNS, write
from tests.verifying.corpus import article

WALL = "⟦Ann Lee|“The harbour needs a new wall before winter.”⟧ said Ann Lee."
GROUPS = compare([article(WALL, name="a.txt", outlet="The Echo", date="2022-03-29"),
                  article(WALL.replace("new", "stone"), name="b.txt", outlet="The Post", date="2022-03-30")])


def written(form):
    out = io.StringIO()
    write(GROUPS, form, out)
    return out.getvalue()


def test_json_lines_have_a_group_a_line():
    (line,) = written("jsonl").splitlines()
    group = json.loads(line)
    assert group["documents"] == 2 and group["translated"]
    assert [(one["how"], one["outlet"], one["changes"]) for one in group["variants"]] == [
        ("base", "The Echo", []),
        ("changed", "The Post", [{"kind": "wording", "variant": "stone", "base": "new"}])]


def test_csv_has_a_row_a_variant():
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert list(rows[0]) == list(COLUMNS)
    assert [(row["group"], row["document"], row["kinds"]) for row in rows] == [
        ("1", "a.txt", ""), ("1", "b.txt", "wording")]


def test_the_table_has_variants_side_by_side_with_what_differs_marked():
    out = written("table")
    assert "  compared with: 2022-03-29, The Echo, Ann Lee, direct, a.txt, 0–45\n" in out
    assert "    The harbour needs a [-new-] {+stone+} wall before winter\n" in out
    assert "possibly translated" in out
