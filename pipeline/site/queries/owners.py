"""The bodies that own something, in lists, and one of them with all that it has promised."""

from typing import Any

from pipeline.site.queries.listing import by_ids, last_run
from pipeline.site.snapshot import Connection, one, rows

PAGE = 50
SHOWN = 10
LOOKED_AT = 1_000
"""Commitments of a body, the last of them, among which it is looked for those that share them."""

_MATCH = (
    "(:name = '' OR instr(lower(name || ' ' || coalesce(aliases, '')), lower(:name))) AND (:kind = '' OR kind = :kind) AND commitments > 0"
)
_BODIES = f"SELECT * FROM bodies WHERE {_MATCH} ORDER BY commitments DESC, id DESC LIMIT :limit OFFSET :offset"
_DUE = """
SELECT o.commitment AS id FROM owners AS o INDEXED BY owners_by_due
WHERE o.body = :body AND o.due {when} :today AND o.status IS NOT 'done' GROUP BY o.due, o.commitment ORDER BY {order} LIMIT :limit"""
_NEXT = _DUE.format(when=">=", order="o.due, o.commitment")
_OVERDUE = _DUE.format(when="<", order="o.due DESC, o.commitment DESC")
_HELD = "FROM owners AS o INDEXED BY owners_by_due WHERE o.body = :body"
_COUNTS = """
SELECT count(*) AS held, count(*) FILTER (WHERE o.status IS NOT 'done' AND o.due < :today) AS overdue,
       count(*) FILTER (WHERE o.status IS NOT 'done' AND o.due >= :today) AS due_next,
       count(*) FILTER (WHERE o.status = 'done') AS done {}"""
_COUNTS_ONCE = _COUNTS.format(f"FROM (SELECT o.due, o.status {_HELD} GROUP BY o.due, o.commitment) AS o")
_ALL = """
SELECT o.commitment AS id, min(o.role) AS role FROM owners AS o INDEXED BY owners_by_place
WHERE o.body = :body GROUP BY o.place, o.commitment ORDER BY o.place, o.commitment LIMIT :limit OFFSET :offset"""
_SHARED = f"""
SELECT b.id, b.name, b.kind, count(DISTINCT held.commitment) AS number
FROM (SELECT commitment FROM owners INDEXED BY owners_by_place WHERE body = :body ORDER BY place DESC LIMIT {LOOKED_AT}) AS held
JOIN owners AS other ON other.commitment = held.commitment AND +other.body <> :body JOIN bodies AS b ON b.id = other.body
GROUP BY b.id ORDER BY number DESC, b.name LIMIT 20"""


def owners(connection: Connection, name: str, kind: str, page: int) -> dict[str, Any]:
    """A page of the bodies of a kind, of all kinds where it is empty, one of whose names holds a part: those with most to do first."""
    asked = {"name": name, "kind": kind}
    (count,) = rows(connection, f"SELECT count(*) AS number FROM bodies WHERE {_MATCH}", **asked)
    bodies = rows(connection, _BODIES, **asked, limit=PAGE, offset=PAGE * (page - 1))
    return {"run": last_run(connection), "bodies": bodies, "found": count["number"]}


def owner(connection: Connection, body: str, page: int) -> dict[str, Any] | None:
    """A body by its id, with what it must do; None where there is none."""
    found = one(connection, "SELECT * FROM bodies WHERE id = :body", body=body)
    if found is None:
        return None
    run = last_run(connection)
    (counts,) = rows(connection, _COUNTS.format(_HELD), body=body, today=run["today"])
    if counts["held"] != found["commitments"]:  # some name it twice, and count once
        (counts,) = rows(connection, _COUNTS_ONCE, body=body, today=run["today"])
    ahead, passed = (rows(connection, sql, body=body, today=run["today"], limit=SHOWN) for sql in (_NEXT, _OVERDUE))
    held = {row["id"]: row["role"] for row in rows(connection, _ALL, body=body, limit=PAGE, offset=PAGE * (page - 1))}
    return {
        "run": run,
        "body": dict(found),
        "counts": counts,
        "due_next": by_ids(connection, [row["id"] for row in ahead]),
        "overdue": by_ids(connection, [row["id"] for row in passed]),
        "rows": [row | {"role": held[row["id"]]} for row in by_ids(connection, list(held))],
        "shared": rows(connection, _SHARED, body=body),
    }
