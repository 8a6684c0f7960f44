"""The register: the one place that writes `register.db`."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from pipeline.errors import RegisterError
from pipeline.model.paper import Paper
from pipeline.register import schema, upkeep
from pipeline.register.rows import RunRow, paper_rows, run_row

_CURES = {
    "unable to open": "Its folder does not exist, or may not be written to",
    "readonly": "The file or its folder may only be read: allow writing, or choose another folder",
    "locked": "Another ingest is at work on it: try again when it is done",
    "not a database": "It is no database: move it away, or choose another folder",
    "malformed": "The file is damaged: delete it, and the next ingest builds it anew",
    "full": "The disk is full: make room, and ingest again",
}
"""What to do, by the words in SQLite's message."""


class PaperRow(NamedTuple):
    """What the register knows of a paper it holds: enough to tell whether it must be read again."""

    slug: str
    file: str
    sha256: str
    text_sha256: str
    fingerprint: str


class CopyRow(NamedTuple):
    """A file with the words of a paper in the register, `paper` by slug, and what it had when that was found out."""

    file: str
    paper: str
    sha256: str
    fingerprint: str


class Register:
    """`register.db`, open for writing.

    A new file gets its tables; one that an older version made is emptied and gets new ones, since all of it can be read again.

    Raises:
        RegisterError: on opening and on every method, when the file cannot be read or written, or is no register.
    """

    def __init__(self, path: Path) -> None:
        from sqlite_utils import Database  # a quarter of a second, which commands without a register must not pay

        self._path = path
        with self._plain_errors("cannot be opened"):
            self._db = Database(sqlite3.connect(path))
        try:
            with self._plain_errors("cannot be opened"):
                self._prepare()
        except RegisterError:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._db.close()

    def papers(self) -> dict[str, PaperRow]:
        """The papers in the register, by slug."""
        with self._plain_errors("cannot be read"):
            rows = self._db.execute(f"SELECT {', '.join(PaperRow._fields)} FROM papers ORDER BY slug").fetchall()
        return {row[0]: PaperRow(*row) for row in rows}

    def write(self, paper: Paper, fingerprint: str, ingested: str) -> None:
        """Put a paper in, replacing whatever stands there under its slug; all of it or, on an error, nothing.

        Args:
            paper: the paper; its ids must be its own.
            fingerprint: what the caller compares to know whether the paper must be read again.
            ingested: ISO time.
        """
        with self._plain_errors(f"{paper.paper.slug} cannot be written"), self._transaction():
            self._clear(paper.paper.slug)
            for table, rows in paper_rows(paper, fingerprint, ingested).items():
                self._db.table(table).insert_all(rows)
            upkeep.note(self._db, paper)

    def remove(self, slug: str) -> None:
        """Take a paper out, with all that came from it; nothing happens where there is none."""
        with self._plain_errors(f"{slug} cannot be removed"), self._transaction():
            self._clear(slug)

    def copies(self) -> dict[str, CopyRow]:
        """The files that were found to hold the words of another paper, by name."""
        with self._plain_errors("cannot be read"):
            rows = self._db.execute(f"SELECT {', '.join(CopyRow._fields)} FROM copies ORDER BY file").fetchall()
        return {row[0]: CopyRow(*row) for row in rows}

    def note_copy(self, copy: CopyRow) -> None:
        """Remember a copy for as long as the paper stays as it is."""
        with self._plain_errors(f"{copy.file} cannot be noted"), self._transaction():
            self._db.table("copies").upsert(copy._asdict(), pk="file")

    def finish(self, today: str, run: RunRow) -> None:
        """Bring up to the ISO day `today` what is made from all papers together, note the run, and tidy the text search a little."""
        with self._plain_errors("cannot be brought up to date"):
            with self._transaction():
                upkeep.refresh(self._db, today)
                self._db.table("runs").insert(run_row(run, today))
            # A part of the index is tidied at a time: the whole of a million promises would take minutes.
            self._db.execute("INSERT INTO commitments_fts (commitments_fts, rank) VALUES ('merge', 500)")

    def _prepare(self) -> None:
        application, version, tables = (
            self._db.execute(sql).fetchone()[0]
            for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        if tables and application != schema.APPLICATION_ID:
            raise RegisterError(f"{self._path} is a database, but not a register of Pledgebook: move it away, or choose another folder.")
        self._db.enable_wal()
        self._db.execute("PRAGMA synchronous = NORMAL")
        if version != schema.VERSION or not tables:
            with self._transaction():
                schema.drop(self._db)
                schema.create(self._db)
        self._db.execute("PRAGMA foreign_keys = ON")

    def _clear(self, slug: str) -> None:
        upkeep.forget(self._db, slug)
        for name, table in reversed(schema.TABLES.items()):
            if "paper" in table.columns:
                self._db.table(name).delete_where("paper = ?", [slug])
        self._db.table("papers").delete_where("slug = ?", [slug])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; links are held at the end, so that rows may come in any order."""
        with self._db.atomic():
            self._db.execute("PRAGMA defer_foreign_keys = ON")
            yield

    @contextmanager
    def _plain_errors(self, what: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeError) as error:
            cure = next((cure for sign, cure in _CURES.items() if sign in str(error)), f"SQLite says: {error}")
            raise RegisterError(f"{self._path}: {what}. {cure}.") from error
