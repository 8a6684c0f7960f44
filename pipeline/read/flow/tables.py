"""Tables to rows, one block each."""

import re

from pipeline.read.flow.content import Content, Paragraph
from pipeline.read.flow.grid import GridRow
from pipeline.read.flow.lines import split_lines
from pipeline.read.flow.pieces import Pieces
from pipeline.read.looks import BLANK, is_title
from pipeline.read.proto import Proto
from pipeline.read.rows import Part, Row

BULLET = re.compile(r"(?:[•▪●◦‣·](?=\s*\S)|[-–*](?=\s+[^\W\d]))\s*")


class Tables:
    """Writes tables among the pieces. A table right below one of as many columns goes on with it."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._count = 0
        self._width = 0
        self._end = 0
        self._header: list[str] = []

    def add(self, rows: list[GridRow]) -> None:
        """Adds the rows of a table; a cell as wide as the table is no row but a title or prose."""
        width = max(len(row.cells) for row in rows)
        if width != self._width or self._end != len(self._pieces.protos):
            self._count, self._header, self._width = self._count + 1, [], width
        for row, below in zip(rows, [*rows[1:], None], strict=True):
            if row.spans:
                self._add_spanning(row, has_below=below is not None)
            else:
                self._add_row(row)
        self._end = len(self._pieces.protos)

    def _add_spanning(self, row: GridRow, has_below: bool) -> None:
        held = _paragraphs(row.cells[0])
        is_title_row = has_below and len(held) == 1 and not held[0].is_bullet and is_title(held[0].text.strip(BLANK))
        for paragraph in held:
            self._pieces.add(paragraph._replace(kind="heading") if is_title_row else paragraph)

    def _add_row(self, row: GridRow) -> None:
        """Adds a row; one that prints the header again belongs to no block."""
        cells = [_paragraphs(cell) for cell in row.cells]
        script = self._pieces.script
        script.start_row()
        parts: list[list[Part]] = []
        for index, cell in enumerate(cells):
            if index:
                script.next_cell()
            parts.append([part for paragraph in cell for part in self._parts(paragraph)])
        script.end_row()
        printed = [" ".join(" ".join(paragraph.text for paragraph in cell).split()) for cell in cells]
        if any(parts) and (printed != self._header or sum(map(bool, printed)) < 2):
            self._header = self._header or printed
            self._pieces.protos.append(Proto("row", row=Row(parts), table=self._count - 1))

    def _parts(self, paragraph: Paragraph) -> list[Part]:
        """The paragraphs in a cell, without bullets; a number alone is its words, one before words is none of them."""
        if paragraph.kind == "footnote":
            self._pieces.add(paragraph)
            return []
        parts: list[Part] = []
        for piece in split_lines(paragraph):
            written = self._pieces.script.write(piece)
            if written.words and piece.kind != "left out":
                start, end = written.words
                bullet = BULLET.match(piece.text.strip(BLANK))
                parts.append([(start + bullet.end() if bullet else start, end)])
            elif written.label and not written.words and not piece.is_bullet:
                parts.append([written.label])
        return parts


def _paragraphs(cell: tuple[Content, ...]) -> list[Paragraph]:
    """The paragraphs of a cell, those of tables in it too."""
    paragraphs: list[Paragraph] = []
    left = list(cell[::-1])
    while left:
        top = left.pop()
        if isinstance(top, Paragraph):
            paragraphs.append(top)
        else:
            left += [inner for row in reversed(top.rows) for held in reversed(row) for inner in reversed(held.content)]
    return paragraphs
