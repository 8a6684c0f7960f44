"""Tables that print no lines, or only level ones: told by the columns in which their words stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import bounds, words_outside
from pipeline.read.pdf.gutters import Gutter, Line, shared
from pipeline.read.pdf.likeness import is_table
from pipeline.read.pdf.lines import find_lines
from pipeline.read.pdf.row_lines import join_rows, without_ends
from pipeline.read.pdf.stretches import find_stretches

MARGIN = 1.0  # points between a column's border and its words, whose left ends are the same from page to page
LONG, UPRIGHT = 3, 1.5  # letters; times as high as wide: a longer word that is higher climbs or falls


def find_aligned(words: Sequence[Word], edges: Sequence[Rect], ruled: Sequence[Grid]) -> list[Grid]:
    """The tables of a page outside its ruled ones, from the top. `edges` are the page's; level ones part rows.

    Each cell is as wide as its column and as high as its row, so that none is None; a heading over several columns is in one of them.
    """
    free = words
    for grid in ruled:
        free = words_outside(bounds(grid), free)
    level = [word for word in free if word.bottom - word.top <= UPRIGHT * (word.x1 - word.x0) or len(word.text) < LONG]
    rules = [edge for edge in edges if edge.top == edge.bottom]
    return [grid for lines in find_stretches(find_lines(level)) for grid in _grids(lines, rules)]


def _grids(lines: list[Line], rules: list[Rect]) -> Iterator[Grid]:
    if gutters := shared(lines):
        rows = join_rows(without_ends([cells_of(line, gutters) for line in lines]), rules)
        if is_table(rows):
            yield _grid(rows, gutters)


def cells_of(line: Line, gutters: Sequence[Gutter]) -> list[Line]:
    """The words of a line column by column."""
    middles = [sum(gutter) / 2 for gutter in gutters]
    cells: list[Line] = [[] for _ in range(len(middles) + 1)]
    for word in line:
        cells[bisect_left(middles, (word.x0 + word.x1) / 2)].append(word)
    return cells


def _grid(rows: list[list[Line]], gutters: Sequence[Gutter]) -> Grid:
    words = [[word for cell in row for word in cell] for row in rows]
    left = min(word.x0 for row in words for word in row)
    right = max(word.x1 for row in words for word in row)
    across = [left, *(max(end - MARGIN, start) for start, end in gutters), right]
    tops = [min(word.top for word in row) for row in words]
    bottoms = [max(word.bottom for word in row) for row in words]
    down = [tops[0], *((bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)), bottoms[-1]]
    return Grid(tuple(tuple(Rect(x0, top, x1, bottom) for x0, x1 in pairwise(across)) for top, bottom in pairwise(down)), ruled=False)
