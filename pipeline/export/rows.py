"""A table's CSV file as rows, with what is wrong in it."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.export.cells import to_value
from pipeline.export.describe import table_path
from pipeline.export.mistakes import Mistakes, quoted
from pipeline.register.schema import TABLES
from pipeline.register.snapshot import Values

if TYPE_CHECKING:
    import _csv

UNDECODED = re.compile("[\udc80-\udcff]")
"""What Python makes of bytes that are no UTF-8."""
LARGEST = 2**31 - 1
"""Characters that a cell may have; Python's own bound is too low for the passages of a flag."""


class Line(NamedTuple):
    """A row of a file, and the line that it begins on, counted from 1."""

    number: int
    row: Values


def read_table(folder: Path, name: str, mistakes: Mistakes) -> Iterator[Line]:
    """The rows of a table, columns as in the schema; those with mistakes are left out. Raises OSError."""
    file, columns = table_path(name), tuple(TABLES[name].columns)
    csv.field_size_limit(LARGEST)
    try:
        stream = (folder / file).open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except FileNotFoundError:
        mistakes.note(file, None, None, "it is missing")
        return
    with stream:
        records = _records(csv.reader(stream, strict=True), file, mistakes)
        _, heading = next(records, (1, []))
        if not _is_heading(heading, columns, file, mistakes):
            return
        order = [heading.index(column) for column in columns]
        for number, cells in records:
            if len(cells) != len(columns):
                mistakes.note(
                    file, number, None, f"it has {len(cells)} cells, and {len(columns)} columns", "put a comma between any two cells"
                )
            elif row := _row(name, [cells[at] for at in order], file, number, mistakes):
                yield Line(number, row)


def _records(reader: "_csv.Reader", file: str, mistakes: Mistakes) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record that is not empty, and the line that it begins on."""
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cure = 'put a text with commas, quotes or several lines in double quotes, and write "" for a quote in it'
            mistakes.note(file, number, None, "its quotes do not match", cure)
            return
        if cells:
            yield number, cells


def _is_heading(heading: Sequence[str], columns: Sequence[str], file: str, mistakes: Mistakes) -> bool:
    """Whether the first line names the columns, in whatever order."""
    if len(heading) == 1 and len(columns) > 1 and (";" in heading[0] or "\t" in heading[0]):
        mistakes.note(file, 1, None, "its columns are not parted by commas", "save it with commas between the cells")
        return False
    for column in columns:
        if heading.count(column) != 1:
            mistakes.note(file, 1, column, "the first line lacks it" if column not in heading else "the first line names it twice")
    for column in heading:
        if column not in columns:
            mistakes.note(file, 1, None, f"{quoted(column)} is no column of this table", f"its columns are {', '.join(columns)}")
    return sorted(heading) == sorted(columns)


def _row(name: str, cells: Sequence[str], file: str, number: int, mistakes: Mistakes) -> Values | None:
    """The values of a record; None where one is wrong."""
    before, table, values = len(mistakes), TABLES[name], []
    for (column, kind), cell in zip(table.columns.items(), cells, strict=True):
        try:
            values.append(to_value(cell, kind))
        except ValueError as error:
            mistakes.note(file, number, column, f"{quoted(cell)} should be {error}", "write it so, or leave the cell empty")
        if not cell.isascii() and UNDECODED.search(cell):
            mistakes.note(file, number, column, "it is not UTF-8", "save the file as UTF-8")
    if len(mistakes) == before and values[0] is None:
        mistakes.note(file, number, table.key, "it is empty, but it is the key of the row", "every row needs its own")
    return tuple(values) if len(mistakes) == before else None
