"""Cells of ruled tables that print fewer lines than they have rows and columns, split where their words stand in rows and columns."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.cells import NEAR
from pipeline.read.pdf.gutters import SPACE, gaps, height, narrowed
from pipeline.read.pdf.likeness import is_number
from pipeline.read.pdf.lines import LEFT, find_lines

ODD = 0.15  # share of merged cells whose words may run over a border: headings within the table
FEWEST_ROWS = 4

Row = tuple[Rect | None, ...]
Texts = Sequence[Sequence[list[Word]]]


def split_columns(grid: Grid, texts: Texts) -> Grid:
    """The grid with cells split that are merged for want of a line: where the columns above part their words as well.

    `texts` are the words of each cell. The very same grid where nothing is split.
    """
    starts = [min(cell.x0 for cell in column if cell) for column in zip(*grid.rows, strict=True)]
    merged: dict[tuple[int, int], list[tuple[int, list[Word]]]] = {}
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            if cell and (x + 1 == len(row) or not row[x + 1]) and (end := bisect_right(starts, cell.x1 - NEAR)) > x + 1:
                merged.setdefault((x, end), []).append((y, texts[y][x]))
    if not merged:
        return grid
    rows = [list(row) for row in grid.rows]
    for (x, end), cells in merged.items():
        borders = starts[x + 1 : end]
        clear = [(y, text) for y, text in cells if not _runs_over(text, borders)]
        parted = sum(_columns(text, borders) > 1 for _, text in clear)
        if len(cells) > 1 and len(cells) - len(clear) <= ODD * len(cells) and parted > len(cells) / 2:
            for y, _ in clear:
                _split(rows[y], x, borders)
    split = tuple(map(tuple, rows))
    return grid._replace(rows=split) if split != grid.rows else grid


def _split(row: list[Rect | None], x: int, borders: Sequence[float]) -> None:
    cell = row[x]
    if cell:
        for at, (left, right) in enumerate(pairwise([cell.x0, *borders, cell.x1]), x):
            row[at] = Rect(left, cell.top, right, cell.bottom)


def _runs_over(words: Iterable[Word], borders: Sequence[float]) -> bool:
    return any(word.x0 + NEAR < border < word.x1 - NEAR for word in words for border in borders)


def _columns(words: Iterable[Word], borders: Sequence[float]) -> int:
    return len({bisect_right(borders, (word.x0 + word.x1) / 2) for word in words})


def split_figures(grid: Grid, texts: Texts) -> Grid:
    """The grid with columns split in which figures stand side by side, at the same places from row to row, for want of a line.

    The very same grid where nothing is split.
    """
    if len(grid.rows) < FEWEST_ROWS:
        return grid
    starts = [min(cell.x0 for cell in column if cell) for column in zip(*grid.rows, strict=True)]
    borders = {at: found for at, column in enumerate(zip(*texts, strict=True)) if (found := _between_figures(column))}
    if not borders:
        return grid
    rows = []
    for row, text in zip(grid.rows, texts, strict=True):
        parts: list[Rect | None] = []
        for at, (cell, words) in enumerate(zip(row, text, strict=True)):
            inner = borders.get(at, [])
            is_own = cell and (at + 1 == len(row) or cell.x1 <= starts[at + 1] + NEAR) and not _runs_over(words, inner)
            parts += [cell, *[None] * len(inner)]
            if is_own:
                _split(parts, len(parts) - 1 - len(inner), inner)
        rows.append(tuple(parts))
    return grid._replace(rows=tuple(rows))


def _between_figures(column: Sequence[list[Word]]) -> list[float]:
    """Where borders are missing in a column: where most of its cells have white between figures."""
    several = [sorted(words, key=LEFT) for words in column if len(words) > 1 and all(is_number(word.text) for word in words)]
    if len(several) < FEWEST_ROWS or 2 * len(several) < sum(map(bool, column)):
        return []
    least = SPACE * height(several)
    gutters = gaps(several[0], least)
    for words in several[1:]:
        gutters = narrowed(gutters, words, least)
    return [(start + end) / 2 for start, end in gutters]


def split_rows(grid: Grid, texts: Texts) -> Grid:
    """The grid with rows split that are as high as several lines of figures, each of which is a row of its own.

    The very same grid where nothing is split.
    """
    rows: list[Row] = []
    for row, text in zip(grid.rows, texts, strict=True):
        cells = [cell for cell in row if cell]
        lines = find_lines(chain(*text)) if len(cells) == len(row) > 1 and min(map(len, text)) >= FEWEST_ROWS - 1 else []
        rows += _stacked(cells, lines) if len(lines) >= FEWEST_ROWS and _is_row_each(lines, cells) else [row]
    return grid._replace(rows=tuple(rows)) if len(rows) > len(grid.rows) else grid


def _is_row_each(lines: Sequence[list[Word]], cells: Sequence[Rect]) -> bool:
    """Whether nearly every line has words in each cell, and figures in all but the first."""
    borders = [cell.x0 for cell in cells[1:]]
    full = sum(_columns(line, borders) == len(cells) for line in lines)
    figures = [word for line in lines for word in line if word.x0 > borders[0]]
    return full >= (1 - ODD) * len(lines) and sum(is_number(word.text) for word in figures) > len(figures) / 2


def _stacked(cells: Sequence[Rect], lines: Sequence[list[Word]]) -> list[Row]:
    """The cells of a row, parted half-way between the lines."""
    tops, bottoms = [min(word.top for word in line) for line in lines], [max(word.bottom for word in line) for line in lines]
    middles = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    down = [cells[0].top, *middles, cells[0].bottom]
    return [tuple(Rect(cell.x0, top, cell.x1, bottom) for cell in cells) for top, bottom in pairwise(down)]
