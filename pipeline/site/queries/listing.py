"""Commitments as lists show them: the same columns everywhere."""

import json
from typing import Any

from pipeline.site.snapshot import Connection, rows

COLUMNS = """
c.id, c.ref, c.kind, c.text, c.owners, c.due, c.status, c.page, c.section, c.heading, c.paper, c.publisher, p.name AS paper_name,
(SELECT d.text FROM deadlines AS d WHERE d.commitment = c.id AND d."end" IS NULL ORDER BY d.position LIMIT 1) AS said,
(SELECT count(*) FROM flag_members AS m WHERE m.commitment = c.id) AS flags"""
"""Of a commitment `c` and its paper `p`."""

FROM = "FROM commitments AS c JOIN papers AS p ON p.slug = c.paper"


def by_ids(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    """The commitments with these ids, in the order of the ids."""
    found = rows(connection, f"SELECT {COLUMNS} {FROM} WHERE c.id IN (SELECT value FROM json_each(:ids))", ids=json.dumps(ids))
    by_id = {row["id"]: row for row in found}
    return [by_id[name] for name in ids if name in by_id]


def last_run(connection: Connection) -> dict[str, Any]:
    """When the register was last brought up to date: `id`, `today` and `finished`; all None before the first time."""
    found = rows(connection, "SELECT id, today, finished FROM runs WHERE finished IS NOT NULL ORDER BY id DESC LIMIT 1")
    return found[0] if found else {"id": None, "today": None, "finished": None}
