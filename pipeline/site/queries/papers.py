"""The papers of the register, in lists."""

from typing import Any

from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, rows

PAGE = 50

_COLUMNS = "slug, name, publisher, kind, published, pages, commitments, flags, reading_issues, characters, characters_in_records"
_CONDITIONS = {"publisher": "publisher = :publisher", "name": "instr(lower(name || ' ' || file), lower(:name))"}
_PUBLISHERS = "SELECT * FROM publishers WHERE publisher <> 'not stated' ORDER BY publisher LIMIT 300"


def papers(connection: Connection, publisher: str, name: str, page: int) -> dict[str, Any]:
    """A page of the papers of a publisher, of all where it is empty, whose name holds a part; and what the publisher's promises state."""
    asked = {"publisher": publisher, "name": name}
    conditions = " AND ".join(sql for field, sql in _CONDITIONS.items() if asked[field])
    source = f"FROM papers WHERE {conditions}" if conditions else "FROM papers"
    listed = f"SELECT {_COLUMNS} {source} ORDER BY published DESC, slug DESC LIMIT :limit OFFSET :offset"
    (count,) = rows(connection, f"SELECT count(*) AS number {source}", **asked)
    publishers = rows(connection, _PUBLISHERS)
    return {
        "run": last_run(connection),
        "papers": rows(connection, listed, **asked, limit=PAGE, offset=PAGE * (page - 1)),
        "found": count["number"],
        "publishers": [row["publisher"] for row in publishers],
        "chosen": next((row for row in publishers if row["publisher"] == publisher), None),
    }
