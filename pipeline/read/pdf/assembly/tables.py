"""Grids to rows: which grids are one table over several pages, which rows print its header again, which were torn by a page."""

from pipeline.read.looks import is_capitals, is_title
from pipeline.read.page import Rect
from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.paragraphs import Paragraphs
from pipeline.read.pdf.assembly.passage import Passage, Passages
from pipeline.read.pdf.assembly.placed import PlacedGrid, Row
from pipeline.read.pdf.assembly.torn import goes_on, is_torn, mend
from pipeline.read.pdf.assembly.type import Type

FEWEST_KEYS = 3  # rows
KEYLESS = -1_000_000
HEADERS = 3  # rows that a table's header may have
LONGEST_BAND = 16  # words of a heading that spans a table


class Tables:
    """The tables of a paper, of which the last one is open while its grids go on from page to page."""

    def __init__(self, type_: Type) -> None:
        self._type = type_
        self._above: PlacedGrid | None = None
        self._header: list[list[str]] = []
        self._keys = 0  # rows with something in their first cell; far below 0 once there is one without
        self._count = 0

    def close(self) -> None:
        """Something else is printed below: the next grid is a table of its own."""
        self._above = None

    def add(self, placed: PlacedGrid, last: Passage | None) -> list[Passage]:
        """The rows that the grid adds; `last` is the row printed last, which a torn one is added to."""
        above = self._above if self._above and placed.page > self._above.page and placed.goes_on(self._above) else None
        rows = [self._row(row, number in placed.bands, placed.grid.ruled) for number, row in enumerate(placed.rows)]
        printed = [_printed(row) for row in rows[:HEADERS]]
        if above:
            repeated = _shared(printed, self._header)
            rows = rows[repeated:]
            if not repeated and rows and self._header and _strip_header(rows[0], self._header[0]):
                repeated = 1
            is_open = (placed.grid.open_head and not repeated) or above.grid.open_foot or self._keys >= FEWEST_KEYS
            if rows and last and last.kind == "row" and is_torn(last, rows[0], is_open):
                mend(last, rows.pop(0))
        else:
            self._count += 1
            self._header, self._keys = printed, 0
        self._above = placed
        self._keys += sum(1 if row.cells and row.cells[0] else KEYLESS for row in rows if row.kind == "row")
        for row in rows:
            row.table = self._count - 1 if row.kind == "row" else None
        return [row for row in rows if row.text or any(row.cells)]

    def take(self, line: Line, last: Passage | None) -> bool:
        """Adds a line below a table without lines to its last row, if it stands in one of its columns and goes on with that cell."""
        column = self._above.column_of(line) if self._above else None
        if column is None or last is None or last.kind != "row" or column >= len(last.cells) or not last.cells[column]:
            return False
        part = last.cells[column][-1]
        if not goes_on([part], [Passage("paragraph", [line])]):
            return False
        part.lines.append(line)
        return True

    def _row(self, row: Row, is_band: bool, ruled: bool) -> Passage:
        parts = [_paragraphs(lines, rect, self._type) for lines, rect in zip(row.cells, row.rects, strict=True)]
        return _band(parts[row.filled[0]]) if is_band else Passage("row", cells=parts, certain=ruled)


def _band(parts: Passages) -> Passage:
    """A row of one cell as wide as the table: a heading or a remark between its rows."""
    lines = [line for part in parts for line in part.lines]
    text = " ".join(line.text for line in lines)
    short = len(text.split()) <= LONGEST_BAND and text[-1] not in ".;,"
    heads = short and (all(line.bold for line in lines) or is_capitals(text) or is_title(text))
    return Passage("heading" if heads else "paragraph", lines)


def _paragraphs(lines: list[Line], rect: Rect | None, type_: Type) -> Passages:
    """The paragraphs of a cell."""
    if not lines or rect is None:
        return []
    left = min(line.x0 for line in lines)
    edge = max(rect.x1 - max(left - rect.x0, 0), max(line.x1 for line in lines))
    paragraphs, above = Paragraphs(type_), None
    for line in lines:
        line.edge = edge
        paragraphs.add(line, above)
        above = line
    return paragraphs.found


def _printed(row: Passage) -> list[str]:
    return [" ".join(part.text for part in cell) for cell in row.cells]


def _strip_header(row: Passage, header: list[str]) -> bool:
    """Takes the header, printed again, off a row that it was taken for one with, as no line parts the two; whether it was."""
    if len(row.cells) != len(header) or any(not cell or cell[0].text != head for cell, head in zip(row.cells, header, strict=True)):
        return False
    for cell in row.cells:
        del cell[0]
    return True


def _shared(printed: list[list[str]], header: list[list[str]]) -> int:
    """How many of the first rows print the table's header again."""
    count = 0
    while count < min(len(printed), len(header)) and printed[count] == header[count] and sum(map(bool, printed[count])) > 1:
        count += 1
    return count
