"""How many commitments are due on which day, and of each publisher in which month: a paper that comes or goes is added or subtracted."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_COUNTED = {
    "due_counts": {"due": "due", "status": "status"},
    "publisher_due_counts": {"publisher": "publisher", "month": "substr(due, 1, 7)", "status": "status"},
}
"""What is counted apart in each table, column by column; together it is the key of a row."""


def add(db: "Database", slug: str) -> None:
    """Count what a paper holds; call it in the transaction that writes the paper, behind its rows."""
    for table, columns in _COUNTED.items():
        _change(db, table, columns, slug, "+")


def subtract(db: "Database", slug: str) -> None:
    """Count it no more; call it before its rows are deleted, in the same transaction."""
    for table, columns in _COUNTED.items():
        _change(db, table, columns, slug, "-")
        of_paper = f"SELECT {_key(columns.values())} FROM commitments WHERE paper = ?"
        db.execute(f"DELETE FROM {table} WHERE commitments = 0 AND id IN ({of_paper})", [slug])


def _change(db: "Database", table: str, columns: Mapping[str, str], slug: str, sign: str) -> None:
    names, values = ", ".join(columns), ", ".join(columns.values())
    counted = f"SELECT {_key(columns.values())}, {values}, {sign}count(*) FROM commitments WHERE paper = ? GROUP BY {values}"
    again = "ON CONFLICT (id) DO UPDATE SET commitments = commitments + excluded.commitments"
    db.execute(f"INSERT INTO {table} (id, {names}, commitments) {counted} {again}", [slug])


def _key(values: Iterable[str]) -> str:
    return " || '/' || ".join(f"coalesce({value}, '')" for value in values)
