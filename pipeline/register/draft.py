"""A register made of rows that come from elsewhere: first alone, to be looked at, then together with what else a register keeps."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from pipeline.model.paper import Paper
from pipeline.register import facets, schema, upkeep
from pipeline.register.opening import open_register, plain_errors, transaction
from pipeline.register.snapshot import Values

if TYPE_CHECKING:
    from sqlite_utils import Database


class Dangling(NamedTuple):
    """A row that points to one that is not there: its table and key, the column, and where that points."""

    table: str
    key: str
    column: str
    to: str


class Draft:
    """Rows in the tables of a register, in a file of their own. Every method raises RegisterError where it cannot be written."""

    def __init__(self, path: Path) -> None:
        from sqlite_utils import Database  # on use, as in opening.py

        self._path, self._db = path, Database(sqlite3.connect(path))
        with plain_errors(path, "cannot be made"):
            self._db.execute("PRAGMA synchronous = OFF")  # a draft that is cut short is thrown away
            schema.create(self._db)
            _take_indexes(self._db)
            self._db.conn.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._db.close()

    def add(self, table: str, row: Values) -> bool:
        """Whether the row, columns as in the schema, could be put in: not where its key is there already."""
        with plain_errors(self._path, "cannot be written"):
            try:
                self._db.conn.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
            except sqlite3.IntegrityError:
                return False
        return True

    def settle(self) -> None:
        """Have others see the rows."""
        with plain_errors(self._path, "cannot be written"):
            self._db.conn.commit()

    def dangling(self) -> Iterator[Dangling]:
        """The rows that point to none."""
        for name, table in schema.TABLES.items():
            for _, row, to, number in self._db.execute(f"PRAGMA foreign_key_check({name})").fetchall():
                columns = {link[0]: link[3] for link in self._db.execute(f"PRAGMA foreign_key_list({name})").fetchall()}
                (key,) = self._db.execute(f'SELECT "{table.key}" FROM {name} WHERE rowid = ?', [row]).fetchone()
                yield Dangling(name, str(key), columns[number], to)


def make_register(path: Path, draft: Path, papers: Iterable[Paper]) -> None:
    """Make a register of the rows of a draft, of which none may dangle, and note each of its papers for the next run.

    `path` must not exist. Raises RegisterError.
    """
    with closing(open_register(path)) as db, plain_errors(path, "cannot be made"):
        db.execute("PRAGMA synchronous = OFF")  # whoever asked for it waits for the disk at the end
        db.execute("PRAGMA foreign_keys = OFF")  # no row of the draft dangles, and without indexes each is looked for in whole tables
        db.execute("ATTACH ? AS draft", [str(draft)])
        with transaction(db):
            taken = _take_indexes(db)
            for table in schema.TABLES:
                db.execute(f"INSERT INTO main.{table} SELECT * FROM draft.{table}")
            for statement in taken:
                db.execute(statement)
            for statement in facets.REBUILD:
                db.execute(statement)
            for paper in papers:
                upkeep.note(db, paper)
            db.execute("DELETE FROM main.followed")  # a note has a publisher followed anew, but these rows are up to date
            db.execute("INSERT INTO main.followed SELECT * FROM draft.followed")
            db.execute("INSERT INTO commitments_fts(commitments_fts) VALUES ('rebuild')")


def _take_indexes(db: "Database") -> list[str]:
    """Takes the indexes and triggers off the tables, which are filled sooner without; gives the statements that put them back."""
    query = "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    found = [row for row in db.execute(query).fetchall() if row[2] in schema.TABLES]
    for kind, name, _, _ in found:
        db.execute(f'DROP {kind} main."{name}"')
    return [statement for _, _, _, statement in found]
