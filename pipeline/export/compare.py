"""Where a table's rows are not what its papers say: rows are made from papers, and corrections belong there or in the rules."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from pipeline.export.describe import table_path
from pipeline.export.mistakes import Mistakes, quoted
from pipeline.export.rows import Line, read_table
from pipeline.model.paper import Paper
from pipeline.register.rows import Row, paper_rows
from pipeline.register.schema import TABLES

LATER = {"body", "flags"}
"""Columns that are filled when all papers are in."""
CURE = "restore it; corrections belong beside the paper or in the rules, from which this row is made"


def compare_with_papers(folder: Path, name: str, mistakes: Mistakes) -> None:
    """Notes each cell of a table that is not what its paper's record says, and each row that no record has or that is missing."""
    wanted = {str(row[TABLES[name].key]): row for slug in _slugs(folder) for row in _rows(folder, slug).get(name, ())}
    for line in read_table(folder, name, Mistakes()):
        if row := wanted.pop(str(line.row[0]), None):
            _compare(name, line, row, mistakes)
    for key in wanted:
        mistakes.note(table_path(name), None, None, f"the row {quoted(key)} is missing")


def _compare(name: str, line: Line, row: Row, mistakes: Mistakes) -> None:
    for column, value in zip(TABLES[name].columns, line.row, strict=True):
        should = row.get(column)
        if column in row and column not in LATER and value != should and not (name == "papers" and column in ("fingerprint", "ingested")):
            says = f"{quoted(_said(value))} should be {quoted(_said(should))}, as in its paper's record"
            mistakes.note(table_path(name), line.number, column, says, CURE)


def _said(value: object) -> str:
    return "nothing" if value is None else str(value)


def _slugs(folder: Path) -> Iterator[str]:
    return (path.stem for path in sorted((folder / "papers").glob("*.json")))


def _rows(folder: Path, slug: str) -> dict[str, list[Row]]:
    try:
        return paper_rows(Paper.model_validate_json((folder / "papers" / f"{slug}.json").read_bytes()), "", "")
    except ValidationError:
        return {}
