"""The flags of the register as the auditors' desk lists them."""

import json
from collections.abc import Collection
from typing import Any

from pipeline.site.snapshot import Connection, one, rows, together
from pipeline.site.wanted_flags import SEVERITIES, WantedFlags

PAGE = 25
MOST = 10_000
"""Flags that a queue counts and orders; what is beyond waits its turn."""

_FROM = "FROM flags AS f JOIN papers AS p ON p.slug = f.paper"
# `turn` sorts the severe ones first, and begins with a digit for how severe they are.
_CONDITIONS = {
    "kind": "f.kind = :kind",
    "severity": "f.turn >= :first || ' ' AND f.turn < :first || '!'",
    "paper": "f.paper = :paper",
    "publisher": "f.paper IN (SELECT slug FROM papers WHERE publisher = :publisher)",
}
_SETTLED = "SELECT kind, count(*) AS flags FROM flags WHERE id IN (SELECT value FROM json_each(:some)) GROUP BY kind"
_AMONG = "(f.id IN (SELECT value FROM json_each(:some))) = :among"


def queue(connection: Connection, wanted: WantedFlags, some: Collection[str] | None, among: bool) -> list[str]:
    """The ids of the flags asked for, those `among` some or all but these: the severe first, of these the oldest papers'."""
    asked = wanted._asdict()
    is_every = some is None or not (some or among)
    conditions = [sql for name, sql in _CONDITIONS.items() if asked[name]] + ([] if is_every else [_AMONG])
    first = str(SEVERITIES.index(wanted.severity)) if wanted.severity else ""
    found = f"SELECT f.id FROM flags AS f WHERE {' AND '.join(conditions) or '1'} ORDER BY f.turn LIMIT {MOST}"
    values = {**asked, "first": first, "some": json.dumps(sorted(some or ())), "among": among}
    return together(connection, f"SELECT json_group_array(id) FROM ({found})", **values)


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
    every = {row["kind"]: row["flags"] for row in rows(connection, "SELECT kind, count(*) AS flags FROM flags GROUP BY kind")}
    some = json.dumps(sorted(settled))
    decided = {row["kind"]: row["flags"] for row in rows(connection, _SETTLED, some=some)} if settled else {}
    told = [{"kind": kind, "flags": flags, "decided": decided.get(kind, 0)} for kind, flags in every.items()]
    return sorted(told, key=lambda row: (row["decided"] - row["flags"], row["kind"]))


def flag_ids(connection: Connection, kind: str, paper: str) -> set[str]:
    """The ids of all flags of a kind that a paper has."""
    return {row["id"] for row in rows(connection, "SELECT id FROM flags WHERE kind = :kind AND paper = :paper", kind=kind, paper=paper)}
