"""What the register knows of the files in the folder of papers."""

import json
from typing import Any

from pipeline.ingest.quarantine import GAPS
from pipeline.register.schema import VERSION
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, one, rows

_PAPERS = "SELECT slug, file, name, commitments, flags, ingested FROM papers"
_GAPS = """
SELECT paper, message, location, code FROM reading_issues
WHERE code IN (SELECT value FROM json_each(:codes)) ORDER BY paper, position DESC"""
_COPIES = """
SELECT n.file, n.relation, p.slug, p.file AS original, p.name FROM names AS n JOIN papers AS p ON p.slug = n.paper
WHERE n.relation <> 'itself'"""
_CHANGED = """
SELECT slug, max(number) AS number, recorded, gained, lost, changed, id FROM versions WHERE event = 'changed' GROUP BY slug"""
_NEWEST = "SELECT id, started, finished FROM runs ORDER BY id DESC LIMIT 1"


def intake(connection: Connection) -> dict[str, Any]:
    """The papers, what could not be read, copies, and the latest change of each paper; and when the last run began."""
    _, began, finished = newest(connection)
    return {
        "run": last_run(connection),
        "began": began,
        "is_finished": bool(finished),
        "papers": rows(connection, _PAPERS),
        # The first of a paper comes last, and so stays.
        "gaps": {row["paper"]: row for row in rows(connection, _GAPS, codes=json.dumps(GAPS))},
        "problems": rows(connection, "SELECT file, code, message, since FROM problems"),
        "copies": rows(connection, _COPIES),
        "versions": {row["slug"]: row for row in rows(connection, _CHANGED)},
    }


def newest(connection: Connection) -> tuple[str, str, str]:
    """The last run's number, and when it began and ended; empty where there is none."""
    row = one(connection, _NEWEST)
    return (str(row["id"]), row["started"] or "", row["finished"] or "") if row else ("", "", "")


def is_current(connection: Connection) -> bool:
    """Whether the register is of this version of the program; one of another is made anew by the next run, out of that run's papers."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == VERSION)


def file_with(connection: Connection, sha256: str) -> str | None:
    """The file of the paper with these bytes; None where there is none."""
    row = one(connection, "SELECT file FROM papers WHERE sha256 = :sha256", sha256=sha256)
    return row["file"] if row else None


def facts_of(connection: Connection, slug: str) -> dict[str, Any]:
    """What the register says of a paper that a clerk may state otherwise, and what was not read of it."""
    known = one(connection, "SELECT title, publisher, published, kind, succeeds FROM papers WHERE slug = :slug", slug=slug)
    issues = rows(connection, "SELECT message, location, code FROM reading_issues WHERE paper = :slug ORDER BY position", slug=slug)
    return {"known": dict(known) if known else {}, "issues": issues}


def choices(connection: Connection) -> dict[str, list[str]]:
    """What may be chosen from where a clerk states facts: publishers, kinds and files of papers."""
    return {
        name: [row[name] for row in rows(connection, f"SELECT DISTINCT {name} FROM papers WHERE {name} IS NOT NULL ORDER BY 1 LIMIT 500")]
        for name in ("publisher", "kind", "file")
    }
