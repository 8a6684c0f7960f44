"""Which grids of each page are tables, and which words stand in none of them."""

from collections.abc import Iterable
from operator import attrgetter

from pipeline.read.page import Grid, Page, Word
from pipeline.read.pdf.assembly.placed import PlacedGrid

BAND = 0.13  # of the page's height, at its head and at its foot: running heads and feet stand there

Placed = tuple[list[PlacedGrid], list[Word]]


def place_all(pages: Iterable[Page]) -> list[Placed]:
    """Page by page its grids, and the words in none of their cells."""
    found: list[Placed] = []
    above: PlacedGrid | None = None
    for page in pages:
        grids, words = place_grids(page, above)
        found.append((grids, words))
        last = max(grids, key=attrgetter("bottom"), default=None)
        above = last if last and _is_clear(words, last.bottom, page.height * (1 - BAND)) else None
    return found


def place_grids(page: Page, above: PlacedGrid | None = None) -> Placed:
    """The grids of a page, the smaller ones first, as they may stand inside others, and the words in none of their cells.

    `above` is the grid that ends the page before. A lone one that does not go on with it is none.
    """
    placed: list[PlacedGrid] = []
    words = list(page.words)
    for grid in sorted(page.grids, key=_area):
        found = PlacedGrid(grid, words, page.number)
        if grid.lone and not (above and found.is_rest(above) and _is_clear(words, page.height * BAND, found.top)):
            continue
        if found.words and not found.is_list:
            placed.append(found)
            words = [word for word in words if id(word) not in found.words]
    return placed, words


def _is_clear(words: Iterable[Word], top: float, bottom: float) -> bool:
    """Whether no word begins between two heights: running heads and feet stand beyond."""
    return not any(top < word.top < bottom for word in words)


def _area(grid: Grid) -> float:
    return sum((cell.x1 - cell.x0) * (cell.bottom - cell.top) for row in grid.rows for cell in row if cell)
