"""A register as it stood at one moment: copied while others may write, and read row by row."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.errors import RegisterError
from pipeline.register import schema

Values = tuple[str | int | float | None, ...]


def copy_register(register: Path, target: Path) -> None:
    """Copy the register as it stands now to `target`, which must not exist, as small as it can be.

    Raises:
        RegisterError: there is none, or it cannot be read, or another version made it.
    """
    with Snapshot(register) as original:
        original.copy(target)
    with closing(sqlite3.connect(target)) as copied:
        # SQLite may number rows anew when it packs them, and the text search goes by these numbers.
        copied.execute("INSERT INTO commitments_fts(commitments_fts) VALUES ('rebuild')")
        copied.commit()


def copy_reviews(reviews: Path, target: Path) -> None:
    """Copy the auditors' verdicts as they stand now, page by page. Raises RegisterError."""
    try:
        with closing(connect_to_read(reviews)) as source, closing(sqlite3.connect(target)) as copied:
            source.backup(copied)
    except sqlite3.Error as error:
        raise RegisterError(f"{reviews}: the verdicts cannot be copied. SQLite says: {error}.") from error


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A database, open for reading. Where nobody may write beside it, it cannot change: there SQLite is told not to look for writers."""
    unchanging = "" if os.access(path.parent, os.W_OK) else "&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{unchanging}", uri=True)


class Snapshot:
    """A register of this version, open for reading. All methods raise RegisterError where it cannot be read."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise RegisterError(f"There is no register at {path}: run `pledgebook ingest` first.")
        self.path = path
        self._db = connect_to_read(path)
        try:
            application, version = (self._value(f"PRAGMA {name}") for name in ("application_id", "user_version"))
            if application != schema.APPLICATION_ID:
                raise RegisterError(f"{path} is no register of Pledgebook.")
            if version != schema.VERSION:
                raise RegisterError(f"{path} was made by another version of Pledgebook: run `pledgebook ingest` first.")
        except RegisterError:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._db.close()

    def rows(self, table: str) -> Iterator[Values]:
        """The rows of a table, columns as in the schema, by primary key."""
        facts = schema.TABLES[table]
        columns = ", ".join(f'"{column}"' for column in facts.columns)
        yield from self._rows(f'SELECT {columns} FROM {table} ORDER BY "{facts.key}"')

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(str(self._value(f"SELECT count(*) FROM {table}")))

    def state(self) -> list[Values]:
        """What changes whenever a paper is written: each paper's slug, fingerprint and the time at which it was put in."""
        return list(self._rows("SELECT slug, fingerprint, ingested FROM papers ORDER BY slug"))

    def digests(self) -> Iterator[tuple[str, str]]:
        """Each paper's slug, and the SHA-256 of its bytes."""
        return ((str(slug), str(digest)) for slug, digest in self._rows("SELECT slug, sha256 FROM papers ORDER BY slug"))

    def last_run(self) -> str | None:
        """When the last run ended, as an ISO time; None where there was none."""
        found = self._value("SELECT max(finished) FROM runs")
        return None if found is None else str(found)

    def copy(self, target: Path) -> None:
        """Write all of it, packed, to `target`, which must not exist."""
        list(self._rows("VACUUM INTO ?", str(target)))

    def _value(self, sql: str) -> object:
        return next(self._rows(sql))[0]

    def _rows(self, sql: str, *values: str) -> Iterator[Values]:
        try:
            yield from self._db.execute(sql, values)
        except sqlite3.Error as error:
            raise RegisterError(f"{self.path}: cannot be read. SQLite says: {error}.") from error
