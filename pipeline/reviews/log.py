"""`reviews.db`: the log of verdicts, which ingestion never touches. Rows are only added: SQLite itself refuses all else."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import PipelineError
from pipeline.reviews.chain import FIRST, entry_hash
from pipeline.reviews.verdict import Entry, Verdict

APPLICATION_ID = 0x506C6276  # "Plbv"
PATIENCE = 10.0
"""Seconds to wait for another who writes."""

# `insert or replace` deletes without firing delete triggers, hence the trigger before insert.
SCHEMA = """
CREATE TABLE IF NOT EXISTS verdicts (
    number INTEGER PRIMARY KEY, flag TEXT NOT NULL, kind TEXT NOT NULL, paper TEXT NOT NULL, decision TEXT NOT NULL,
    reviewer TEXT NOT NULL, at TEXT NOT NULL, nonce TEXT NOT NULL UNIQUE, bulk TEXT, verdict TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX IF NOT EXISTS verdicts_flag ON verdicts (flag);
CREATE INDEX IF NOT EXISTS verdicts_bulk ON verdicts (bulk) WHERE bulk IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS verdicts_keep BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
CREATE TRIGGER IF NOT EXISTS verdicts_stay BEFORE DELETE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are never deleted'); END;
CREATE TRIGGER IF NOT EXISTS verdicts_once BEFORE INSERT ON verdicts
    WHEN EXISTS (SELECT 1 FROM verdicts WHERE number = NEW.number OR nonce = NEW.nonce OR hash = NEW.hash OR previous = NEW.previous)
    BEGIN SELECT RAISE(ABORT, 'verdicts are never replaced'); END;
"""
_COLUMNS = "number, reviewer, at, bulk, verdict, previous, hash"


class ReviewError(PipelineError):
    """The log cannot be opened, read or written."""


class AlreadySaidError(ReviewError):
    """The same form was sent twice; the first one counts."""


class ReviewLog:
    """The log at a path, made on its first verdict. All methods raise ReviewError where it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, verdicts: Sequence[Verdict], reviewer: str, at: str) -> list[Entry]:
        """Adds verdicts, all or none; several are one bulk decision. `at` is a time in UTC, ISO 8601. Raises AlreadySaidError."""
        bulk = verdicts[0].nonce if len(verdicts) > 1 else None
        with self._opened(write=True) as db:
            last = db.execute("SELECT number, hash FROM verdicts ORDER BY number DESC LIMIT 1").fetchone() or (0, FIRST)
            entries = list(_chained(verdicts, reviewer, at, bulk, *last))
            try:
                db.executemany("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, entries))
            except sqlite3.IntegrityError as error:
                raise AlreadySaidError("This was sent before, and is recorded already.") from error
        return entries

    def entries(self) -> list[Entry]:
        """All entries, from the first on."""
        return self.since(0)

    def since(self, number: int) -> list[Entry]:
        """The entry of this number, from 1, and all behind it."""
        return self._found("number >= ?", number)

    def given_with(self, nonce: str) -> list[Entry]:
        """The entries that came with one form: one, or several that were given as one."""
        return self._found("nonce = ?1 OR bulk = ?1", nonce)

    def _found(self, which: str, value: int | str) -> list[Entry]:
        if not self.path.is_file():
            return []
        with self._opened() as db:
            return [_entry(row) for row in db.execute(f"SELECT {_COLUMNS} FROM verdicts WHERE {which} ORDER BY number", [value])]

    @contextmanager
    def _opened(self, write: bool = False) -> Iterator[sqlite3.Connection]:
        """The log, in one transaction; made where it is written to for the first time."""
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)) as db:
                if write:
                    _prepare(db, self.path)
                db.execute("BEGIN IMMEDIATE" if write else "BEGIN")
                yield db
                db.execute("COMMIT")
        except sqlite3.Error as error:
            raise ReviewError(f"{self.path}: the log of verdicts cannot be used. SQLite says: {error}.") from error
        except ValidationError as error:
            raise ReviewError(f"{self.path}: an entry is not as it was written: put a copy from a backup in its place.") from error


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    application, tables = (db.execute(sql).fetchone()[0] for sql in ("PRAGMA application_id", "SELECT count(*) FROM sqlite_master"))
    if tables and application != APPLICATION_ID:
        raise ReviewError(f"{path} is a database, but not a log of verdicts: move it away.")
    if not tables:
        db.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; COMMIT;")


def _chained(verdicts: Iterable[Verdict], reviewer: str, at: str, bulk: str | None, number: int, previous: str) -> Iterator[Entry]:
    for verdict in verdicts:
        number += 1
        entry = Entry(number=number, verdict=verdict, reviewer=reviewer, at=at, bulk=bulk, previous=previous, hash="")
        entry = entry.model_copy(update={"hash": entry_hash(entry)})
        previous = entry.hash
        yield entry


def _row(entry: Entry) -> tuple[object, ...]:
    verdict = entry.verdict
    what = (verdict.seen.flag, verdict.seen.kind, verdict.seen.paper, verdict.decision)
    return (entry.number, *what, entry.reviewer, entry.at, verdict.nonce, entry.bulk, verdict.model_dump_json(), entry.previous, entry.hash)


def _entry(row: Sequence[object]) -> Entry:
    number, reviewer, at, bulk, verdict, previous, own = row
    said = {"number": number, "reviewer": reviewer, "at": at, "bulk": bulk, "previous": previous, "hash": own}
    return Entry.model_validate({**said, "verdict": Verdict.model_validate_json(str(verdict))})
