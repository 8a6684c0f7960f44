"""Ruled tables: pdfplumber's table finder on the edges of a page."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from pdfplumber.table import Table, TableFinder

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import fill, words_in
from pipeline.read.pdf.sides import missing_ends, missing_sides
from pipeline.read.pdf.split import split_columns, split_rows

FEWEST = 4  # edges
MOST_CROSSINGS = 5_000  # the finder takes a second for so many, and four times as long for twice as many
NEAR = 3.0  # points within which the finder takes edges for one


class _RuledPage:
    """As much of a page as pdfplumber's table finder asks for."""

    def __init__(self, edges: Sequence[Rect]) -> None:
        self.edges = [_edge(edge) for edge in edges]


class _Finder(TableFinder):  # type: ignore[misc]
    """pdfplumber's finder, which also closes tables that print no line at their left and right."""

    def get_edges(self) -> list[dict[str, Any]]:
        """The edges, merged; and the sides that are missing."""
        merged = super().get_edges()
        edges = [Rect(edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in merged]
        return [*merged, *map(_edge, missing_sides(edges)), *map(_edge, missing_ends(edges))]


def find_ruled(edges: Sequence[Rect], words: Sequence[Word]) -> list[Grid]:
    """The ruled tables of a page from the top. Frames around running text are none, nor are grids with words in a single cell.

    `edges` have no width or no height. None is found where there are so many that it would take too long.
    """
    if len(edges) < FEWEST or _crossings(edges) > MOST_CROSSINGS:
        return []
    grids = []
    for table in _Finder(_RuledPage(edges)).tables:
        grid, inside = _grid(table), words_in(table.bbox, words)
        if len(grid.rows[0]) > 1 and sum(map(bool, chain(*(texts := fill(grid, inside))))) > 1:
            whole = split_columns(grid, texts)
            grids.append(split_rows(whole, texts if whole is grid else fill(whole, inside)))
    return grids


def _edge(edge: Rect) -> dict[str, Any]:
    x0, top, x1, bottom = edge
    orientation = "v" if x0 == x1 else "h"
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top, "orientation": orientation}


def _crossings(edges: Sequence[Rect]) -> int:
    """How often upright and level edges may cross, at most."""
    upright = {edge.x0 // NEAR for edge in edges if edge.x0 == edge.x1}
    level = {edge.top // NEAR for edge in edges if edge.top == edge.bottom}
    return len(upright) * len(level)


def _grid(table: Table) -> Grid:
    return Grid(tuple(tuple(Rect(*cell) if cell else None for cell in row.cells) for row in table.rows))
