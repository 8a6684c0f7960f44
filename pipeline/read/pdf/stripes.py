"""Tables that print level rules or stripes only: each band between them is a row, the columns are told by its words."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from pipeline.read.page import Grid, Rect, Word
from pipeline.read.pdf.band_columns import alike, borders_of, cells_of, columns_of, find_gutters
from pipeline.read.pdf.bands import Band, between, find_runs
from pipeline.read.pdf.cells import bounds, overlap, words_in
from pipeline.read.pdf.gutters import Gutter, Line, covered, height
from pipeline.read.pdf.likeness import is_contents, is_number, is_table, text
from pipeline.read.pdf.lines import find_lines
from pipeline.read.pdf.stacks import NEAR, Stack, find_stacks

FEWEST = 3  # bands with words in several columns; two will do where they look like a table
OVER = 1.0  # points by which words reach over a border that they cross
ODD = 0.2  # of the bands that may hold several rows, or several columns in a cell
FARTHEST, CLOSE = 1.5, 0.8  # heights from the line printed last to a row, and between the lines of that
MOST_EDGES = 2_000  # more are a drawing


def find_stripes(words: Sequence[Word], edges: Sequence[Rect], ruled: Sequence[Grid]) -> list[Grid]:
    """The tables of a page that print level lines of one length, outside its ruled ones. A heading across columns is one cell.

    They count as ruled, as their rows are certain.
    """
    if len(edges) > MOST_EDGES:
        return []
    boxes = [bounds(grid) for grid in ruled]
    free, found = list(words), list[Grid]()
    for stack in find_stacks(edges):
        if any(box.top - NEAR <= stack[0].top and stack[-1].top <= box.bottom + NEAR for box in boxes):
            continue
        for grid in _grids(stack, between(stack, free)):
            box = bounds(grid)
            if _holds_more(grid, [known for known, other in zip(ruled, boxes, strict=True) if overlap(box, other)]):
                found.append(grid)
                taken = {id(word) for word in words_in(box, free)}
                free = [word for word in free if id(word) not in taken]
    return found


def _holds_more(grid: Grid, ruled: Sequence[Grid]) -> bool:
    """Whether a grid has more than the ruled ones where it stands: those are then made by frames or fills around parts of it."""
    tables = [table for table in ruled if len(table.rows) > 1]
    if len(tables) != 1:
        return not tables
    rows, columns = len(tables[0].rows), len(tables[0].rows[0])
    return len(grid.rows) > rows and (len(grid.rows[0]) > columns or (len(grid.rows[0]) == columns and rows == FEWEST - 1))


def _grids(stack: Stack, words: Sequence[Word]) -> Iterator[Grid]:
    for run in chain.from_iterable(map(alike, find_runs(stack, words))):
        if first := find_gutters(run):
            whole = [*_beyond(run, words, first, -1), *run, *_beyond(run, words, first, 1)]
            if (gutters := find_gutters(whole)) and _is_sound(whole, gutters):
                yield _grid(whole, stack, gutters)


def _is_sound(bands: Sequence[Band], gutters: Sequence[Gutter]) -> bool:
    """Whether bands look like the rows of a table."""
    parted = [band for band in bands if band.parted]
    rows = [cells_of(band.words, gutters) for band in parted]
    if len(rows) < 2 or is_contents(rows) or (len(rows) < FEWEST and not is_table(rows)):
        return False
    odd = sum(_is_stacked(band, gutters) or any(map(_is_figures, row)) for band, row in zip(parted, rows, strict=True))
    return odd <= ODD * len(parted)


def _is_stacked(band: Band, gutters: Sequence[Gutter]) -> bool:
    """Whether a band holds several rows: figures stand below figures, or full lines that begin anew in most columns."""
    lines = [cells_of(line, gutters) for line in band.lines]
    for above, below in pairwise(lines):
        if any(a and b and is_number(text(a)) and is_number(text(b)) for a, b in zip(above[1:], below[1:], strict=True)):
            return True
    full = [line for line in lines[1:] if all(line)]
    return sum(sum(not cell[0].text[0].islower() for cell in line) > len(line) / 2 for line in full) > 1


def _is_figures(cell: Line) -> bool:
    return len(cell) > 1 and all(is_number(word.text) for word in cell) and not is_number(text(cell))


def _beyond(run: Sequence[Band], words: Sequence[Word], gutters: Sequence[Gutter], way: int) -> list[Band]:
    """The row above the first line (`way` -1) or below the last (1) of a run, whose own line is not printed."""
    edge = run[0].top if way < 0 else run[-1].bottom
    lefts = [min(cell[0].x0 for cell in column) for column in columns_of(run, gutters)]
    near = [word for word in words if ((word.top + word.bottom) / 2 - edge) * way > 0]
    lines: list[Line] = []
    at = edge
    for line in find_lines(near)[::way]:
        top, bottom = min(word.top for word in line), max(word.bottom for word in line)
        gap = (at - bottom) if way < 0 else (top - at)
        if gap > (CLOSE if lines else FARTHEST) * height([line]) or _crossed(line, borders_of(gutters)):
            break
        lines.append(line)
        at = top if way < 0 else bottom
    while lines and not _is_row(cells_of(lines[-1], gutters), lefts):
        lines.pop()
    row = [word for line in lines for word in line]
    if not row:
        return []
    band = Band(min(word.top for word in row), max(word.bottom for word in row), row)
    if way < 0:
        band.bottom = edge
    else:
        band.top = edge
    return [] if _is_stacked(band, gutters) else [band]


def _is_row(cells: Sequence[Line], lefts: Sequence[float]) -> bool:
    """Whether a line has words in several columns, or goes on with one but the first."""
    filled = [at for at, cell in enumerate(cells) if cell]
    return len(filled) > 1 or (filled[0] > 0 and abs(cells[filled[0]][0].x0 - lefts[filled[0]]) <= NEAR)


def _crossed(line: Line, borders: Sequence[float]) -> set[int]:
    """Which borders, from 0, the words of a line run over."""
    return {at for start, end in covered(line) for at, border in enumerate(borders) if start + OVER < border < end - OVER}


def _grid(bands: Sequence[Band], stack: Stack, gutters: Sequence[Gutter]) -> Grid:
    across = [stack[0].x0, *borders_of(gutters), stack[0].x1]
    return Grid(tuple(tuple(_row(band, across)) for band in bands))


def _row(band: Band, across: Sequence[float]) -> Iterator[Rect | None]:
    """A cell for each column; where words run over a border, one for both, and none in the second."""
    over = {at for line in band.lines for at in _crossed(line, across[1:-1])}
    if over and not band.parted:
        over = set(range(len(across) - 2))
    starts = [at for at in range(len(across) - 1) if at - 1 not in over]
    ends = dict(zip(starts, [*starts[1:], len(across) - 1], strict=True))
    for at in range(len(across) - 1):
        yield Rect(across[at], band.top, across[ends[at]], band.bottom) if at in ends else None
