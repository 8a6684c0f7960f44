"""Ruled tables: the cells between the edges of a page, as pdfplumber's table finder tells them."""

from collections.abc import Collection, Sequence
from itertools import chain
from operator import itemgetter

from pdfplumber.table import cells_to_tables

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import bounds, scatter
from pipeline.read.pdf.crossings import Cell, find_cells
from pipeline.read.pdf.merged import merge, reach
from pipeline.read.pdf.sides import missing_ends, missing_sides
from pipeline.read.pdf.split import split_columns, split_figures, split_rows

FEWEST = 4  # edges
FRAME = 3  # columns; fewer, with words in a single cell, are a frame around it, unless they are the rest of a row
NARROWEST = 36.0  # points, of an empty cell beside the rest of a row; a narrower one is a drawing
MOST_CROSSINGS = 5_000  # what the finder does with more takes long
NEAR = 3.0  # points within which edges count as one
TIGHT = 1.6  # heights of its words: a cell no higher is the shading behind one line

Texts = Sequence[Sequence[Sequence[Word]]]


def find_ruled(edges: Sequence[Rect], words: Sequence[Word]) -> list[Grid]:
    """The ruled tables of a page from the top. Frames around running text are none, nor are grids with words in a single cell; but what
    may be the rest of a row is given, and is `lone`.

    `edges` have no width or no height. None is found where there are so many that it would take too long.
    """
    if len(edges) < FEWEST or is_too_much(edges):
        return []
    merged = reach(merge(edges), edges)
    ends = list(missing_ends(merged))
    grids = []
    for cells in cells_to_tables(find_cells([*merged, *missing_sides(merged), *ends])):
        grid = _grid(cells)
        columns = len(grid.rows[0])
        texts = scatter(grid, words) if columns > 1 else []
        if columns < FRAME and _is_lone(grid, texts):
            grids.append(grid._replace(lone=True))
        elif columns > 1 and sum(map(bool, chain(*texts))) > (columns < FRAME) and not _is_shading(grid, texts):
            whole = split_columns(grid, texts)
            if whole is not grid:  # it prints fewer lines than it has columns; there may be more of those
                whole = split_figures(whole, scatter(whole, words))
                texts = scatter(whole, words)
            grid = split_rows(whole, texts)
            _, top, _, bottom = bounds(grid)
            grids.append(grid._replace(open_head=_is_open(top, ends), open_foot=_is_open(bottom, ends)))
    return grids


def _is_lone(grid: Grid, texts: Texts) -> bool:
    """Whether it is one row of two cells, of which the first is as wide as a column and only the last has words."""
    first = grid.rows[0][0]
    return len(texts) == 1 and first is not None and first.x1 - first.x0 >= NARROWEST and [*map(bool, texts[0])] == [False, True]


def _is_shading(grid: Grid, texts: Texts) -> bool:
    """Whether all words stand in one column, each line in a cell of its own: a frame around running text, shaded behind each line."""
    filled = [at for at, column in enumerate(zip(*texts, strict=True)) if any(column)]
    if len(filled) > 1:
        return False
    lines = [(row[filled[0]], words[0]) for row, line in zip(grid.rows, texts, strict=True) if (words := line[filled[0]])]
    return len(lines) >= FEWEST and all(cell and cell.bottom - cell.top < TIGHT * (word.bottom - word.top) for cell, word in lines)


def _is_open(y: float, ends: Sequence[Rect]) -> bool:
    """Whether the upright lines that end at a height end in the open there."""
    return any(abs(end.top - y) <= NEAR for end in ends)


def is_too_much(edges: Sequence[Rect]) -> bool:
    """Whether upright and level edges may cross so often that no table is looked for among them."""
    upright = {edge.x0 // NEAR for edge in edges if edge.x0 == edge.x1}
    level = {edge.top // NEAR for edge in edges if edge.top == edge.bottom}
    return len(upright) * len(level) > MOST_CROSSINGS


def _grid(cells: Collection[Cell]) -> Grid:
    lefts = sorted({cell[0] for cell in cells})
    rows: dict[float, dict[float, Rect]] = {}
    for cell in sorted(cells, key=itemgetter(1)):
        rows.setdefault(cell[1], {})[cell[0]] = Rect(*cell)
    return Grid(tuple(tuple(map(row.get, lefts)) for row in rows.values()))
