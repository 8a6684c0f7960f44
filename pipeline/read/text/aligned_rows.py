"""The rows of an aligned table: which of its lines print one row, and what each cell holds."""

import re

from pipeline.read.rows import Part, Row
from pipeline.read.text.aligned import AlignedTable
from pipeline.read.text.gaps import cells
from pipeline.read.text.lines import Line

RAGGED = 0.9  # of a column, as words seldom fill it to its edge
LONGEST_NAME = 20
BULLET = re.compile(r"[•▪●◦‣]|[-–*] ")
OPEN_END = re.compile(r"(?:\b(?:and|of|for|the|to|in|on|with|by|a|an)|[-–&,/])$", re.IGNORECASE)
FIGURE = re.compile(r"[£$€<>]?\d[\d.,]*[%km]?")
SMALL = re.compile(r"(?!\S+[@/]|www\.)[a-z]")

Cells = list[tuple[int, int]]


def read_rows(table: AlignedTable, source: str, lines: list[Line]) -> list[tuple[int, Row]]:
    """The rows in order, each with its first line's number."""
    reader = _Reader(table, source, lines)
    rows: list[tuple[int, list[Cells]]] = []
    for index in table.lines:
        printed = reader.cells(index)
        if rows and reader.goes_on(index, printed, rows[-1][1], is_header=table.has_header and len(rows) == 1):
            rows[-1][1].append(printed)
        else:
            rows.append((index, [printed]))
    return [(index, reader.row(printed)) for index, printed in rows]


class _Reader:
    def __init__(self, table: AlignedTable, source: str, lines: list[Line]) -> None:
        self._table, self._source, self._lines = table, source, lines
        starts = [0, *(gutter.end for gutter in table.gutters)]
        ends = [*starts[1:], max(lines[index].end - lines[index].begin for index in table.lines) + 2]
        self._widths = [RAGGED * (end - start - 2) for start, end in zip(starts, ends, strict=True)]

    def cells(self, index: int) -> Cells:
        """Where the source prints each cell of a line."""
        line = self._lines[index]
        return [(line.begin + a, line.begin + b) for a, b in cells(self._source[line.begin : line.end], self._table.gutters)]

    def goes_on(self, index: int, printed: Cells, row: list[Cells], is_header: bool) -> bool:
        """Whether a line goes on with the row above, rather than beginning one of its own."""
        filled = sorted(self._filled(printed))
        if index in self._table.headings or any(other in self._table.headings for other in range(index - 2, index)):
            return False
        if self._lines[index - 1].is_blank:
            return 0 not in filled and (len(filled) == 1 or self._source[printed[filled[0]][0]].islower())
        if is_header and self._names(printed, index):
            return True
        wraps = [column for column in filled if self._wraps(column, printed, row)]
        if 0 not in filled:
            return bool(wraps) or len(filled) == 1
        return 0 in wraps and (self._goes_on_small(printed, row) or set(filled) < self._filled(row[-1]))

    def _goes_on_small(self, printed: Cells, row: list[Cells]) -> bool:
        """Whether a cell begins small, below words of its own: in the middle of a sentence, not with an address of a mail or site.

        A figure is complete.
        """
        beside = ((cell, above) for cell, above in zip(printed, row[-1], strict=True) if cell[0] < cell[1] and above[0] < above[1])
        return any(SMALL.match(self._source, *cell) is not None and not FIGURE.fullmatch(self._source, *above) for cell, above in beside)

    def _filled(self, printed: Cells) -> set[int]:
        return {column for column, (start, end) in enumerate(printed) if start < end}

    def _wraps(self, column: int, printed: Cells, row: list[Cells]) -> bool:
        """Whether a cell's line goes on with the one above: it begins small, or had no room left there."""
        words, before = self._source[slice(*printed[column])], self._source[slice(*row[-1][column])]
        if words[0].islower() or not before:
            return words[0].islower()
        if column == 0 and re.search(r"\d", words.split()[0]):  # a reference
            return False
        return words[0] == "(" or OPEN_END.search(before) is not None or len(before) + 1 + len(words.split()[0]) > self._widths[column]

    def _names(self, printed: Cells, index: int) -> bool:
        """Whether a line right below a header is its second: short names, and blank lines below."""
        below = self._lines[index + 1] if index + 1 < len(self._lines) else None
        words = [self._source[slice(*cell)] for cell in printed]
        return below is not None and below.is_blank and all(len(word) <= LONGEST_NAME and not re.search(r"\d", word) for word in words)

    def row(self, printed: list[Cells]) -> Row:
        """One row of the lines that print it."""
        columns = [[cell for cell in column if cell[0] < cell[1]] for column in zip(*printed, strict=True)]
        return Row([self._parts(column) for column in columns], is_woven=len(printed) > 1)

    def _parts(self, column: Cells) -> list[Part]:
        """The paragraphs of a cell: one, or one for each bullet."""
        parts: list[Part] = []
        for start, end in column:
            if not parts or BULLET.match(self._source, start):
                parts.append([])
            parts[-1].append((start, end))
        return parts
