"""The tables that people open most, made from the others by one statement each."""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from pipeline.register.schema import READY

if TYPE_CHECKING:
    from sqlite_utils import Database


class Filling(NamedTuple):
    """What goes into a ready table: a query over the commitments `c` and others, and what its rows are sorted by, as text that other rows
    leave as it is. `:today` is an ISO day."""

    query: str
    position: str


_COMMON = "c.id AS commitment, c.paper, c.ref, c.text, c.section, c.owners, c.status, c.page, c.place"

_DEADLINES = f"""
SELECT d.id, {_COMMON}, d."end" AS due, d.quarter, d.text AS deadline, d.relation
FROM deadlines AS d JOIN commitments AS c ON c.id = d.commitment
WHERE d.relation <> 'from' AND c.status IS NOT 'done' AND d."end" """

# A step often has its owner or date on the commitment above it, and a commitment on its steps: either is enough.
_KIN = "FROM commitments AS kin JOIN {} AS v ON v.commitment = kin.id WHERE (kin.id = c.id OR kin.id = c.parent OR kin.parent = c.id)"

_LACKING = f"SELECT c.id, {_COMMON}, c.kind, {{}} FROM commitments AS c WHERE c.status IS NOT 'done' AND NOT EXISTS (SELECT 1 {_KIN})"

_WORDS = "(SELECT group_concat(d.text, '; ') FROM deadlines AS d WHERE d.commitment = c.id) AS deadline"

_TARGETS = f"""
SELECT t.id, {_COMMON}, c.heading, t.text AS target, t.value, t.unit, t.direction, t.metric, t.baseline, t.comparator, c.due
FROM targets AS t JOIN commitments AS c ON c.id = t.commitment WHERE t.value IS NOT NULL"""

_PUBLISHERS = """
SELECT coalesce(publisher, 'not stated') AS publisher, count(*) AS papers, sum(commitments) AS commitments, sum(specific) AS specific,
       sum(measurable) AS measurable, sum(assigned) AS assigned, sum(time_bound) AS time_bound, sum(flags) AS flags
FROM papers GROUP BY 1"""

SOON = 90
"""Days, from today on, for which what is due counts as due soon."""
_COUNTS = {
    "overdue": "SELECT sum(commitments) FROM due_counts WHERE due < :today AND status IS NOT 'done'",
    "due_soon": f"SELECT count(DISTINCT commitment) FROM due_next WHERE due <= date(:today, '+{SOON} days')",
    "without_date": "SELECT count(*) FROM without_date",
    "without_owner": "SELECT count(*) FROM without_owner",
    "commitments": "SELECT sum(commitments) FROM publishers",
    "flags": "SELECT sum(flags) FROM publishers",
    "high": "SELECT count(*) FROM flags WHERE severity = 'high'",
    "slipped": "SELECT count(DISTINCT commitment) FROM histories WHERE event = 'deadline_moved' AND days > 0",
}
"""What pages tell of all papers together; asked when the table of publishers is up to date."""

# The latest day first: the days from it to the end of the year 9999.
_LATEST = "printf('%07d', 5373484 - julianday(due)) || ' ' || place"
BY_DAY = {
    "due_next": Filling(f"{_DEADLINES} >= :today", "due || ' ' || place"),
    "overdue": Filling(f"{_DEADLINES} < :today", _LATEST),
}
BY_PAPER = {
    "without_owner": Filling(_LACKING.format("c.due", "owners"), "place"),
    "without_date": Filling(
        _LACKING.format(_WORDS, "deadlines").removesuffix(")") + ' AND (v."end" IS NOT NULL OR v.rrule IS NOT NULL))', "place"
    ),
    "numeric_targets": Filling(_TARGETS, "place"),
} | BY_DAY


def refresh(db: "Database", today: str, papers: Collection[str]) -> None:
    """Bring every ready table up to the ISO day `today`; call it in a transaction, when nothing but these papers has changed since it was
    called last."""
    for slug in papers:
        for name, filling in BY_PAPER.items():
            db.execute(f"DELETE FROM {name} WHERE paper = ?", [slug])
            _fill(db, name, filling, "AND c.paper = :slug", {"today": today, "slug": slug})
    for (last,) in db.execute("SELECT today FROM ready_for WHERE today <> ?", [today]).fetchall():
        first, end = sorted((last, today))
        for name, filling in BY_DAY.items():
            db.execute(f"DELETE FROM {name} WHERE due >= ? AND due < ?", [first, end])
            _fill(db, name, filling, 'AND d."end" >= :first AND d."end" < :end', {"today": today, "first": first, "end": end})
    db.execute("DELETE FROM ready_for")
    db.execute("INSERT INTO ready_for VALUES (?)", [today])
    db.execute("DELETE FROM publishers")
    _fill(db, "publishers", Filling(_PUBLISHERS, "row_number() OVER (ORDER BY commitments DESC, publisher)"), "", {})
    for name, count in _COUNTS.items():
        db.execute(f"INSERT OR REPLACE INTO counts SELECT :name, coalesce(({count}), 0)", {"name": name, "today": today})


def _fill(db: "Database", name: str, filling: Filling, which: str, values: dict[str, str]) -> None:
    """Insert the rows of a ready table of which `which` is true."""
    columns = ", ".join(READY[name].columns)
    query = f"SELECT *, {filling.position} AS position FROM ({filling.query} {which})"
    db.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM ({query})", values)
