"""Tables of the register as CSV files: RFC 4180, UTF-8, the columns' names above, rows by primary key."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import BinaryIO, NamedTuple

from pipeline.export.cells import to_cell
from pipeline.register.schema import TABLES
from pipeline.register.snapshot import Snapshot, Values

AT_ONCE = 1_000
"""Rows that are put together before they are written."""


class Written(NamedTuple):
    """What was written: how many bytes, and their SHA-256."""

    bytes: int
    sha256: str


def write_table(snapshot: Snapshot, table: str, stream: BinaryIO | None = None) -> Written:
    """Writes a table; without a stream, only tells what would be written."""
    size, digest = 0, hashlib.sha256()
    for data in _pieces([tuple(TABLES[table].columns)], snapshot.rows(table)):
        size += len(data)
        digest.update(data)
        if stream is not None:
            stream.write(data)
    return Written(size, digest.hexdigest())


def _pieces(heading: Iterable[Values], rows: Iterable[Values]) -> Iterator[bytes]:
    """The file, a thousand rows at once."""
    piece = StringIO(newline="")
    writer = csv.writer(piece, lineterminator="\r\n")
    writer.writerows(heading)
    for number, row in enumerate(rows, 1):
        writer.writerow([to_cell(value) for value in row])
        if number % AT_ONCE == 0:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()
