"""A register made of rows that come from elsewhere: first alone, to be looked at, then together with what else a register keeps."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from pipeline.errors import RegisterError
from pipeline.model.paper import Paper
from pipeline.register import schema
from pipeline.register.snapshot import Values
from pipeline.register.writer import Register


class Dangling(NamedTuple):
    """A row that points to one that is not there: its table and key, the column, and where that points."""

    table: str
    key: str
    column: str
    to: str


class Draft:
    """Rows in the tables of a register, in a file of their own. Every method raises RegisterError where it cannot be written."""

    def __init__(self, path: Path) -> None:
        from sqlite_utils import Database

        self.path = path
        self._db = Database(sqlite3.connect(path))
        self._db.execute("PRAGMA synchronous = OFF")  # a draft that is cut short is thrown away
        schema.create(self._db)
        self._db.conn.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._db.close()

    def add(self, table: str, row: Values) -> bool:
        """Whether the row, columns as in the schema, could be put in: not where its key is there already."""
        try:
            self._db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", list(row))
        except sqlite3.IntegrityError:
            return False
        except sqlite3.Error as error:
            raise RegisterError(f"{self.path}: cannot be written. SQLite says: {error}.") from error
        return True

    def settle(self) -> None:
        """Have others see the rows."""
        self._db.conn.commit()

    def dangling(self) -> Iterator[Dangling]:
        """The rows that point to none."""
        for name, table in schema.TABLES.items():
            for _, row, to, number in self._db.execute(f"PRAGMA foreign_key_check({name})").fetchall():
                columns = {link[0]: link[3] for link in self._db.execute(f"PRAGMA foreign_key_list({name})").fetchall()}
                (key,) = self._db.execute(f'SELECT "{table.key}" FROM {name} WHERE rowid = ?', [row]).fetchone()
                yield Dangling(name, str(key), columns[number], to)


def make_register(path: Path, papers: Iterable[tuple[Paper, str, str]], draft: Path) -> None:
    """Make a register of papers, each with its fingerprint and the time at which it was put in, and then of the rows of a draft, which
    take the place of all others. `path` must not exist. Raises RegisterError."""
    with Register(path) as register:
        for paper, fingerprint, ingested in papers:
            register.write(paper, fingerprint, ingested)
    db = sqlite3.connect(path)
    try:
        db.execute("ATTACH ? AS draft", [str(draft)])
        with db:
            for table in schema.TABLES:
                db.execute(f"DELETE FROM main.{table}")
                db.execute(f"INSERT INTO main.{table} SELECT * FROM draft.{table}")
        db.execute("INSERT INTO commitments_fts(commitments_fts) VALUES ('rebuild')")
        db.commit()
    except sqlite3.Error as error:
        raise RegisterError(f"{path}: cannot be made. SQLite says: {error}.") from error
    finally:
        db.close()
