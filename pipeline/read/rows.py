"""Table rows of text exports: tab-separated and piped, torn over lines, and the paragraphs inside a cell."""

import re
from dataclasses import dataclass, field

from pipeline.read.lines import Line

Segment = tuple[int, int]
Part = list[Segment]

PARAGRAPH_TAG = re.compile(r"</?(?:p|br|li|ul|ol|div|td|th|tr)\b[^<>]*>", re.IGNORECASE)
TAB = re.compile("\t")
PIPE = re.compile(r"(?<!\\)\|")


@dataclass
class Row:
    """A row while it is put together: for each cell its parts, for each part the stretches of source it consists of."""

    cells: list[list[Part]] = field(default_factory=list)

    def last_part(self) -> Part | None:
        """The part printed last."""
        return next((cell[-1] for cell in reversed(self.cells) if cell), None)

    def filled(self) -> int:
        """How many cells hold words."""
        return sum(bool(cell) for cell in self.cells)


def split_row(source: str, line: Line) -> Row:
    """The row on a line; a leading tab stands for an empty first cell."""
    if source[line.start] == "|":
        end = line.end - 1 if source[line.end - 1] == "|" else line.end
        return Row([_parts(source, a, b) for a, b in _between(PIPE, source, line.start + 1, end)])
    return Row([_parts(source, a, b) for a, b in _between(TAB, source, line.begin, line.end)])


def repeats(row: Row, first: Row, source: str) -> bool:
    """Whether a row prints the table's header again, as at the top of a page."""
    return len(row.cells) == len(first.cells) > 1 and row.filled() > 1 and _printed(row, source) == _printed(first, source)


def continues(row: Row, above: Row | None, source: str) -> bool:
    """Whether a row with an empty first cell goes on with the row above, rather than standing under the same merged first cell."""
    if above is None or not row.cells or row.cells[0] or not row.filled():
        return False
    first = next(cell[0][0][0] for cell in row.cells if cell)
    return row.filled() == 1 or len(above.cells) <= 2 or source[first].islower()


def completes(row: Row, above: Row | None, columns: int, source: str) -> bool:
    """Whether the two are the halves of one row of `columns` cells, torn inside a cell."""
    if above is None or not row.cells or not row.cells[0] or len(above.cells) >= columns:
        return False
    last = above.last_part()
    torn = source[row.cells[0][0][0][0]].islower() or (last is not None and above.cells[-1] and source[last[-1][1] - 1] not in ".;:!?")
    return len(above.cells) + len(row.cells) - 1 == columns and bool(torn)


def join_below(above: Row, row: Row) -> None:
    """Adds each cell of a continuing row, as parts of their own, to the cell above it."""
    for index, cell in enumerate(row.cells):
        if index < len(above.cells):
            above.cells[index] += cell
        else:
            above.cells.append(cell)


def join_beside(above: Row, row: Row) -> None:
    """Goes on with the last cell of `above` where it was torn, and adds the cells behind it."""
    if above.cells[-1] and row.cells[0]:
        above.cells[-1][-1] += row.cells[0][0]
        above.cells[-1] += row.cells[0][1:]
    else:
        above.cells[-1] += row.cells[0]
    above.cells += row.cells[1:]


def _printed(row: Row, source: str) -> list[str]:
    return [" ".join(source[a:b] for part in cell for a, b in part) for cell in row.cells]


def _between(separator: re.Pattern[str], source: str, start: int, end: int) -> list[Segment]:
    pieces, position = [], start
    for match in separator.finditer(source, start, end):
        pieces.append((position, match.start()))
        position = match.end()
    return [*pieces, (position, end)]


def _parts(source: str, start: int, end: int) -> list[Part]:
    parts = []
    for a, b in _between(PARAGRAPH_TAG, source, start, end):
        printed = source[a:b].strip(" \u00a0\ufeff\0")
        if printed:
            at = source.index(printed, a)
            parts.append([(at, at + len(printed))])
    return parts
