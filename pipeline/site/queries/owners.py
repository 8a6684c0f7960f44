"""The bodies that own something, in lists, and one of them with all that it has promised."""

from typing import Any

from pipeline.site.queries.listing import COLUMNS, FROM, last_run
from pipeline.site.snapshot import Connection, one, rows

PAGE = 50
SHOWN = 10

_MATCH = (
    "(:name = '' OR instr(lower(name || ' ' || coalesce(aliases, '')), lower(:name))) AND (:kind = '' OR kind = :kind) AND commitments > 0"
)
_BODIES = f"SELECT * FROM bodies WHERE {_MATCH} ORDER BY commitments DESC, id DESC LIMIT :limit OFFSET :offset"
_DUE = """
SELECT {columns}, min(l.due) AS due FROM {table} AS l JOIN owners AS o ON o.commitment = l.commitment AND o.body = :body
JOIN commitments AS c ON c.id = l.commitment JOIN papers AS p ON p.slug = c.paper
GROUP BY l.commitment ORDER BY {order}, c.place LIMIT :limit"""
_COUNT = "(SELECT count(DISTINCT o.commitment) FROM owners AS o JOIN {} WHERE o.body = :body) AS {}"
_COUNTS = "SELECT " + ", ".join(
    (
        _COUNT.format("overdue AS l ON l.commitment = o.commitment", "overdue"),
        _COUNT.format("due_next AS l ON l.commitment = o.commitment", "due_next"),
        _COUNT.format("commitments AS c ON c.id = o.commitment AND c.status = 'done'", "done"),
    )
)
_ALL = f"""
SELECT {COLUMNS}, (SELECT min(role) FROM owners WHERE commitment = c.id AND body = :body) AS role {FROM}
WHERE c.id IN (SELECT commitment FROM owners WHERE body = :body) ORDER BY +c.place LIMIT :limit OFFSET :offset"""
_SHARED = """
SELECT b.id, b.name, b.kind, count(DISTINCT o.commitment) AS number FROM owners AS o
JOIN owners AS other ON other.commitment = o.commitment AND other.body <> o.body JOIN bodies AS b ON b.id = other.body
WHERE o.body = :body GROUP BY b.id ORDER BY number DESC, b.name LIMIT 20"""


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
    (counts,) = rows(connection, _COUNTS, body=body)
    return {
        "run": last_run(connection),
        "body": dict(found),
        "counts": counts,
        "due_next": _due(connection, "due_next", "min(l.due)", body),
        "overdue": _due(connection, "overdue", "min(l.due) DESC", body),
        "rows": rows(connection, _ALL, body=body, limit=PAGE, offset=PAGE * (page - 1)),
        "shared": rows(connection, _SHARED, body=body),
    }


def _due(connection: Connection, table: str, order: str, body: str) -> list[dict[str, Any]]:
    columns = COLUMNS.replace("c.due, ", "")
    return rows(connection, _DUE.format(columns=columns, table=table, order=order), body=body, limit=SHOWN)
