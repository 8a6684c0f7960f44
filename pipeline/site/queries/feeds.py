"""What the feeds tell: deadlines for a calendar, and what is new for those who follow it."""

from typing import Any

from pipeline.site.queries.listing import last_run
from pipeline.site.queries.search import matching
from pipeline.site.snapshot import Connection, rows
from pipeline.site.wanted import Wanted

MOST_DATES = 500
"""Days ahead, and again days that have passed: calendars are asked for by the hour, and hold no more than people look at."""
PASSED = 365
"""For so many days a day that has passed stays in a calendar."""
ENTRIES = 100
LOOKED_AT = 200
"""Versions of papers, the latest, among which what is new is looked for."""

_DATES = """
SELECT l.id, l.commitment, l.due, l.deadline, l.text, l.ref, l.owners, l.page, c.section, c.publisher, p.name AS paper_name
FROM {listed} CROSS JOIN commitments AS c ON c.id = l.commitment CROSS JOIN papers AS p ON p.slug = c.paper
WHERE l.due >= date(:today, '-{PASSED} days') ORDER BY {order} LIMIT {MOST_DATES}"""
_ORDERS = {"overdue": "l.due DESC, l.id DESC", "due_next": "l.due, l.id"}
_LATEST = f"""
WITH latest AS (SELECT id, slug, event, recorded FROM versions WHERE event <> 'removed' ORDER BY recorded DESC, id LIMIT {LOOKED_AT})"""
_FACTS = "c.id, c.label, c.text, c.owners, c.due, c.publisher, p.name AS paper_name"
# Where a paper has come in several versions, a promise is as new as the last of them that brought it.
_COMMITMENTS = (
    _LATEST
    + """
SELECT {facts}, max(v.recorded) AS since FROM latest AS v JOIN commitments AS c ON c.paper = v.slug JOIN papers AS p ON p.slug = c.paper
WHERE (v.event <> 'changed' OR c.id IN (SELECT later_id FROM version_changes WHERE version_id = v.id AND change = 'gained')) {only}
GROUP BY c.id ORDER BY since DESC, c.place LIMIT {ENTRIES}"""
)
_FLAGS = (
    _LATEST
    + """
SELECT f.id, f.kind, f.severity, f.message, f.paper, p.publisher, p.name AS paper_name, max(v.recorded) AS since
FROM latest AS v JOIN flags AS f ON f.paper = v.slug JOIN papers AS p ON p.slug = f.paper
WHERE ({of_papers} OR f.id IN (SELECT m.flag FROM flag_members AS m JOIN commitments AS c ON c.id = m.commitment WHERE 1 {only}))
GROUP BY f.id ORDER BY since DESC, f.place LIMIT {ENTRIES}"""
)
_MOVED = (
    _LATEST
    + """
SELECT h.days, h.message, {facts}, max(v.recorded) AS since
FROM latest AS v JOIN histories AS h ON h.paper = v.slug AND h.event = 'deadline_moved'
JOIN commitments AS c ON c.id = h.commitment JOIN papers AS p ON p.slug = c.paper
WHERE 1 {only} GROUP BY h.id ORDER BY since DESC, c.place LIMIT {ENTRIES}"""
)
_OF_PAPERS = "(:paper = '' OR f.paper = :paper) AND (:publisher = '' OR p.publisher = :publisher)"
_NEWS = {"commitments": _COMMITMENTS, "flags": _FLAGS, "moved-dates": _MOVED}


def dates(connection: Connection, wanted: Wanted) -> dict[str, Any]:
    """The deadlines of the commitments that are wanted, the last that have passed and the next ones, in order of their days.

    `is_cut` tells that there are more than `MOST_DATES` on a side.
    """
    run = last_run(connection)
    source, values = matching(connection, wanted, run["today"])
    # What is asked for first, and its days then: among all days it would be looked for in vain.
    some = f"(SELECT c.id {source}) AS some CROSS JOIN {{0}} AS l ON l.commitment = some.id" if any(wanted.asks()) else "{0} AS l"
    found = {}
    for table, order in _ORDERS.items():
        sql = _DATES.format(listed=some.format(table), order=order, PASSED=PASSED, MOST_DATES=MOST_DATES)
        found[table] = rows(connection, sql, **values)
    in_order = [*reversed(found["overdue"]), *found["due_next"]]
    return {"run": run, "dates": in_order, "is_cut": any(len(side) == MOST_DATES for side in found.values())}


def news(connection: Connection, kind: str, wanted: Wanted) -> dict[str, Any]:
    """What is new of one kind, a name of `_NEWS`, the newest first; `since` is the ISO time at which the register learnt of it."""
    run = last_run(connection)
    return {"run": run, "entries": _asked(connection, _NEWS[kind], wanted, run["today"])}


def _asked(connection: Connection, sql: str, wanted: Wanted, today: str | None) -> list[dict[str, Any]]:
    fields = {name for name, _ in wanted.asks()}
    source, values = matching(connection, wanted, today)
    only = "" if not fields else f"AND c.id IN (SELECT c.id {source})"
    # A flag may be about a paper as a whole, and about none of its commitments.
    of_papers = _OF_PAPERS if fields <= {"paper", "publisher"} else "0"
    return rows(connection, sql.format(only=only, of_papers=of_papers, facts=_FACTS, ENTRIES=ENTRIES), **values)
