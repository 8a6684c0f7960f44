"""All that the register knows of one paper."""

from typing import Any

from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, one, rows

VALUE_KINDS = {"owners": "owner", "deadlines": "deadline", "targets": "target", "budgets": "budget"}

_COMMITMENTS = """
SELECT c.id, c.ref, c.kind, c.text, c.owners, c.due, c.status, c.page, c.section, c.heading, c.parent, c.label, c.boxes, c.span_start,
       c.span_end, c.certain,
       (SELECT d.text FROM deadlines AS d WHERE d.commitment = c.id AND d."end" IS NULL ORDER BY d.position LIMIT 1) AS said,
       (SELECT count(*) FROM flag_members AS m WHERE m.commitment = c.id) AS flags
FROM commitments AS c WHERE c.paper = :slug ORDER BY +c.place"""
_FLAGS = """
SELECT f.id, f.paper, f.kind, f.severity, f.message FROM flags AS f WHERE f.paper = :slug
ORDER BY CASE f.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, f.place"""
_MEMBERS = """
SELECT m.flag, c.id, c.label, c.paper, p.name AS paper_name FROM flag_members AS m JOIN commitments AS c ON c.id = m.commitment
JOIN papers AS p ON p.slug = c.paper WHERE m.flag IN (SELECT id FROM flags WHERE paper = :slug) ORDER BY m.flag, m.position"""
_EARLIER = """
SELECT p.slug, p.name, p.published, s.reason, s.guess FROM successions AS s JOIN papers AS p ON p.slug = s.earlier_paper
WHERE s.paper = :slug"""
_LATER = """
SELECT p.slug, p.name, p.published, s.reason, s.guess FROM successions AS s JOIN papers AS p ON p.slug = s.paper
WHERE s.earlier_paper = :slug ORDER BY p.published"""
_BECAME = "SELECT event, count(*) AS number FROM histories WHERE paper = :slug AND event <> 'first_promised' GROUP BY event ORDER BY 2 DESC"
_VERSIONS = "SELECT number, event, recorded, gained, lost, changed FROM versions WHERE slug = :slug ORDER BY number"
_NAMES = "SELECT file, relation FROM names WHERE paper = :slug AND relation <> 'itself' ORDER BY file"


def paper(connection: Connection, slug: str) -> dict[str, Any] | None:
    """A paper by its slug, with all that belongs to it; None where there is none."""
    found = one(connection, "SELECT * FROM papers WHERE slug = :slug", slug=slug)
    if found is None:
        return None
    return {
        "run": last_run(connection),
        "paper": dict(found),
        "commitments": rows(connection, _COMMITMENTS, slug=slug),
        "flags": _flags(connection, slug),
        "issues": rows(connection, "SELECT message, location FROM reading_issues WHERE paper = :slug ORDER BY position", slug=slug),
        "unread": rows(connection, "SELECT text, characters, page FROM unread WHERE paper = :slug ORDER BY position", slug=slug),
        "earlier": rows(connection, _EARLIER, slug=slug),
        "later": rows(connection, _LATER, slug=slug),
        "became": rows(connection, _BECAME, slug=slug),
        "versions": rows(connection, _VERSIONS, slug=slug),
        "names": rows(connection, _NAMES, slug=slug),
    }


def value_spans(connection: Connection, slug: str) -> list[tuple[int, int, str]]:
    """Where the values of a paper stand in its text: start, end and kind."""
    selects = (f"SELECT span_start, span_end, '{kind}' FROM {table} WHERE paper = :slug" for table, kind in VALUE_KINDS.items())
    return [tuple(row) for row in connection.execute(" UNION ALL ".join(selects), {"slug": slug})]


def _flags(connection: Connection, slug: str) -> list[dict[str, Any]]:
    members: dict[str, list[dict[str, Any]]] = {}
    for member in rows(connection, _MEMBERS, slug=slug):
        members.setdefault(member["flag"], []).append(member)
    return [flag | {"others": members.get(flag["id"], [])} for flag in rows(connection, _FLAGS, slug=slug)]
