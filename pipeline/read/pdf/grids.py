"""The tables of a page, by their lines or by the columns in which their words stand."""

from collections.abc import Sequence

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.aligned import find_aligned
from pipeline.read.pdf.cells import bounds
from pipeline.read.pdf.ruled import find_ruled


def find_grids(words: Sequence[Word], edges: Sequence[Rect]) -> tuple[Grid, ...]:
    """The tables of a page from the top, none of which overlap. `edges` are `Rect`s without width or without height.

    A single row with lines may be a filled heading or a stripe of a table without lines: it counts where no such table is found around it.
    """
    ruled = find_ruled(edges, words)
    aligned = find_aligned(words, edges, [grid for grid in ruled if len(grid.rows) > 1])
    boxes = [bounds(grid) for grid in aligned]
    kept = [grid for grid in ruled if not any(_overlap(bounds(grid), box) for box in boxes)]
    return tuple(sorted([*kept, *aligned], key=lambda grid: bounds(grid).top))


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom
