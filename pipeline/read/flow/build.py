"""Puts paragraphs and tables together while a format is walked through, however deep its tables nest."""

from dataclasses import dataclass, field

from pipeline.read.flow.content import Content, Table, TableCell

MOST_COLUMNS = 64
MOST_ROWS_DOWN = 10_000


@dataclass
class _OpenTable:
    """A table whose rows still come; `covered` says for how many more rows a cell from above fills a column.

    `content` is that of the cell which is open, `beside` what stands in no cell.
    """

    is_layout: bool
    rows: list[list[TableCell]] = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)
    content: list[Content] = field(default_factory=list)
    beside: list[Content] = field(default_factory=list)
    is_in_cell: bool = False
    across: int = 1
    down: int = 1


class FlowBuilder:
    """Takes paragraphs and the beginnings and ends of tables, rows and cells, in reading order."""

    def __init__(self) -> None:
        self._content: list[Content] = []
        self._tables: list[_OpenTable] = []

    def add(self, content: Content) -> None:
        """Adds a paragraph or a whole table where the walk is."""
        if not self._tables:
            self._content.append(content)
        elif self._tables[-1].is_in_cell:
            self._tables[-1].content.append(content)
        else:
            self._tables[-1].beside.append(content)

    def open_table(self, is_layout: bool = False) -> None:
        """Begins a table, which may stand in a cell of another."""
        self._tables.append(_OpenTable(is_layout))

    def open_row(self) -> None:
        """Begins a row."""
        if self._tables:
            table = self._tables[-1]
            table.covered = {column: rows - 1 for column, rows in table.covered.items() if rows > 1} if table.rows else {}
            table.rows.append([])

    def open_cell(self, across: int = 1, down: int = 1) -> None:
        """Begins a cell that covers as many columns and rows; one outside a row begins it."""
        if self._tables:
            if not self._tables[-1].rows:
                self.open_row()
            self._tables[-1].across, self._tables[-1].down, self._tables[-1].is_in_cell = across, down, True

    def skip_columns(self, count: int) -> None:
        """Leaves columns of the row free."""
        if self._tables and count > 0:
            self.open_cell(across=count)
            self.close_cell()

    def close_cell(self) -> None:
        """Ends a cell and gives it the first columns that are free."""
        if not self._tables or not self._tables[-1].is_in_cell:
            return
        table = self._tables[-1]
        row = table.rows[-1]
        column = row[-1].column + row[-1].across if row else 0
        while column in table.covered:
            column += 1
        if column >= MOST_COLUMNS and row:
            row[-1] = row[-1]._replace(content=(*row[-1].content, *table.content))
        else:
            across = max(1, min(table.across, MOST_COLUMNS - column))
            row.append(TableCell(column, across, tuple(table.content)))
            if table.down > 1 and column < MOST_COLUMNS:
                table.covered |= dict.fromkeys(range(column, column + across), min(table.down, MOST_ROWS_DOWN))
        table.content, table.is_in_cell = [], False

    def close_table(self) -> None:
        """Ends a table; its caption, and what else stood beside its cells, comes before it."""
        if self._tables:
            self.close_cell()
            table = self._tables.pop()
            for content in table.beside:
                self.add(content)
            self.add(Table(tuple(tuple(row) for row in table.rows), table.is_layout))

    def finish(self) -> list[Content]:
        """All that was added, with tables that never ended closed."""
        while self._tables:
            self.close_table()
        return self._content
