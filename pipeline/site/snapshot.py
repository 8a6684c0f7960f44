"""One look at the register: all that a page asks is answered from the same state of it, whatever `ingest` writes meanwhile."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter, thread_time
from typing import Any, TypeVar

Answer = TypeVar("Answer")
Connection = Any  # sqlite3.Connection, of whichever module Datasette opened it with
Row = Any  # sqlite3.Row: values by column name

DATABASE = "register"
STEPS = 100_000
"""Steps of SQLite's between two looks at the clock: about ten milliseconds."""
PATIENCE = 10
"""So many times the limit may pass by the clock: where others are at work, a query waits for the processor longer than it works."""


class TooSlowError(Exception):
    """The queries of a page worked longer than `sql_time_limit_ms`, or took `PATIENCE` times as long by the clock."""


class OtherVersionError(Exception):
    """The register was made by another version of the program, and lacks what a page asks for."""


async def look_up(datasette: Any, query: Callable[[Connection], Answer]) -> Answer:
    """What the query finds, in one read transaction and within the time limit. Raises TooSlowError or OtherVersionError."""
    from datasette.utils.sqlite import sqlite3

    def within(connection: Connection) -> Answer:
        with _limited(connection, datasette.sql_time_limit_ms):
            try:
                connection.rollback()  # a statement that Datasette was refused may have left its transaction open
                connection.execute("BEGIN")
                return query(connection)
            except sqlite3.OperationalError as error:
                if "interrupted" in str(error):
                    raise TooSlowError from error
                if str(error).startswith("no such "):
                    raise OtherVersionError from error
                raise
            finally:
                connection.rollback()

    found: Answer = await datasette.get_database(DATABASE).execute_fn(within)
    return found


@contextmanager
def _limited(connection: Connection, milliseconds: int) -> Iterator[None]:
    """Statements are interrupted after so long of processor time. Datasette's own limit goes by the clock, so that whoever asks at a busy
    time is refused what takes a tenth of it, and looks at it a hundred times as often, waiting for all other threads each time."""
    seconds = milliseconds / 1000
    end, latest = thread_time() + seconds, perf_counter() + PATIENCE * seconds
    connection.set_progress_handler(lambda: thread_time() >= end or perf_counter() >= latest, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, STEPS)


def one(connection: Connection, sql: str, **parameters: object) -> Row | None:
    """The first row, None where there is none."""
    return connection.execute(sql, parameters).fetchone()


def rows(connection: Connection, sql: str, **parameters: object) -> list[dict[str, Any]]:
    """All rows, each by column name."""
    return [dict(row) for row in connection.execute(sql, parameters)]


def together(connection: Connection, sql: str, **parameters: object) -> list[Any]:
    """All of a list that the statement gives as JSON, in a row of its own."""
    (found,) = connection.execute(sql, parameters).fetchone()
    listed: list[Any] = json.loads(found)
    return listed
