"""Tables by their columns: which cells stand under one another, and what is no table at all."""

import re
from typing import NamedTuple

from pipeline.read.flow.content import Content, Paragraph, Table, TableCell

LONGEST_BOX = 2
FEWEST_UNDER_TWO = 3
LABEL = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z]\d{0,2}[.)]?")


class GridRow(NamedTuple):
    """The contents of a row by column; `spans` says that its first cell is as wide as the table and its only one with words."""

    cells: list[tuple[Content, ...]]
    spans: bool


def has_words(content: Content) -> bool:
    """Whether anything is printed there."""
    return isinstance(content, Table) or bool(content.text.strip() or (content.label and not content.is_bullet))


def read_grid(table: Table) -> list[GridRow]:
    """The rows of a table without its empty ones; columns that no row fills, or that only jagged edges part, are gone."""
    rows = [[cell for cell in row if any(map(has_words, cell.content))] for row in table.rows]
    rows = _with_one_header([row for row in rows if row])
    place = _places(rows)
    width = max(place.values(), default=-1) + 1
    edge = max((cell.column for row in rows for cell in row), default=0)
    return [GridRow(_fill(row, place), width > 1 and len(row) == 1 and not row[0].column and row[0].across > edge) for row in rows]


def is_layout(table: Table, rows: list[GridRow]) -> bool:
    """Whether a table only places things: one column, another table inside, or text under headings in a cell."""
    cells = [cell for row in rows for cell in row.cells]
    if table.is_layout or max((len(row.cells) for row in rows), default=0) <= 1:
        return True
    if any(isinstance(content, Table) and _is_wide(content) for cell in cells for content in cell):
        return True
    if all(len(row.cells) == 2 and _is_label(row.cells[0]) for row in rows):
        return any(_has_list(row.cells[1]) for row in rows)
    return len(rows) <= LONGEST_BOX and any(_has_sections(cell) for cell in cells)


def place_of(row: GridRow) -> list[Content]:
    """What a row of a layout table holds, in order; a label in the first of two cells belongs to the words in the second."""
    contents = [content for cell in row.cells for content in cell]
    if len(row.cells) == 2 and _is_label(row.cells[0]) and len(contents) > 1:
        label, first, *rest = contents
        if isinstance(label, Paragraph) and isinstance(first, Paragraph) and not first.label:
            return [first._replace(label=label.text.strip() or label.label), *rest]
    return contents


def _is_label(cell: tuple[Content, ...]) -> bool:
    """Whether a cell holds a number or letter alone."""
    return len(cell) == 1 and isinstance(cell[0], Paragraph) and LABEL.fullmatch(cell[0].text.strip() or cell[0].label) is not None


def _has_list(cell: tuple[Content, ...]) -> bool:
    """Whether a cell holds numbered items, below words of their own: the text of an item of minutes, not a cell of data."""
    labels = [content.label for content in cell if isinstance(content, Paragraph) and content.label and not content.is_bullet]
    return len(labels) > 1 and len(cell) > len(labels)


def _is_wide(table: Table) -> bool:
    return sum(len(row) > 1 for row in table.rows) > 1


def _has_sections(cell: tuple[Content, ...]) -> bool:
    kinds = [content.kind for content in cell if isinstance(content, Paragraph)]
    return "heading" in kinds and len(kinds) > kinds.index("heading") + 1


def _with_one_header(rows: list[list[TableCell]]) -> list[list[TableCell]]:
    """The rows, the second one joined to the first where it only parts cells of that: Start and End below Timescale."""
    if len(rows) < FEWEST_UNDER_TWO:
        return rows
    parted = [cell for cell in rows[0] if cell.across > 1]
    under = [[cell for cell in rows[1] if above.column <= cell.column < above.column + above.across] for above in parted]
    if len(rows[0]) < 2 or not under or min(map(len, under)) < 2 or sum(map(len, under)) < len(rows[1]):
        return rows
    header = {cell.column: cell for cell in rows[0]}
    for cell in rows[1]:
        above = header.get(cell.column)
        header[cell.column] = cell._replace(content=(*above.content, *cell.content)) if above else cell
    return [[header[column] for column in sorted(header)], *rows[2:]]


def _places(rows: list[list[TableCell]]) -> dict[int, int]:
    """Where the cells that begin in each column of the format go. A column is one with the column left of it where a cell there
    reaches over both and no row fills the two."""
    places: dict[int, int] = {}
    starts = sorted({cell.column for row in rows for cell in row})
    filled = {start: {index for index, row in enumerate(rows) if any(cell.column == start for cell in row)} for start in starts}
    reach = dict.fromkeys(starts, 0)
    for row in rows:
        for cell in row if len(row) > 1 else ():
            reach[cell.column] = max(reach[cell.column], cell.column + cell.across)
    head, count = -1, -1
    for start in starts:
        if head >= 0 and reach[head] > start and not filled[head] & filled[start]:
            filled[head] |= filled[start]
            reach[head] = max(reach[head], reach[start])
        else:
            head, count = start, count + 1
        places[start] = count
    return places


def _fill(row: list[TableCell], place: dict[int, int]) -> list[tuple[Content, ...]]:
    cells: list[tuple[Content, ...]] = [() for _ in range(place[row[-1].column] + 1)]
    for cell in row:
        cells[place[cell.column]] = cell.content
    return cells
