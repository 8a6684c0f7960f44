"""The names of bodies that a paper itself teaches: what its owner columns hold, its prose repeats."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.tables.columns import ColumnReader
from pipeline.model.document import Block, Document

OWNING = frozenset({"owner", "partner"})
LONGEST_CELL = 120
MOST_WORDS = 8


def learn_names(document: Document, columns: ColumnReader, bodies: Bodies) -> frozenset[str]:
    """The names in the cells below headers that say who is to act; what is in no capitals teaches nothing."""
    rows = [block for block in document.blocks if block.table is not None]
    cells = (
        cell for _, table in groupby(rows, key=lambda block: block.table) for cell in _owner_cells(list(table), document.text, columns)
    )
    names = (cell[start:end] for cell in set(cells) for start, end in bodies.split(cell))
    return frozenset(name for name in names if bodies.is_name(name) and len(name.split()) <= MOST_WORDS and name[-1].isalnum())


def _owner_cells(rows: list[Block], text: str, columns: ColumnReader) -> Iterator[str]:
    headers = [cell.span.of(text) if cell.span else "" for cell in rows[0].cells]
    owning = [index for index, header in enumerate(headers) if 0 < len(header) < LONGEST_CELL and columns.role(header) in OWNING]
    if owning and len([header for header in headers if header]) > 1:
        yield from _texts(rows[1:], owning, text)


def _texts(rows: Iterable[Block], indexes: list[int], text: str) -> Iterator[str]:
    for row in rows:
        for index in indexes:
            if index < len(row.cells) and (span := row.cells[index].span) and span.end - span.start < LONGEST_CELL:
                yield " ".join(span.of(text).split())
