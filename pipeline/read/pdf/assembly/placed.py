"""A grid where it stands on its page, with the lines in its cells."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.assembly.lines import Line, find_lines
from pipeline.read.pdf.cells import fill

# The label of a list item prints a stop, a bracket or a sign; a bare number is a reference, as action tables have.
LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?|[•▪●◦‣–—-]")
SPACE = 0.5  # heights: a wider gap is more than a space
WITHIN_CELL = 8.0  # heights: how far apart the words of a stretched line may stand in a cell
ALIGNED = 4.0  # points by which the columns of one table may differ from page to page


class Row:
    """A row of a grid: the lines in each of its cells, and where these are; None where another cell covers the place."""

    def __init__(self, cells: Sequence[list[Line]], rects: Sequence[Rect | None]) -> None:
        self.cells = cells
        self.rects = rects
        self.filled = [index for index, cell in enumerate(cells) if cell]

    def spans(self, middles: Sequence[float]) -> bool:
        """Whether it has words in a single cell, and that covers the middles of several columns."""
        rect = self.rects[self.filled[0]] if len(self.filled) == 1 else None
        return rect is not None and sum(rect.x0 < middle < rect.x1 for middle in middles) > 1


class PlacedGrid:
    """A grid on a page; `bands` are the rows, counted from 0, that a single cell spans; columns that hold no word are left out.

    `words` are the `id`s of those in its cells.
    """

    def __init__(self, grid: Grid, words: Sequence[Word], page: int) -> None:
        self.grid = grid
        self.page = page
        cells = [cell for row in grid.rows for cell in row if cell]
        self.x0, self.top = min(cell.x0 for cell in cells), min(cell.top for cell in cells)
        self.x1, self.bottom = max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)
        filled = fill(grid, words)
        while not grid.ruled and filled and _is_sentence(filled[-1]):
            filled.pop()
        self.words = {id(word) for row in filled for cell in row for word in cell}
        found = [[find_lines(cell, page, WITHIN_CELL) for cell in row] for row in filled]
        self._rows = [Row(lines, rects) for lines, rects in zip(found, grid.rows, strict=False)]
        middles = _middles(self._rows)
        self.bands = {index for index, row in enumerate(self._rows) if row.spans([*middles.values()])}
        self._edges = _edges(grid) if grid.ruled else _text_edges(self._rows)
        self._used = sorted({index for number, row in enumerate(self._rows) for index in row.filled if number not in self.bands})

    @property
    def rows(self) -> list[Row]:
        """Its rows from the top, with the columns that hold words; a band with all of them."""
        used = self._used
        return [
            row if number in self.bands else Row([row.cells[index] for index in used], [row.rects[index] for index in used])
            for number, row in enumerate(self._rows)
        ]

    @property
    def cells(self) -> list[list[Line]]:
        """The lines of each cell that holds words, from the top."""
        return [cell for row in self._rows for cell in row.cells if cell]

    @property
    def is_list(self) -> bool:
        """Whether it is but a list in boxes: labels of list items, and their words beside them."""
        if len(self._used) != 2:
            return False
        cells = [row.cells[self._used[0]] for number, row in enumerate(self._rows) if number not in self.bands]
        labels = [len(cell) == 1 and LABEL.fullmatch(cell[0].text) is not None for cell in cells if cell]
        return bool(labels) and all(labels)

    def column_of(self, line: Line) -> int | None:
        """Which of the used columns of a table without lines a line begins in, from 0; None for none, or in a ruled table."""
        if self.grid.ruled:
            return None
        places = [number for number, index in enumerate(self._used) if abs(self._edges[index] - line.x0) <= ALIGNED]
        ends = [*(self._edges[index] for index in self._used[1:]), float("inf")]
        return places[0] if places and line.x1 < ends[places[0]] else None

    def _lacks_columns(self, above: "PlacedGrid") -> bool:
        """Whether all its columns are some of those of a table above: a page with few rows may part fewer."""
        own = [self._edges[index] for index in self._used]
        if sorted(above._edges) != above._edges:  # a column there holds no word, so that nobody knows where it begins
            return False
        return len(own) > 1 and len(own) < len(above._edges) and all(any(abs(a - b) <= ALIGNED for b in above._edges) for a in own)

    def is_rest(self, above: "PlacedGrid") -> bool:
        """Whether it has the columns of a ruled grid on the page before."""
        return above.grid.ruled and _alike(self._edges, above._edges)

    def goes_on(self, above: "PlacedGrid") -> bool:
        """Whether it has the columns of a grid on the page before; then it uses those of them that are used there."""
        if _alike(self._edges, above._edges) and set(self._used) <= set(above._used):
            self._used = above._used
            return True
        if not (self.grid.ruled or above.grid.ruled) and self._lacks_columns(above):
            parted = [_parted(row, above._edges, self.page) for row in self._rows]
            self._rows = [row if number in self.bands else parted[number] for number, row in enumerate(self._rows)]
            self._edges, self._used = above._edges, above._used
            return True
        return _alike([self._edges[index] for index in self._used], [above._edges[index] for index in above._used])


def _parted(row: Row, edges: Sequence[float], page: int) -> Row:
    """A row of a table without lines by columns that begin at `edges`."""
    words = [word for cell in row.cells for line in cell for word in line.words]
    starts = [edge - ALIGNED for edge in edges]
    cells = [[word for word in words if max(bisect_right(starts, word.x0) - 1, 0) == index] for index in range(len(edges))]
    rects = [rect for rect in row.rects if rect]
    top, bottom, end = min(rect.top for rect in rects), max(rect.bottom for rect in rects), max(rect.x1 for rect in rects)
    places = [Rect(left, top, right, bottom) for left, right in pairwise([*edges, max(end, edges[-1])])]
    return Row([find_lines(cell, page, WITHIN_CELL) for cell in cells], places)


def _is_sentence(cells: Sequence[Sequence[Word]]) -> bool:
    """Whether mere spaces part the cells of a row that prints no lines: a sentence below the table."""
    filled = [cell for cell in cells if cell]
    gaps = [(right[0].x0 - left[-1].x1) / max(right[0].bottom - right[0].top, 1) for left, right in pairwise(filled)]
    return bool(gaps) and max(gaps) < SPACE


def _edges(grid: Grid) -> list[float]:
    """The left edge of each column."""
    return [min((rect.x0 for rect in column if rect), default=0.0) for column in zip(*grid.rows, strict=True)]


def _text_edges(rows: Sequence[Row]) -> list[float]:
    """Where the lines of each column begin: all that a table without lines has."""
    columns = zip(*(row.cells for row in rows), strict=True)
    return [min((line.x0 for cell in column for line in cell), default=0.0) for column in columns]


def _alike(edges: Sequence[float], others: Sequence[float]) -> bool:
    return len(edges) == len(others) and all(abs(a - b) <= ALIGNED for a, b in zip(edges, others, strict=True))


def _middles(rows: Sequence[Row]) -> dict[int, float]:
    """The middle of each column that holds words beside another one, by the narrowest cell there."""
    widths: dict[int, Rect] = {}
    for row in rows:
        for index in row.filled if len(row.filled) > 1 else []:
            rect = row.rects[index]
            if rect and (index not in widths or rect.x1 - rect.x0 < widths[index].x1 - widths[index].x0):
                widths[index] = rect
    return {index: (rect.x0 + rect.x1) / 2 for index, rect in widths.items()}
