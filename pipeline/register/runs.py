"""What became of papers, run by run, and which could not be read: kept beside the papers, and not made from them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import RegisterError
from pipeline.register.opening import plain_errors, transaction
from pipeline.register.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database


class RunRow(NamedTuple):
    """One run of `ingest`: ISO times, the number of papers by what became of them, the program's version and a digest of the rules.

    `id` is None for a run that the register does not know yet, `finished` for one that has not ended: it goes on, or was killed.
    """

    started: str
    finished: str | None
    version: str
    rules: str
    read: int = 0
    partly_read: int = 0
    nothing_found: int = 0
    unchanged: int = 0
    same_as: int = 0
    not_read: int = 0
    removed: int = 0
    id: int | None = None


class RunPaperRow(NamedTuple):
    """What became of one paper in a run: `outcome` in one word, `code` of the reason, if there is one, and `message` for people."""

    file: str
    outcome: str
    code: str
    message: str
    commitments: int
    flags: int
    pages: int


class ProblemRow(NamedTuple):
    """A paper that cannot be read: why, since when (ISO time), and what the paper, its sidecar, the rules and the program were then.

    `noted` tells whether a note lies beside it.
    """

    file: str
    code: str
    message: str
    fingerprint: str
    since: str
    noted: int = 0


def write_run(db: "Database", run: RunRow, today: str) -> int:
    """Put a run in, or what is known of it by now; its number. Call it in a transaction."""
    seconds = _seconds(run.started, run.finished) if run.finished else None
    return int(str(db.table("runs").insert({"today": today, "seconds": seconds, **run._asdict()}, replace=True).last_pk))


class RunBook:
    """What a register that is open for writing knows of runs, and of papers that cannot be read. Every method raises RegisterError."""

    def __init__(self, db: "Database", path: Path) -> None:
        self._db, self._path = db, path

    def begin(self, run: RunRow, today: str) -> RunRow:
        """The same run with its number, known from now on, so that it is seen even if it is killed."""
        with self._writing():
            return run._replace(id=write_run(self._db, run, today))

    def note_papers(self, run: int, after: int, papers: Iterable[RunPaperRow]) -> None:
        """Remember what became of papers in a run, numbered behind the `after` that it has."""
        numbered = ({"id": f"{run}-{at:06}", "run": run, "position": at, **paper._asdict()} for at, paper in enumerate(papers, after + 1))
        with self._writing():
            self._db.table("run_papers").insert_all(numbered, replace=True)

    def problems(self) -> dict[str, ProblemRow]:
        """The papers that cannot be read, by file."""
        with plain_errors(self._path, "cannot be read"):
            rows = self._db.execute(f"SELECT {', '.join(ProblemRow._fields)} FROM problems ORDER BY file").fetchall()
        return {row[0]: ProblemRow(*row) for row in rows}

    def note_problem(self, problem: ProblemRow) -> None:
        """Remember why a paper cannot be read."""
        with self._writing():
            self._db.table("problems").insert(problem._asdict(), replace=True)

    def forget_problem(self, file: str) -> None:
        """A paper is read, or gone."""
        with self._writing():
            self._db.table("problems").delete_where("file = ?", [file])

    def with_issues(self, codes: Iterable[str]) -> set[str]:
        """The slugs of the papers that were read with an issue of one of these codes."""
        wanted = list(codes)
        query = f"SELECT DISTINCT paper FROM reading_issues WHERE code IN ({', '.join('?' * len(wanted))})"
        with plain_errors(self._path, "cannot be read"):
            return {slug for (slug,) in self._db.execute(query, wanted)}

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with plain_errors(self._path, "what became of papers cannot be noted"), transaction(self._db):
            yield


class RunLog:
    """The runs in a register, to be looked at while others write. Raises RegisterError, also where there is none of this version."""

    def __init__(self, path: Path) -> None:
        from sqlite_utils import Database  # on use, as in opening.py

        if not path.is_file():
            raise RegisterError(f"There is no register at {path}: run `pledgebook ingest` first.")
        self._path = path
        with plain_errors(path, "cannot be opened"):
            self._db = Database(sqlite3.connect(f"file:{path}?mode=ro", uri=True))

    def runs(self, number: int) -> list[Row]:
        """The latest runs, so many, latest first."""
        return self._rows("SELECT * FROM runs ORDER BY id DESC LIMIT ?", number)

    def run(self, number: int) -> Row | None:
        """The run of that number."""
        return next(iter(self._rows("SELECT * FROM runs WHERE id = ?", number)), None)

    def papers(self, run: int) -> list[Row]:
        """What became of the papers of a run, without those unchanged."""
        return self._rows("SELECT * FROM run_papers WHERE run = ? ORDER BY file, position", run)

    def _rows(self, query: str, value: int) -> list[Row]:
        with plain_errors(self._path, "cannot be read; run `pledgebook ingest` first"):
            return list(self._db.query(query, [value]))


def _seconds(started: str, finished: str) -> float:
    return (datetime.fromisoformat(finished) - datetime.fromisoformat(started)).total_seconds()
