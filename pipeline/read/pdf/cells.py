"""The words of a table in its cells."""

from bisect import bisect_right
from collections.abc import Iterable

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.lines import LEFT, find_lines

NEAR = 0.5  # points; edges closer than this are one
NOWHERE = (float("-inf"), float("-inf"), list[Word]())  # a place without a cell

Place = tuple[int, int]


def fill(grid: Grid, words: Iterable[Word]) -> list[list[list[Word]]]:
    """The words of each cell of each row, line by line and from the left; none where there is no cell.

    A word is in the cell that its middle is in. What of `words` stands in no cell is left out.
    """
    return [[_in_order(cell) if len(cell) > 1 else cell for cell in row] for row in scatter(grid, words)]


def scatter(grid: Grid, words: Iterable[Word]) -> list[list[list[Word]]]:
    """The words of each cell of each row, as `fill` gives them, but in their own order."""
    cells: list[list[list[Word]]] = [[[] for _ in row] for row in grid.rows]
    tops, edges = _starts(grid, 1), _starts(grid, 0)
    # By place the cell's right, its bottom and its words; the last row and column are for what stands above, or left, of all.
    spots: list[list[tuple[float, float, list[Word]]]] = [[NOWHERE] * (len(edges) + 1) for _ in range(len(tops) + 1)]
    for (below, right), (row, column) in _cover(grid, tops, edges).items():
        if cell := grid.rows[row][column]:
            spots[below][right] = (cell.x1, cell.bottom, cells[row][column])
    y, across = float("-inf"), spots[-1]
    for word in words:
        _, x0, top, x1, bottom, _, _ = word
        x, middle = (x0 + x1) / 2, (top + bottom) / 2
        if middle != y:  # the words of a line stand at one height
            y = middle
            across = spots[bisect_right(tops, y) - 1]
        end, foot, cell_words = across[bisect_right(edges, x) - 1]
        if x <= end and y <= foot:
            cell_words.append(word)
    return cells


def words_in(box: tuple[float, float, float, float], words: Iterable[Word]) -> list[Word]:
    """The words whose middle is in a box (`x0, top, x1, bottom`)."""
    x0, top, x1, bottom = box
    return [word for word in words if top <= (word[2] + word[4]) / 2 <= bottom and x0 <= (word[1] + word[3]) / 2 <= x1]


def words_outside(box: tuple[float, float, float, float], words: Iterable[Word]) -> list[Word]:
    """The words whose middle is not in a box (`x0, top, x1, bottom`)."""
    x0, top, x1, bottom = box
    return [word for word in words if not (top <= (word[2] + word[4]) / 2 <= bottom and x0 <= (word[1] + word[3]) / 2 <= x1)]


def bounds(grid: Grid) -> Rect:
    """The box around a grid."""
    cells = [cell for row in grid.rows for cell in row if cell]
    return Rect(
        min(cell.x0 for cell in cells), min(cell.top for cell in cells), max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)
    )


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two boxes share a place."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _cover(grid: Grid, tops: list[float], edges: list[float]) -> dict[Place, Place]:
    """For each place (row, column) of a grid, the place of the cell that covers it: itself, or the start of a merged cell.

    Where cells overlap, as crooked lines make them do, the lower and right one.
    """
    covered = {}
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            if cell:
                end = bisect_right(edges, cell.x1 - NEAR)
                for below in range(y, bisect_right(tops, cell.bottom - NEAR)):
                    for right in range(x, end):
                        covered[below, right] = (y, x)
    return covered


def _starts(grid: Grid, side: int) -> list[float]:
    """Where the rows (side 1) or the columns (side 0) of a grid begin; each begins a cell of its own."""
    lines = grid.rows if side else tuple(zip(*grid.rows, strict=True))
    return [min(cell[side] for cell in line if cell) for line in lines]


def _in_order(words: list[Word]) -> list[Word]:
    tops = [word.top for word in words]
    if max(tops) - min(tops) < NEAR:
        return sorted(words, key=LEFT)
    return [word for line in find_lines(words) for word in line]
