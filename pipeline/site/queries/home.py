"""What the home page tells: counts, and the papers that came last."""

from typing import Any

from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, rows

SOON = 90  # days
SHOWN = 12

_COUNTS = f"""
SELECT (SELECT count(DISTINCT commitment) FROM overdue) AS overdue,
       (SELECT count(DISTINCT commitment) FROM due_next WHERE due <= date(:today, '+{SOON} days')) AS due_soon,
       (SELECT count(*) FROM without_date) AS without_date,
       (SELECT count(*) FROM without_owner) AS without_owner,
       (SELECT count(*) FROM flags) AS flags,
       (SELECT count(*) FROM flags WHERE severity = 'high') AS high,
       (SELECT count(*) FROM papers) AS papers,
       (SELECT count(*) FROM problems) AS problems,
       (SELECT count(*) FROM commitments) AS commitments"""
_PUBLISHERS = f"SELECT publisher, papers, commitments, flags FROM publishers ORDER BY commitments DESC, publisher LIMIT {SHOWN}"
_PAPERS = f"""
SELECT slug, name, publisher, published, commitments, flags FROM papers
ORDER BY published DESC, slug DESC LIMIT {SHOWN}"""


def home(connection: Connection, known: dict[object, dict[str, Any]]) -> dict[str, Any]:
    """All that the home page shows; `known` keeps the counts of the last run, since counting a large register takes long."""
    run = last_run(connection)
    if run["id"] not in known:
        known.clear()
        known[run["id"]] = rows(connection, _COUNTS, today=run["today"])[0]
    counts = known[run["id"]] if run["id"] else rows(connection, _COUNTS, today=None)[0]
    publishers = [row | {"is_stated": row["publisher"] != "not stated"} for row in rows(connection, _PUBLISHERS)]
    return {"run": run, "counts": counts, "publishers": publishers, "papers": rows(connection, _PAPERS), "soon": SOON}
