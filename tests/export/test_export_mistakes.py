"""An export that is not as it was written is refused, every mistake with its place and its cure, and nothing is written."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.export import ExportError, MistakenExportError, import_export

PAPERS, TARGETS, ALIKE = "tables/papers.csv", "tables/targets.csv", "tables/alike.csv"


@pytest.fixture
def said(exported: Path, tmp_path: Path) -> Callable[[], list[str]]:
    """The mistakes that an import names; it must write nothing."""

    def lines() -> list[str]:
        with pytest.raises(MistakenExportError) as error:
            import_export(exported, tmp_path / "again", force=False)
        assert not [*tmp_path.glob("again*"), *tmp_path.glob(".again*")]
        return str(error.value).splitlines()[1:]

    return lines


@pytest.fixture
def change(exported: Path) -> Callable[..., None]:
    """Changes a cell, given by its line, as if no text had several, and the column."""

    def write(file: str, line: int, column: str, value: str) -> None:
        with (exported / file).open(encoding="utf-8", newline="") as stream:
            records = list(csv.reader(stream))
        records[line - 1][records[0].index(column)] = value
        with (exported / file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(records)

    return write


def test_a_number_that_is_none(change, said):
    change(TARGETS, 2, "value", "sixty")
    change(TARGETS, 3, "page", "2.5")
    assert said() == [
        f"{TARGETS}, line 2, column value: “sixty” should be a number with a point, such as 12.5: write it so, or leave the cell empty.",
        f"{TARGETS}, line 3, column page: “2.5” should be a whole number, such as 12: write it so, or leave the cell empty.",
    ]


def test_a_cell_that_is_not_what_its_paper_says(change, said):
    change(PAPERS, 2, "publisher", "Elsewhere")
    (mistake,) = said()
    assert mistake.startswith(f"{PAPERS}, line 2, column publisher: “Elsewhere” should be “Anytown Council”, as in its paper's record: ")
    assert mistake.endswith("corrections belong beside the paper or in the rules, from which this row is made.")


def test_a_row_that_no_paper_tells(change, said):
    change(ALIKE, 2, "members", "7")
    assert said() == [f"{ALIKE}: it was changed after it was written: take the file from the export again."]


def test_a_link_to_nothing(change, said):
    change(ALIKE, 2, "paper", "nowhere")
    assert said() == [f"{ALIKE}, line 2, column paper: it names a row that tables/papers.csv does not have: name one that is there."]


def test_a_key_that_stands_twice(change, said, exported):
    rows = (exported / PAPERS).read_bytes().splitlines(keepends=True)
    (exported / PAPERS).write_bytes(b"".join([*rows, rows[1]]))
    assert said() == [f"{PAPERS}, line {len(rows) + 1}, column slug: parks stands above already: leave one of the two."]


def test_a_key_that_is_empty(change, said):
    change(PAPERS, 2, "slug", "")
    assert said() == [f"{PAPERS}, line 2, column slug: it is empty, but it is the key of the row: every row needs its own."]


def test_a_row_that_is_missing(said, exported):
    rows = (exported / TARGETS).read_bytes().splitlines(keepends=True)
    (exported / TARGETS).write_bytes(b"".join(rows[:-1]))
    (mistake,) = said()
    assert mistake.startswith(f"{TARGETS}: the row “") and mistake.endswith("” is missing: take the file from the export again.")


def test_a_table_that_is_missing(said, exported):
    (exported / ALIKE).unlink()
    assert said() == [f"{ALIKE}: it is missing: take the file from the export again."]


def test_a_column_that_is_missing_and_one_too_many(said, exported):
    text = (exported / ALIKE).read_text(encoding="utf-8")
    (exported / ALIKE).write_text(text.replace("members", "number", 1), encoding="utf-8")
    assert said() == [
        f"{ALIKE}, line 1, column members: the first line lacks it: take the file from the export again.",
        f"{ALIKE}, line 1: “number” is no column of this table: its columns are id, commitment, paper, group, members.",
    ]


def test_semicolons(said, exported):
    (exported / ALIKE).write_text((exported / ALIKE).read_text().replace(",", ";"))
    assert said() == [f"{ALIKE}, line 1: its columns are not parted by commas: save it with commas between the cells."]


def test_a_row_with_too_few_cells(said, exported):
    with (exported / ALIKE).open("a") as stream:
        stream.write("c1,c2\r\n")
    assert said()[0].endswith(": it has 2 cells, and 5 columns: put a comma between any two cells.")


def test_quotes_that_do_not_match(said, exported):
    lines = (exported / ALIKE).read_bytes().count(b"\n")
    with (exported / ALIKE).open("a") as stream:
        stream.write('"c1,c2\r\n')
    assert said()[0].startswith(f"{ALIKE}, line {lines + 1}: its quotes do not match: put a text with commas, quotes or several lines")


def test_another_encoding(said, exported):
    words = (exported / PAPERS).read_bytes().replace(b"Anytown", b"Anyt\xf6wn", 1)
    (exported / PAPERS).write_bytes(words)
    assert said() == [f"{PAPERS}, line 2, column publisher: it is not UTF-8: save the file as UTF-8."]


def test_a_record_that_was_changed_or_is_missing(said, exported):
    (exported / "papers" / "parks.json").write_text("{}")
    (exported / "papers" / "streets.json").unlink()
    assert said() == [
        "papers/parks.json: it was changed after it was written: take the file from the export again.",
        "papers/streets.json: it is missing: take the file from the export again.",
    ]


def test_many_mistakes_are_counted(said, change):
    for line in range(2, 13):
        change("tables/owners.csv", line, "position", "first")
        change("tables/owners.csv", line, "page", "one")
    assert len(said()) == 21
    assert said()[-1] == "And 2 more."


def test_what_a_spreadsheet_changes_without_harm_is_no_mistake(exported, tmp_path):
    for path in (exported / "tables").iterdir():
        with path.open(encoding="utf-8", newline="") as stream:
            heading, *rows = csv.reader(stream)
        with path.open(
            "w", encoding="utf-8-sig", newline=""
        ) as stream:  # other line ends, every cell in quotes, columns and rows turned round
            turned = ([*reversed(row)] for row in [heading, *reversed(rows)])
            csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(turned)
    assert import_export(exported, tmp_path / "again", force=False).changed


def test_another_version_is_refused(exported, tmp_path):
    package = json.loads((exported / "datapackage.json").read_text())
    package["pledgebook"] = {"version": "9.9", "schema": 1}
    (exported / "datapackage.json").write_text(json.dumps(package))
    with pytest.raises(ExportError, match=r"was made by another version of Pledgebook \(9.9\): import it with that one"):
        import_export(exported, tmp_path / "again", force=False)


@pytest.mark.parametrize(
    ("words", "says"), [(None, "is no export of a register"), ("{", "is not as it was written"), ("[]", "is not as it was")]
)
def test_what_is_no_export_is_refused(tmp_path, words, says):
    if words is not None:
        (tmp_path / "datapackage.json").write_text(words)
    with pytest.raises(ExportError, match=says):
        import_export(tmp_path, tmp_path / "again", force=False)
