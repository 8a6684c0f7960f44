"""Whether databases are sound: the register, and the log of verdicts. Looks only, and changes nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import RegisterError
from pipeline.register import schema
from pipeline.register.snapshot import connect_to_read

SEARCH_IS_WHOLE = "INSERT INTO commitments_fts(commitments_fts, rank) VALUES ('integrity-check', 1)"
PATIENCE = 2.0
"""Seconds to wait for a program that writes."""
CHAINS = {"hash": ("previous_hash", "previous", "prev_hash")}
"""Names of columns by which a row of a log knows the one before it."""


class Health(NamedTuple):
    """What a register is like: whether this version made it, what is damaged and which links lead nowhere, each in words.

    `search` is whether the text search is in step, None where a writer or a lack of rights kept us from looking; `papers` are the
    SHA-256 of all papers by slug, `problems` the files that cannot be read, each with its reason, `run` the ISO time when the last run
    ended, None where it has not. `names` are the SHA-256 of all files that hold a paper, by name, and `versions` how many versions are
    known of each paper that has more than one, by slug.
    """

    is_current: bool
    damage: tuple[str, ...] = ()
    dangling: tuple[str, ...] = ()
    search: bool | None = None
    papers: dict[str, str] | None = None
    commitments: int = 0
    problems: dict[str, str] | None = None
    run: str | None = None
    names: dict[str, str] | None = None
    versions: dict[str, int] | None = None


def examine_register(path: Path) -> Health:
    """What the register is like. Raises RegisterError where it is no database, or cannot be read at all."""
    with _opened(path) as db:
        marks = tuple(db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        damage = _damage(db)
        if marks != (schema.APPLICATION_ID, schema.VERSION) or damage:
            return Health(marks == (schema.APPLICATION_ID, schema.VERSION), damage)
        dangling = [f"{table} → {to}" for table, _, to, _ in db.execute("PRAGMA foreign_key_check").fetchall()]
        papers = dict(db.execute("SELECT slug, sha256 FROM papers").fetchall())
        (commitments,) = db.execute("SELECT count(*) FROM commitments").fetchone()
        problems = dict(db.execute("SELECT file, message FROM problems ORDER BY file").fetchall())
        run = db.execute("SELECT finished FROM runs ORDER BY id DESC LIMIT 1").fetchone() or [None]
        names = dict(db.execute("SELECT file, sha256 FROM names").fetchall())
        versions = dict(db.execute("SELECT slug, count(*) FROM versions GROUP BY slug HAVING max(number) > 1 ORDER BY slug").fetchall())
    return Health(True, (), tuple(dangling), _is_search_whole(path), papers, commitments, problems, run[0], names, versions)


def examine_log(path: Path) -> Iterator[str]:
    """What is wrong with a log that should only grow, in words; nothing where all is well. Raises RegisterError."""
    with _opened(path) as db:
        yield from _damage(db)
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
            yield from _alterable(db, table)
            yield from _broken_chain(db, table)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, open for reading; SQLite's errors in it are RegisterErrors."""
    try:
        with closing(connect_to_read(path)) as db:
            yield db
    except sqlite3.Error as error:
        raise RegisterError(f"{path} cannot be read: {error}") from error


def _damage(db: sqlite3.Connection) -> tuple[str, ...]:
    said = tuple(line for (line,) in db.execute("PRAGMA integrity_check(5)"))
    return () if said == ("ok",) else said


def _is_search_whole(path: Path) -> bool | None:
    """The check is an INSERT that inserts nothing, and is taken back besides."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)) as db:
        try:
            db.execute(SEARCH_IS_WHOLE)
            db.rollback()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            return False
    return True


def _alterable(db: sqlite3.Connection, table: str) -> Iterator[str]:
    """Whether rows can be changed or deleted: where no trigger refuses it."""
    query = "SELECT upper(sql) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    triggers = [sql for (sql,) in db.execute(query, [table])]
    for deed in ("UPDATE", "DELETE"):
        if not any(f"BEFORE {deed}" in " ".join(sql.split()) and "RAISE" in sql for sql in triggers):
            yield f"rows of {table} can be altered: no trigger refuses {deed}"


def _broken_chain(db: sqlite3.Connection, table: str) -> Iterator[str]:
    """Whether each row names the hash of the one before it, where the table has such columns."""
    columns = {row[1] for row in db.execute(f"PRAGMA table_info('{table}')")}
    for own, others in CHAINS.items():
        before = next((name for name in others if name in columns), None)
        if own in columns and before:
            last = None
            for row, named, this in db.execute(f'SELECT rowid, "{before}", "{own}" FROM "{table}" ORDER BY rowid'):
                if last is not None and named != last:
                    yield f"row {row} of {table} does not follow the one before it: something was changed or taken out"
                    return
                last = this
