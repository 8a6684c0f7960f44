"""The cells between crossing edges: what pdfplumber's `intersections_to_cells` finds, in a fraction of the time."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.read.page import Rect

NEAR = 3.0  # points by which edges may miss each other where they cross

Point = tuple[float, float]  # x, and distance from the top
Cell = tuple[float, float, float, float]
Crossings = Mapping[Point, int]  # where edges cross, and which do: a bit for each


def find_cells(edges: Sequence[Rect]) -> list[Cell]:
    """The smallest cell that has each crossing as its upper left corner, and edges on all four sides; from the left, then from the top.

    `edges` are merged, and have no width or no height.
    """
    upright, level = _cross([edge for edge in edges if edge.x0 == edge.x1], [edge for edge in edges if edge.x0 != edge.x1])
    columns, rows = defaultdict[float, list[Point]](list), defaultdict[float, list[Point]](list)
    for point in sorted(upright):
        columns[point[0]].append(point)
        rows[point[1]].append(point)
    return [
        cell
        for column in columns.values()
        for at, point in enumerate(column, 1)
        if (cell := _smallest(point, column[at:], rows[point[1]], upright, level))
    ]


def _cross(upright: Sequence[Rect], level: Sequence[Rect]) -> tuple[Crossings, Crossings]:
    """Which upright edges, and which level ones, run through each crossing."""
    level = sorted(level, key=lambda edge: edge.top)
    from_above, from_below = [edge.top + NEAR for edge in level], [edge.top - NEAR for edge in level]
    across = [(edge.top, edge.x0 - NEAR, edge.x1 + NEAR, 1 << at) for at, edge in enumerate(level)]
    by_upright, by_level = defaultdict[Point, int](int), defaultdict[Point, int](int)
    for at, (x, top, _, bottom) in enumerate(upright):
        for y, start, end, bit in across[bisect_left(from_above, top) : bisect_right(from_below, bottom)]:
            if start <= x <= end:
                by_upright[x, y] |= 1 << at
                by_level[x, y] |= bit
    return by_upright, by_level


def _smallest(point: Point, below: Sequence[Point], row: Sequence[Point], upright: Crossings, level: Crossings) -> Cell | None:
    """The smallest cell below and to the right of a crossing; `row` are the crossings at its height."""
    down, along = upright[point], level[point]
    right = [far for far in row[bisect_right(row, point) :] if level[far] & along]
    for low in below:
        if upright[low] & down:
            for far in right:
                corner = (far[0], low[1])
                if corner in upright and level[low] & level[corner] and upright[far] & upright[corner]:
                    return *point, *corner
    return None
