"""The papers of the register, in lists."""

from typing import Any

from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, rows

PAGE = 50

_PAPERS = """
SELECT slug, name, publisher, kind, published, pages, commitments, flags, reading_issues, characters, characters_in_records FROM papers
WHERE (:publisher = '' OR publisher = :publisher) AND (:name = '' OR instr(lower(name || ' ' || file), lower(:name)))
ORDER BY published DESC, slug DESC LIMIT :limit OFFSET :offset"""
_COUNT = """
SELECT count(*) AS number FROM papers
WHERE (:publisher = '' OR publisher = :publisher) AND (:name = '' OR instr(lower(name || ' ' || file), lower(:name)))"""
_PUBLISHERS = "SELECT * FROM publishers WHERE publisher <> 'not stated' ORDER BY publisher LIMIT 300"


def papers(connection: Connection, publisher: str, name: str, page: int) -> dict[str, Any]:
    """A page of the papers of a publisher, of all where it is empty, whose name holds a part; and what the publisher's promises state."""
    asked = {"publisher": publisher, "name": name}
    (count,) = rows(connection, _COUNT, **asked)
    publishers = rows(connection, _PUBLISHERS)
    return {
        "run": last_run(connection),
        "papers": rows(connection, _PAPERS, **asked, limit=PAGE, offset=PAGE * (page - 1)),
        "found": count["number"],
        "publishers": [row["publisher"] for row in publishers],
        "chosen": next((row for row in publishers if row["publisher"] == publisher), None),
    }
