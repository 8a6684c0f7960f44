"""Ruled tables: pdfplumber's table finder on the edges of a page."""

from collections.abc import Sequence
from typing import Any

from pdfplumber.table import Table, TableFinder

from pipeline.read.page import Grid, Rect, Word


class _RuledPage:
    """As much of a page as pdfplumber's table finder asks for."""

    def __init__(self, edges: Sequence[Rect]) -> None:
        self.edges = [_edge(*edge) for edge in edges]


def find_ruled(edges: Sequence[Rect], words: Sequence[Word]) -> list[Grid]:
    """The ruled tables of a page from the top; frames around running text, and grids without words, are none."""
    if len(edges) < 4:
        return []
    return [grid for table in TableFinder(_RuledPage(edges)).tables if (grid := _grid(table))]


def _edge(x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": "v" if x0 == x1 else "h",
    }  # fmt: skip


def _grid(table: Table) -> Grid | None:
    return Grid(tuple(tuple(Rect(*cell) if cell else None for cell in row.cells) for row in table.rows))
