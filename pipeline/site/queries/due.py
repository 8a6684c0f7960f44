"""How much is due when: of all, of a publisher or of a paper from counts made at ingestion, of what else is asked for by counting it."""

from typing import Any, NamedTuple

from pipeline.site.queries.search import matching
from pipeline.site.snapshot import Connection, rows, together
from pipeline.site.wanted import Wanted

LANES = 7
"""The lanes that a timeline has at most: those with most in them."""

_STATE = "CASE WHEN {0}.status = 'done' THEN 'done' WHEN {0}.due < :today THEN 'passed' ELSE 'ahead' END"
_COUNTED = f"""
SELECT {{lane}} AS lane, substr(c.due, 1, 7) AS month, {_STATE.format("c")} AS state, count(DISTINCT c.id) AS number
{{source}} GROUP BY 1, 2, 3"""
_KEPT = f"""
SELECT NULL AS lane, substr(kept.due, 1, 7) AS month, {_STATE.format("kept")} AS state, sum(kept.commitments) AS number
FROM due_counts AS kept WHERE kept.due IS NOT NULL GROUP BY 2, 3"""
# Of a publisher by months; those of this month, of which some have passed, one by one.
_KEPT_BY_MONTH = f"""
SELECT {{lane}} AS lane, month, state, sum(number) AS number FROM (
    SELECT kept.publisher, kept.month, kept.commitments AS number,
        CASE WHEN kept.status = 'done' THEN 'done' WHEN kept.month < :today THEN 'passed' ELSE 'ahead' END AS state
    FROM publisher_due_counts AS kept INDEXED BY publisher_due_counts_by_month
    WHERE kept.publisher {{of}} AND kept.month IS NOT NULL AND kept.month IS NOT substr(:today, 1, 7)
    UNION ALL SELECT c.publisher, substr(c.due, 1, 7), 1, {_STATE.format("c")}
    FROM commitments AS c INDEXED BY commitments_due_by_publisher
    WHERE c.publisher {{of}} AND c.due BETWEEN substr(:today, 1, 7) AND substr(:today, 1, 7) || '-31'
) GROUP BY 1, 2, 3"""
_OWNED = f"""
SELECT o.body AS lane, substr(o.due, 1, 7) AS month, {_STATE.format("o")} AS state, count(DISTINCT o.commitment) AS number
FROM owners AS o INDEXED BY owners_by_due WHERE o.due IS NOT NULL AND o.body IN ({{most}}) GROUP BY 1, 2, 3"""
_IN_PAPERS = f"""
SELECT c.paper AS lane, substr(c.due, 1, 7) AS month, {_STATE.format("c")} AS state, count(*) AS number
FROM commitments AS c INDEXED BY commitments_due_by_paper WHERE c.due IS NOT NULL AND c.paper IN ({{most}}) GROUP BY 1, 2, 3"""
# As one row, since all that wait for the processor come in between two rows.
_TOGETHER = "SELECT json_group_array(json_array(lane, month, state, number)) AS found FROM ({counts})"
_MOST = {
    "publisher": f"SELECT publisher FROM publishers WHERE publisher <> 'not stated' ORDER BY commitments DESC LIMIT {LANES}",
    "paper": f"SELECT slug FROM papers WHERE commitments > 0 AND {{of}} ORDER BY commitments DESC, slug LIMIT {LANES}",
    "owner": f"SELECT id FROM bodies ORDER BY commitments DESC LIMIT {LANES}",
}
_LANES = {
    "publisher": "SELECT count(*) AS number FROM publishers WHERE publisher <> 'not stated'",
    "paper": "SELECT count(*) AS number FROM papers WHERE commitments > 0 AND {of}",
    "owner": "SELECT count(*) AS number FROM bodies WHERE commitments > 0",
}


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
    owners share is counted with each of them. `known` keeps those of the whole register, as of its last `run`. Of the whole register
    and of a publisher, only the lanes with most commitments are counted."""
    if any(wanted.asks()):
        return _asked(connection, wanted, run["today"], by)
    state = (run["id"], run["finished"])
    found = known.get((state, by))
    if found is None:
        if any(key[0] != state for key in list(known)):
            known.clear()
        found = known[state, by] = _asked(connection, wanted, run["today"], by)
    return found


def lanes(connection: Connection, wanted: Wanted, by: str) -> int | None:
    """How many lanes of a kind there would be, drawn or not; None where all of them were counted."""
    if not _is_broad(wanted, by):
        return None
    (found,) = rows(connection, _LANES[by].format(of=_of(wanted)), publisher=wanted.publisher)
    return int(found["number"])


def _is_broad(wanted: Wanted, by: str) -> bool:
    """Whether so much is asked for that only the lanes with most in them are counted."""
    asked = {name for name, _ in wanted.asks()}
    return by in _LANES and (not asked or (asked == {"publisher"} and by == "paper"))


def _asked(connection: Connection, wanted: Wanted, today: str | None, by: str) -> list[Count]:
    asked, values = {name for name, _ in wanted.asks()}, {"today": today, "publisher": wanted.publisher}
    if by in ("", "publisher") and asked <= {"publisher"}:
        return _kept(connection, values, by)
    if by == "owner" and not asked:
        return _all(connection, _OWNED.format(most=_MOST["owner"]), values)
    if by == "paper" and asked <= {"publisher"}:
        return _all(connection, _IN_PAPERS.format(most=_MOST["paper"].format(of=_of(wanted))), values)
    source, more = matching(connection, wanted._replace(page=1), today)
    return _counted(connection, source, {**values, **more}, by)


def _kept(connection: Connection, values: dict[str, Any], by: str) -> list[Count]:
    """From counts made at ingestion: of all, of one publisher, or of the publishers with most."""
    if values["publisher"] or by:
        of = "= :publisher" if values["publisher"] else f"IN ({_MOST['publisher']})"
        return _all(connection, _KEPT_BY_MONTH.format(lane="publisher" if by else "NULL", of=of), values)
    return _all(connection, _KEPT, values)


def _of(wanted: Wanted) -> str:
    """What must be true of a paper, if one publisher is asked for: in so many words, so that SQLite can go by an index."""
    return "publisher = :publisher" if wanted.publisher else "true"


def _counted(connection: Connection, source: str, values: dict[str, Any], by: str) -> list[Count]:
    dated = f"{source} {'AND' if 'WHERE' in source else 'WHERE'} c.due IS NOT NULL"
    lane = {"": "NULL", "owner": "o.body"}.get(by, f"c.{by}")
    if by == "owner":
        dated = f"FROM (SELECT c.id, c.due, c.status {dated}) AS c JOIN owners AS o ON o.commitment = c.id AND o.body IS NOT NULL"
    return _all(connection, _COUNTED.format(lane=lane, source=dated), values)


def _all(connection: Connection, sql: str, values: dict[str, Any]) -> list[Count]:
    told = together(connection, _TOGETHER.format(counts=sql), **values)
    return [Count(*count) for count in told]


def lane_names(connection: Connection, by: str, keys: list[str]) -> dict[str, str]:
    """What lanes are called, by their keys."""
    tables = {"owner": "SELECT id, name FROM bodies WHERE id = :key", "paper": "SELECT slug AS id, name FROM papers WHERE slug = :key"}
    if by not in tables:
        return {key: key for key in keys}
    return {row["id"]: row["name"] for key in keys for row in rows(connection, tables[by], key=key)}
