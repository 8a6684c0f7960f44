"""Opens `register.db` for writing, and says in plain words what SQLite refuses."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import RegisterBusyError, RegisterError
from pipeline.register import schema
from pipeline.register.light_sqlite_utils import import_sqlite_utils
from pipeline.register.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database

PATIENCE = 30.0
"""Seconds to wait for another program that writes; readers are never waited for."""
CACHE = 16_000
"""Kibibytes of pages held in memory: one paper touches thousands, in thirty indexes, and with SQLite's 2,000 many are read twice."""
LOCKED = "locked"

_CURES = {
    "unable to open": "Its folder does not exist, or may not be written to",
    "readonly": "The file or its folder may only be read: allow writing, or choose another folder",
    LOCKED: f"Another program has kept it locked for {PATIENCE:g} seconds: close what has it open for writing, and ingest again",
    "not a database": "It is no database: move it away, or choose another folder",
    "malformed": "The file is damaged: delete it, and the next ingest builds it anew",
    "full": "The disk is full: make room, and ingest again",
    "disk I/O": "The disk cannot be written or read, perhaps because it is full: make room, and ingest again",
}
"""What to do, by the words in SQLite's message."""


def open_register(path: Path, *, renew: bool = True) -> "Database":
    """The register at the path, with its tables, new or, with `renew`, made anew where another version made them.

    Raises RegisterError when it cannot be opened, is another database, or would have to be made anew.
    """
    import_sqlite_utils()
    from sqlite_utils import Database  # a tenth of a second, which commands without a register must not pay

    with plain_errors(path, "cannot be opened"):
        db = Database(sqlite3.connect(path, timeout=PATIENCE))
    try:
        with plain_errors(path, "cannot be opened"):
            _prepare(db, path, renew=renew)
    except RegisterError:
        db.close()
        raise
    return db


def insert_rows(db: "Database", table: str, rows: Iterable[Row]) -> None:
    """Puts rows in that fill all columns of their table. sqlite-utils would look through the whole schema each time."""
    columns = tuple(schema.TABLES[table].columns)
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", ([row[column] for column in columns] for row in rows))


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """All or nothing; links are held at the end, so that rows may come in any order.

    The right to write is asked for at once: SQLite waits for another writer before a transaction begins to read, but not behind that.
    """
    db.execute("BEGIN IMMEDIATE")
    with db.conn:
        db.execute("PRAGMA defer_foreign_keys = ON")
        yield


@contextmanager
def plain_errors(path: Path, what: str) -> Iterator[None]:
    """Turns SQLite's errors into plain words. Raises RegisterError, and RegisterBusyError where another program was waited for in vain."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        sign = next((sign for sign in _CURES if sign in str(error)), "")
        kind = RegisterBusyError if sign == LOCKED else RegisterError
        raise kind(f"{path}: {what}. {_CURES.get(sign, f'SQLite says: {error}')}.") from error


def _prepare(db: "Database", path: Path, *, renew: bool) -> None:
    application, version, tables = (
        db.execute(sql).fetchone()[0] for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    if tables and application != schema.APPLICATION_ID:
        raise RegisterError(f"{path} is a database, but not a register of Pledgebook: move it away, or choose another folder.")
    if tables and version != schema.VERSION and not renew:
        raise RegisterError(f"{path} was made by another version of Pledgebook: ingest the whole folder once, without naming papers.")
    db.enable_wal()
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(f"PRAGMA cache_size = {-CACHE}")
    if version != schema.VERSION or not tables:
        with transaction(db):
            schema.drop(db)
            schema.create(db)
    db.execute("PRAGMA foreign_keys = ON")
