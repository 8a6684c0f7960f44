"""All that the register knows of one commitment."""

import json
from typing import Any

from pipeline.site.queries.listing import COLUMNS, FROM, last_run
from pipeline.site.snapshot import Connection, one, rows

VALUES = ("owners", "deadlines", "targets", "budgets")
ALIKE_SHOWN = 20

_FLAGS = """
SELECT f.* FROM flag_members AS m JOIN flags AS f ON f.id = m.flag WHERE m.commitment = :id GROUP BY f.id
ORDER BY CASE f.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, f.place"""
_OTHERS = """
SELECT m.flag, c.id, c.ref, c.label, c.paper, p.name AS paper_name FROM flag_members AS m JOIN commitments AS c ON c.id = m.commitment
JOIN papers AS p ON p.slug = c.paper WHERE m.flag = :flag AND m.commitment <> :id ORDER BY m.position LIMIT 10"""
_HISTORY = """
SELECT h.event, h.days, h.message, h.commitment, h.paper, p.name AS paper_name, p.published, c.text, c.owners, c.due
FROM histories AS h LEFT JOIN papers AS p ON p.slug = h.paper LEFT JOIN commitments AS c ON c.id = h.commitment
WHERE h.history = (SELECT history FROM histories WHERE commitment = :id LIMIT 1) ORDER BY h.position"""
_ALIKE = f"""
SELECT {COLUMNS} {FROM} JOIN alike AS a ON a.commitment = c.id
WHERE a."group" = (SELECT "group" FROM alike WHERE commitment = :id) AND c.id <> :id ORDER BY c.place LIMIT {ALIKE_SHOWN}"""


def commitment(connection: Connection, name: str) -> dict[str, Any] | None:
    """A commitment by its id, with all that belongs to it; None where there is none."""
    found = one(connection, "SELECT * FROM commitments WHERE id = :id", id=name)
    if found is None:
        return None
    row = dict(found)
    (paper,) = rows(connection, "SELECT * FROM papers WHERE slug = :slug", slug=row["paper"])
    return {
        "run": last_run(connection),
        "commitment": row,
        "paper": paper,
        **{kind: values(connection, kind, name) for kind in VALUES},
        "parent": next(iter(rows(connection, f"SELECT {COLUMNS} {FROM} WHERE c.id = :id", id=row["parent"])), None),
        "steps": rows(connection, f"SELECT {COLUMNS} {FROM} WHERE c.parent = :id ORDER BY +c.place", id=name),
        "flags": [_flag(connection, flag, name) for flag in rows(connection, _FLAGS, id=name)],
        "history": rows(connection, _HISTORY, id=name),
        "alike": rows(connection, _ALIKE, id=name),
    }


def values(connection: Connection, kind: str, name: str) -> list[dict[str, Any]]:
    """The values of one kind, a name of `VALUES`, in the order in which they are printed."""
    found = rows(connection, f"SELECT * FROM {kind} WHERE commitment = :id ORDER BY position", id=name)
    return sorted(found, key=lambda row: row["role"] != "lead") if kind == "owners" else found


def _flag(connection: Connection, flag: dict[str, Any], name: str) -> dict[str, Any]:
    kept = {key: flag[key] for key in ("id", "paper", "kind", "severity", "message")}
    others = rows(connection, _OTHERS, flag=flag["id"], id=name)
    return kept | {"evidence": json.loads(flag["evidence"] or "[]"), "others": others}
