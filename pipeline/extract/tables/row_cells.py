"""The cells of a table row by the role of their column."""

from pipeline.extract.tables.columns import Table
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span


def cells_of(block: Block, table: Table, role: str) -> list[Cell]:
    """The cells of a row that hold words, below the columns of a role."""
    return [block.cells[column] for column in table.columns.get(role, []) if column < len(block.cells) and block.cells[column].parts]


def parts_of(block: Block, table: Table, role: str) -> list[Span]:
    """The paragraphs of those cells."""
    return [part for cell in cells_of(block, table, role) for part in cell.parts]


def parts_in(block: Block, column: int) -> tuple[Span, ...]:
    """The paragraphs of the cell of a row in one column."""
    return block.cells[column].parts if column < len(block.cells) else ()


def header_of(table: Table, role: str) -> Span | None:
    """The header above the first column of a role; None where the table has no header, or none there."""
    return next(iter(_headers(table, table.columns[role])), None)


def headers_above(block: Block, table: Table, role: str) -> tuple[Span, ...]:
    """The headers above the cells of a row that hold words, of the columns of a role."""
    return tuple(_headers(table, [index for index in table.columns.get(role, []) if index < len(block.cells) and block.cells[index].parts]))


def _headers(table: Table, columns: list[int]) -> list[Span]:
    cells = table.header.cells if table.header else ()
    return [span for column in columns if column < len(cells) and (span := cells[column].span)]
