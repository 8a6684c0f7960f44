"""Rows to tables: which rows are one, torn over lines or pages, and which print the header again."""

from pipeline.read.proto import Proto
from pipeline.read.rows import Row, join_below, join_beside, printed
from pipeline.read.text.header import is_header
from pipeline.read.text.rows import completes, continues, names_on, resumes


class Tables:
    """The tables of a source, of which the one in `rows` is open while it has rows."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._rows: list[Proto] = []
        self._header: list[str] = []
        self._columns = 0
        self._count = 0

    @property
    def is_open(self) -> bool:
        """Whether a row may still be added to the table above."""
        return bool(self._rows)

    def is_parted(self, cells: int, longest: int) -> bool:
        """Whether the last row and one of `cells` cells are rows of their own: not the halves of a torn one, and the last has at its
        end no cell of more than `longest` characters that might go on."""
        row = self._rows[-1].row if self._rows else None
        if row is None or 2 * cells <= self._columns or (len(row.cells) < self._columns and len(row.cells) + cells - 1 == self._columns):
            return False
        return not row.cells[-1] or row.cells[-1][-1][-1][1] - row.cells[-1][0][0][0] <= longest

    def close(self) -> None:
        """The next row begins a table of its own."""
        self._rows = []

    def add(self, row: Row, last: Proto | None, after_blank: bool) -> Proto | None:
        """The block that the row begins; None where it belongs to the row in `last`, the block above, or repeats the header."""
        if self._repeats(row):
            return None
        if after_blank and self._is_other_header(row):
            self.close()
        above = last.row if last and self._rows and last is self._rows[-1] else None
        is_header = len(self._rows) == 1 and above is not None and names_on(row, above, self._source)
        if above and (is_header or continues(row, above, self._source)):
            join_below(above, row)
            above.is_woven = above.is_woven or is_header
        elif above and not after_blank and completes(row, above, self._columns, self._source):
            join_beside(above, row)
        elif above and not after_blank and resumes(row, above, self._source):
            above.cells[0][-1] += row.cells[0][0]
            above.is_woven = True
        else:
            return self._new(row)
        self._columns = max(self._columns, len(above.cells))
        return None

    def whole(self, row: Row) -> Proto:
        """The block of a row of an aligned table, whose rows are known; `open_whole` begins the table."""
        return Proto("row", row=row, table=self._count - 1, certain=False)

    def open_whole(self) -> None:
        """Begins a table whose rows are known, to which none can be added."""
        self.close()
        self._count += 1

    def _repeats(self, row: Row) -> bool:
        """Whether a row prints the table's header again, as at the top of a page."""
        return self.is_open and len(row.cells) == len(self._header) and row.filled() > 1 and printed(row, self._source) == self._header

    def _is_other_header(self, row: Row) -> bool:
        """Whether a row is the header of a table that has another number of columns."""
        return self.is_open and len(row.cells) != self._columns and all(row.cells) and is_header("    ".join(printed(row, self._source)))

    def _new(self, row: Row) -> Proto:
        if not self._rows:
            self._header, self._columns, self._count = printed(row, self._source), 0, self._count + 1
        self._rows.append(Proto("row", row=row, table=self._count - 1))
        self._columns = max(self._columns, len(row.cells))
        return self._rows[-1]
