"""Grids to rows: which grids are one table over several pages, which rows print its header again, which were torn by a page."""

from collections.abc import Sequence

from pipeline.read.looks import is_capitals, is_title
from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.assembly.lines import Line, find_lines
from pipeline.read.pdf.assembly.paragraphs import Paragraphs, is_full
from pipeline.read.pdf.assembly.passage import Passage, Passages
from pipeline.read.pdf.assembly.type import Type
from pipeline.read.pdf.cells import fill
from pipeline.read.rows import STOPS

ALIGNED = 4.0  # points by which the columns of one table may differ from page to page
LONGEST_BAND = 16  # words of a heading that spans a table


class PlacedGrid:
    """A grid where it stands on its page; `rows` hold the printed lines of each cell of each row."""

    def __init__(self, grid: Grid, words: Sequence[Word], page: int) -> None:
        self.grid = grid
        self.page = page
        self.rows = [[find_lines(cell, page) for cell in row] for row in fill(grid, words)]
        cells = [cell for row in grid.rows for cell in row if cell]
        self.x0, self.top = min(cell.x0 for cell in cells), min(cell.top for cell in cells)
        self.x1, self.bottom = max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)
        self.edges = _edges(grid)

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside, by its centre."""
        return self.x0 <= (word.x0 + word.x1) / 2 <= self.x1 and self.top <= (word.top + word.bottom) / 2 <= self.bottom

    def goes_on(self, above: "PlacedGrid") -> bool:
        """Whether it has the columns of a grid on the page before."""
        same = len(self.edges) == len(above.edges)
        return same and all(abs(a - b) <= ALIGNED for a, b in zip(self.edges, above.edges, strict=True))


class Tables:
    """The tables of a paper, of which the last one is open while its grids go on from page to page."""

    def __init__(self, type_: Type) -> None:
        self._type = type_
        self._above: PlacedGrid | None = None
        self._header: list[list[str]] = []
        self._count = 0

    def close(self) -> None:
        """Something else is printed below: the next grid is a table of its own."""
        self._above = None

    def add(self, placed: PlacedGrid, last: Passage | None) -> list[Passage]:
        """The rows that the grid adds; `last` is the row printed last, which a torn one is added to."""
        rows = [self._row(cells, rects, placed) for cells, rects in zip(placed.rows, placed.grid.rows, strict=True)]
        printed = [_printed(row) for row in rows]
        if self._above and placed.goes_on(self._above) and placed.page > self._above.page:
            repeated = _shared(printed, self._header)
            rows = rows[repeated:]
            if (
                rows
                and last
                and last.kind == "row"
                and _is_torn(last, rows[0], (placed.grid.open_head and not repeated) or self._above.grid.open_foot)
            ):
                _mend(last, rows.pop(0))
        else:
            self._count += 1
            self._header = printed[:3]
        self._above = placed
        for row in rows:
            row.table = self._count - 1 if row.kind == "row" else None
        return [row for row in rows if row.text or any(row.cells)]

    def _row(self, cells: list[list[Line]], rects: tuple[Rect | None, ...], placed: PlacedGrid) -> Passage:
        parts = [_paragraphs(lines, rect, self._type) for lines, rect in zip(cells, rects, strict=True)]
        if len(parts) > 1 and parts[0] and rects[1:].count(None) == len(rects) - 1:
            return _band(parts[0])
        return Passage("row", cells=parts, certain=placed.grid.ruled)


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


def _edges(grid: Grid) -> list[float]:
    """The left edges of its columns, and the last one's right edge."""
    columns = zip(*grid.rows, strict=True)
    lefts = [min((cell.x0 for cell in column if cell), default=-1.0) for column in columns]
    return [*lefts, max(cell.x1 for row in grid.rows for cell in row if cell)]


def _printed(row: Passage) -> list[str]:
    return [" ".join(part.text for part in cell) for cell in row.cells]


def _shared(printed: list[list[str]], header: list[list[str]]) -> int:
    """How many of the first rows print the table's header again."""
    count = 0
    while count < min(len(printed), len(header)) and printed[count] == header[count] and sum(map(bool, printed[count])) > 1:
        count += 1
    return count


def _is_torn(above: Passage, row: Passage, is_open: bool) -> bool:
    """Whether a page's first row is the rest of the row before: it fills only cells that go on, and not all of them.

    `is_open` says that no line closes the two where the page parts them.
    """
    if row.kind != "row" or len(row.cells) != len(above.cells):
        return False
    filled = [(cell, rest) for cell, rest in zip(above.cells, row.cells, strict=True) if rest]
    if not filled or len(filled) == sum(map(bool, above.cells)) or (row.cells[0] and not above.cells[0]):
        return False
    beside = [rest for cell, rest in filled if not cell]
    going_on = [rest for cell, rest in filled if cell and _goes_on(cell, rest)]
    others = [rest for cell, rest in filled if cell and not _goes_on(cell, rest)]
    if is_open and not row.cells[0]:
        return True
    return all(rest[0].label for rest in others) and bool(going_on or (beside and not row.cells[0]))


def _goes_on(cell: Passages, rest: Passages) -> bool:
    """Whether a sentence or a name that a page tore goes on."""
    last, first = cell[-1].last, rest[0].lines[0]
    return last.text[-1] not in STOPS and (first.text[0].islower() or is_full(last, first))


def _mend(above: Passage, row: Passage) -> None:
    """Adds the cells of a torn row to the row above; a sentence that the page tore goes on in its paragraph."""
    for cell, rest in zip(above.cells, row.cells, strict=True):
        if cell and rest and _goes_on(cell, rest):
            cell[-1].lines += rest.pop(0).lines
        cell += rest
