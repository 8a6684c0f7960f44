"""How much is due when: of all, of a publisher or of a paper from counts made at ingestion, of what else is asked for by counting it."""

from typing import Any, NamedTuple

from pipeline.site.queries.search import matching
from pipeline.site.snapshot import Connection, rows
from pipeline.site.wanted import Wanted

LANES = 7
"""The lanes that a timeline has at most: those with most in them."""

_STATE = "CASE WHEN c.status = 'done' THEN 'done' WHEN c.due < :today THEN 'passed' ELSE 'ahead' END"
_COUNTED = "SELECT {lane} AS lane, substr(c.due, 1, 7) AS month, {state} AS state, count(DISTINCT c.id) AS number {source} GROUP BY 1, 2, 3"
# A month that is over has passed as a whole, one that is to come lies ahead; the month of today is counted by itself.
_KEPT = """
SELECT {lane} AS lane, month, CASE WHEN status = 'done' THEN 'done' WHEN month < :this_month THEN 'passed' ELSE 'ahead' END AS state,
       sum(commitments) AS number
FROM due_counts WHERE month IS NOT NULL AND month <> :this_month AND (:publisher = '' OR publisher = :publisher)
AND (:paper = '' OR paper = :paper) GROUP BY 1, 2, 3"""
_THIS_MONTH = "c.due >= :this_month || '-01' AND c.due <= :this_month || '-31'"


_MOST = f"SELECT id FROM bodies ORDER BY commitments DESC LIMIT {LANES}"


class Count(NamedTuple):
    """So many commitments of one state are due in an ISO month, in a lane by its key; the key is None for all together."""

    lane: str | None
    month: str
    state: str
    number: int


Known = dict[tuple[object, str], list[Count]]
"""Counts of the whole register, by its state and the kind of lane."""


def due_counts(connection: Connection, wanted: Wanted, run: dict[str, Any], by: str, known: Known) -> list[Count]:
    """The counts of the commitments that are wanted and have a date: together, or a `publisher`, `paper` or `owner` each; one that several
    owners share is counted with each of them. `known` keeps those of the whole register, as of its last `run`; there, of owners only
    those with most to do are counted."""
    if any(wanted.asks()):
        return _asked(connection, wanted, run["today"], by)
    state = (run["id"], run["finished"])
    found = known.get((state, by))
    if found is None:
        if any(key[0] != state for key in list(known)):
            known.clear()
        found = known[state, by] = _asked(connection, wanted, run["today"], by)
    return found


def _asked(connection: Connection, wanted: Wanted, today: str | None, by: str) -> list[Count]:
    if by != "owner" and {name for name, _ in wanted.asks()} <= {"publisher", "paper"}:
        return _kept(connection, wanted, today, by)
    source, values = matching(wanted._replace(page=1), today)
    return _counted(connection, source, values, by, "" if any(wanted.asks()) else f" AND o.body IN ({_MOST})")


def _kept(connection: Connection, wanted: Wanted, today: str | None, by: str) -> list[Count]:
    values = {"today": today, "this_month": (today or "")[:7], "publisher": wanted.publisher, "paper": wanted.paper}
    whole = [Count(**row) for row in rows(connection, _KEPT.format(lane=by or "NULL"), **values)]
    source, asked = matching(wanted, today)
    narrowed = f"{source} {'AND' if 'WHERE' in source else 'WHERE'} {_THIS_MONTH}"
    return whole + _counted(connection, narrowed, {**asked, **values}, by)


def _counted(connection: Connection, source: str, values: dict[str, Any], by: str, among: str = "") -> list[Count]:
    dated = f"{source} {'AND' if 'WHERE' in source else 'WHERE'} c.due IS NOT NULL"
    lane = {"": "NULL", "owner": "o.body"}.get(by, f"c.{by}")
    if by == "owner":
        dated = f"FROM (SELECT c.id, c.due, c.status {dated}) AS c JOIN owners AS o ON o.commitment = c.id AND o.body IS NOT NULL"
        dated += among
    return [Count(**row) for row in rows(connection, _COUNTED.format(lane=lane, state=_STATE, source=dated), **values)]


def lane_names(connection: Connection, by: str, keys: list[str]) -> dict[str, str]:
    """What lanes are called, by their keys."""
    tables = {"owner": "SELECT id, name FROM bodies WHERE id = :key", "paper": "SELECT slug AS id, name FROM papers WHERE slug = :key"}
    if by not in tables:
        return {key: key for key in keys}
    return {row["id"]: row["name"] for key in keys for row in rows(connection, tables[by], key=key)}
