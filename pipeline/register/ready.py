"""The tables that people open most, made from the others by one statement each."""

from typing import TYPE_CHECKING, NamedTuple

from pipeline.register.schema import READY

if TYPE_CHECKING:
    from sqlite_utils import Database


class Filling(NamedTuple):
    """What goes into a ready table: a query over the others, and the order of its rows. `:today` is an ISO day."""

    query: str
    order: str


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

FILLINGS = {
    "due_next": Filling(f"{_DEADLINES} >= :today", "due, place"),
    "overdue": Filling(f"{_DEADLINES} < :today", "due DESC, place"),
    "without_owner": Filling(_LACKING.format("c.due", "owners"), "place"),
    "without_date": Filling(
        _LACKING.format(_WORDS, "deadlines").removesuffix(")") + ' AND (v."end" IS NOT NULL OR v.rrule IS NOT NULL))', "place"
    ),
    "numeric_targets": Filling(_TARGETS, "place, id"),
    "publishers": Filling(_PUBLISHERS, "commitments DESC, publisher"),
}


def refill(db: "Database", today: str) -> None:
    """Make every ready table anew, as things stand on the ISO day `today`; call it in a transaction."""
    for name, (query, order) in FILLINGS.items():
        columns = ", ".join(READY[name].columns)
        numbered = f"SELECT *, row_number() OVER (ORDER BY {order}) AS position FROM ({query})"
        db.execute(f"DELETE FROM {name}")
        db.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM ({numbered})", {"today": today})
