"""What each body owns, counted in `bodies`: a paper is added or subtracted, as some bodies stand in nearly every one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_OF_PAPER = """
SELECT count(DISTINCT commitment), count(DISTINCT CASE WHEN role = 'lead' THEN commitment END), body FROM owners
WHERE paper = ? AND body NOT NULL GROUP BY +body"""
_CHANGE = """
UPDATE bodies SET papers = papers {sign} 1, commitments = commitments {sign} ?, leads = leads {sign} ? WHERE id = ?"""


def add(db: "Database", papers: Iterable[str]) -> None:
    """Count what stands in the papers; call it when their owners are linked to bodies, all of which are in the table."""
    _change(db, papers, "+")


def subtract(db: "Database", papers: Iterable[str]) -> None:
    """Count it no more; call it before their owners are deleted or linked to others, in the same transaction."""
    _change(db, papers, "-")


def _change(db: "Database", papers: Iterable[str], sign: str) -> None:
    for slug in papers:
        db.conn.executemany(_CHANGE.format(sign=sign), db.execute(_OF_PAPER, [slug]).fetchall())
