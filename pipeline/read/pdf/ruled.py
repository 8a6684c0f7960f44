"""Ruled tables: pdfplumber's table finder on the edges of a page."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from pdfplumber.table import Table, TableFinder, TableSettings, cells_to_tables, edges_to_intersections

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import scatter, words_in
from pipeline.read.pdf.crossings import find_cells
from pipeline.read.pdf.sides import missing_ends, missing_sides
from pipeline.read.pdf.split import split_columns, split_rows

FEWEST = 4  # edges
FRAME = 3  # columns; fewer, with words in a single cell, are a frame around it
MOST_CROSSINGS = 5_000  # what the finder does with more takes long
NEAR = 3.0  # points within which the finder takes edges for one


class _RuledPage:
    """As much of a page as pdfplumber's table finder asks for."""

    def __init__(self, edges: Sequence[Rect]) -> None:
        self.edges = [_edge(edge) for edge in edges]


class _Finder(TableFinder):
    """pdfplumber's finder, which also closes tables that print no line at their left and right."""

    def __init__(self, page: Any) -> None:
        self.page, self.settings = page, TableSettings()
        self.edges = self.get_edges()
        self.intersections = edges_to_intersections(self.edges, NEAR, NEAR)
        self.cells = find_cells(self.intersections)
        self.tables = [Table(page, cells) for cells in cells_to_tables(self.cells)]

    def get_edges(self) -> list[dict[str, Any]]:
        """The edges, merged; and the sides that are missing, of which those at heads and feet are kept in `ends`."""
        merged = super().get_edges()
        edges = [Rect(edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in merged]
        self.ends = list(missing_ends(edges))
        return [*merged, *map(_edge, missing_sides(edges)), *map(_edge, self.ends)]

    def is_open(self, y: float) -> bool:
        """Whether the upright lines that end at a height end in the open there."""
        return any(abs(end.top - y) <= NEAR for end in self.ends)


def find_ruled(edges: Sequence[Rect], words: Sequence[Word]) -> list[Grid]:
    """The ruled tables of a page from the top. Frames around running text are none, nor are grids with words in a single cell.

    `edges` have no width or no height. None is found where there are so many that it would take too long.
    """
    if len(edges) < FEWEST or is_too_much(edges):
        return []
    grids = []
    finder = _Finder(_RuledPage(edges))
    for table in finder.tables:
        grid, inside = _grid(table), words_in(table.bbox, words)
        columns = len(grid.rows[0])
        if columns > 1 and sum(map(bool, chain(*(texts := scatter(grid, inside))))) > (columns < FRAME):
            whole = split_columns(grid, texts)
            split = split_rows(whole, texts if whole is grid else scatter(whole, inside))
            grids.append(split._replace(open_head=finder.is_open(table.bbox[1]), open_foot=finder.is_open(table.bbox[3])))
    return grids


def is_too_much(edges: Sequence[Rect]) -> bool:
    """Whether upright and level edges may cross so often that no table is looked for among them."""
    upright = {edge.x0 // NEAR for edge in edges if edge.x0 == edge.x1}
    level = {edge.top // NEAR for edge in edges if edge.top == edge.bottom}
    return len(upright) * len(level) > MOST_CROSSINGS


def _edge(edge: Rect) -> dict[str, Any]:
    x0, top, x1, bottom = edge
    orientation = "v" if x0 == x1 else "h"
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top, "orientation": orientation}


def _grid(table: Table) -> Grid:
    return Grid(tuple(tuple(Rect(*cell) if cell else None for cell in row.cells) for row in table.rows))
