"""A grid where it stands on its page, with the lines in its cells."""

from collections.abc import Sequence

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.assembly.lines import Line, find_lines
from pipeline.read.pdf.cells import fill

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
    """A grid on a page; `bands` are the rows, counted from 0, that a single cell spans; columns that hold no word are left out."""

    def __init__(self, grid: Grid, words: Sequence[Word], page: int) -> None:
        self.grid = grid
        self.page = page
        cells = [cell for row in grid.rows for cell in row if cell]
        self.x0, self.top = min(cell.x0 for cell in cells), min(cell.top for cell in cells)
        self.x1, self.bottom = max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)
        found = [[find_lines(cell, page) for cell in row] for row in fill(grid, words)]
        rows = [Row(lines, rects) for lines, rects in zip(found, grid.rows, strict=True)]
        middles = _middles(rows)
        self.bands = {index for index, row in enumerate(rows) if row.spans([*middles.values()])}
        used = sorted({index for number, row in enumerate(rows) for index in row.filled if number not in self.bands})
        self.edges = [min((rect.x0 for row in rows if (rect := row.rects[index])), default=0.0) for index in used]
        self.rows = [
            row if number in self.bands else Row([row.cells[index] for index in used], [row.rects[index] for index in used])
            for number, row in enumerate(rows)
        ]

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside, by its centre."""
        return self.x0 <= (word.x0 + word.x1) / 2 <= self.x1 and self.top <= (word.top + word.bottom) / 2 <= self.bottom

    def goes_on(self, above: "PlacedGrid") -> bool:
        """Whether it has the columns of a grid on the page before."""
        same = len(self.edges) == len(above.edges)
        return same and all(abs(a - b) <= ALIGNED for a, b in zip(self.edges, above.edges, strict=True))


def _middles(rows: Sequence[Row]) -> dict[int, float]:
    """The middle of each column that holds words beside another one, by the narrowest cell there."""
    widths: dict[int, Rect] = {}
    for row in rows:
        for index in row.filled if len(row.filled) > 1 else []:
            rect = row.rects[index]
            if rect and (index not in widths or rect.x1 - rect.x0 < widths[index].x1 - widths[index].x0):
                widths[index] = rect
    return {index: (rect.x0 + rect.x1) / 2 for index, rect in widths.items()}
