"""What the form of a search offers to choose from."""

from typing import Any

from pipeline.site.snapshot import Connection, one, together
from pipeline.site.wanted import Wanted

# Each as one row, since all that wait for the processor come in between two rows.
_PUBLISHERS = """
SELECT json_group_array(publisher) AS found
FROM (SELECT publisher FROM publishers WHERE publisher <> 'not stated' ORDER BY publisher LIMIT 300)"""
_PAPERS = """
SELECT json_group_array(json_array(slug, name)) AS found FROM (
    SELECT slug, name FROM (SELECT slug, name FROM papers WHERE {} commitments > 0 ORDER BY name LIMIT 300)
    UNION SELECT slug, name FROM papers WHERE slug = :paper ORDER BY name)"""
_THEMES = """
SELECT json_group_array(heading) AS found FROM (
    SELECT heading FROM commitments WHERE paper = :paper AND heading <> '' GROUP BY heading ORDER BY min(place) LIMIT 300)"""


def choices(connection: Connection, wanted: Wanted) -> dict[str, Any]:
    """The publishers, and of the chosen publisher the papers, each with its name, of the chosen paper the sections."""
    papers = _PAPERS.format("publisher = :publisher AND" if wanted.publisher else "")
    body = one(connection, "SELECT id, name FROM bodies WHERE id = :owner", owner=wanted.owner)
    return {
        "publishers": together(connection, _PUBLISHERS),
        "papers": [(slug, name) for slug, name in together(connection, papers, publisher=wanted.publisher, paper=wanted.paper)],
        "themes": together(connection, _THEMES, paper=wanted.paper) if wanted.paper else [],
        "body": dict(body) if body else None,
    }
