"""The tables of a page, by their lines or by the columns in which their words stand."""

from collections.abc import Sequence

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.aligned import find_aligned
from pipeline.read.pdf.cells import bounds, overlap
from pipeline.read.pdf.ruled import find_ruled
from pipeline.read.pdf.stripes import find_stripes


def find_grids(words: Sequence[Word], edges: Sequence[Rect]) -> tuple[Grid, ...]:
    """The tables of a page from the top, none of which overlap. `edges` are `Rect`s without width or without height.

    A single row with lines may be a filled heading or a stripe of a table without lines: it counts where no such table is found around it.
    """
    found = find_ruled(edges, words)
    ruled = [grid for grid in found if not grid.lone]
    striped = find_stripes(words, edges, ruled)
    ruled = [grid for grid in ruled if not _overlaps(grid, striped)] + striped
    aligned = find_aligned(words, edges, [grid for grid in ruled if len(grid.rows) > 1])
    kept = [*(grid for grid in ruled if not _overlaps(grid, aligned)), *aligned]
    kept += [grid for grid in found if grid.lone and not _overlaps(grid, kept)]
    return tuple(sorted(kept, key=lambda grid: bounds(grid).top))


def _overlaps(grid: Grid, others: Sequence[Grid]) -> bool:
    return any(overlap(bounds(grid), bounds(other)) for other in others)
