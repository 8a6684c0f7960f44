"""The flags of the register as the auditors' desk lists them."""

import json
from collections.abc import Collection
from typing import Any

from pipeline.site.snapshot import Connection, one, rows
from pipeline.site.wanted_flags import WantedFlags

PAGE = 25
MOST = 10_000
"""Flags that a queue counts and orders; what is beyond waits its turn."""

_ORDER = "CASE f.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, p.published IS NULL, p.published, f.place, f.id"
_FROM = "FROM flags AS f JOIN papers AS p ON p.slug = f.paper"
_WHERE = """
WHERE (:kind = '' OR f.kind = :kind) AND (:severity = '' OR f.severity = :severity) AND (:paper = '' OR f.paper = :paper)
AND (:publisher = '' OR p.publisher = :publisher)
AND (:some IS NULL OR (f.id IN (SELECT value FROM json_each(:some))) = :among)"""


def queue(connection: Connection, wanted: WantedFlags, some: Collection[str] | None, among: bool) -> list[str]:
    """The ids of the flags asked for, those `among` some or all but these: the severe first, of these the oldest papers'."""
    sql = f"SELECT f.id {_FROM} {_WHERE} ORDER BY {_ORDER} LIMIT {MOST}"
    ids = None if some is None else json.dumps(sorted(some))
    return [row["id"] for row in rows(connection, sql, **wanted._asdict(), some=ids, among=among)]


def listed(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    """Flags by their ids, in that order, each with the name of its paper."""
    found = rows(
        connection,
        f"SELECT f.*, p.name AS paper_name, p.publisher, p.published {_FROM} WHERE f.id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(ids),
    )
    by_id = {row["id"]: row for row in found}
    return [by_id[name] for name in ids if name in by_id]


def flag(connection: Connection, name: str) -> dict[str, Any] | None:
    """One flag; None where there is none."""
    found = one(connection, f"SELECT f.*, p.name AS paper_name, p.published {_FROM} WHERE f.id = :id", id=name)
    return dict(found) if found else None


def members_of(connection: Connection, commitments: Collection[str]) -> list[dict[str, Any]]:
    """Which `flag` each `commitment` of some is a member of."""
    sql = "SELECT commitment, flag FROM flag_members WHERE commitment IN (SELECT value FROM json_each(:ids))"
    return rows(connection, sql, ids=json.dumps(list(commitments)))


def counts(connection: Connection, settled: Collection[str]) -> list[dict[str, Any]]:
    """How many `flags` there are of each kind, and how many of them are `decided`; the kind with most to review first."""
    return rows(
        connection,
        "SELECT kind, count(*) AS flags, sum(id IN (SELECT value FROM json_each(:some))) AS decided FROM flags GROUP BY kind "
        "ORDER BY flags - decided DESC, kind",
        some=json.dumps(sorted(settled)),
    )


def flag_ids(connection: Connection, kind: str, paper: str) -> set[str]:
    """The ids of all flags of a kind that a paper has."""
    return {row["id"] for row in rows(connection, "SELECT id FROM flags WHERE kind = :kind AND paper = :paper", kind=kind, paper=paper)}
