"""One look at the register: all that a page asks is answered from the same state of it, whatever `ingest` writes meanwhile."""

from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")
Connection = Any  # sqlite3.Connection, of whichever module Datasette opened it with
Row = Any  # sqlite3.Row: values by column name

DATABASE = "register"


class TooSlowError(Exception):
    """The queries of a page took longer than `sql_time_limit_ms`."""


class OtherVersionError(Exception):
    """The register was made by another version of the program, and lacks what a page asks for."""


async def look_up(datasette: Any, query: Callable[[Connection], Answer]) -> Answer:
    """What the query finds, in one read transaction and within the time limit. Raises TooSlowError or OtherVersionError."""
    from datasette.utils import sqlite_timelimit
    from datasette.utils.sqlite import sqlite3

    def within(connection: Connection) -> Answer:
        with sqlite_timelimit(connection, datasette.sql_time_limit_ms):
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


def one(connection: Connection, sql: str, **parameters: object) -> Row | None:
    """The first row, None where there is none."""
    return connection.execute(sql, parameters).fetchone()


def rows(connection: Connection, sql: str, **parameters: object) -> list[dict[str, Any]]:
    """All rows, each by column name."""
    return [dict(row) for row in connection.execute(sql, parameters)]
