"""The cells of a row by the role of their column."""

from pipeline.extract.columns import Table
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span


def cells_of(block: Block, table: Table, role: str) -> list[Cell]:
    """The cells of a row that hold words, in the columns of a role."""
    return [block.cells[column] for column in table.columns.get(role, []) if column < len(block.cells) and block.cells[column].parts]


def parts_of(block: Block, table: Table, role: str) -> list[Span]:
    """The paragraphs of those cells."""
    return [part for cell in cells_of(block, table, role) for part in cell.parts]


def header_of(table: Table, role: str) -> Span | None:
    """The words above the first column of a role; None where the table prints none."""
    cells = table.header.cells if table.header else ()
    spans = [cells[column].span for column in table.columns[role] if column < len(cells)]
    return spans[0] if spans else None
