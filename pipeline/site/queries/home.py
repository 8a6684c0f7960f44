"""What the home page tells: counts, and the papers that came last."""

from typing import Any

from pipeline.register.ready import SOON
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, rows

SHOWN = 12

_COUNTS = """
SELECT name, number FROM counts UNION ALL SELECT 'papers', count(*) FROM papers UNION ALL SELECT 'problems', count(*) FROM problems"""
_PUBLISHERS = f"SELECT publisher, papers, commitments, flags FROM publishers ORDER BY commitments DESC, publisher LIMIT {SHOWN}"
_PAPERS = f"""
SELECT slug, name, publisher, published, commitments, flags FROM papers
ORDER BY published DESC, slug DESC LIMIT {SHOWN}"""
_BEFORE_ALL = dict.fromkeys(("overdue", "due_soon", "without_date", "without_owner", "flags", "high", "commitments"), 0)


def home(connection: Connection) -> dict[str, Any]:
    """All that the home page shows; what takes long to count was counted when the last run ended."""
    counts = _BEFORE_ALL | {row["name"]: row["number"] for row in rows(connection, _COUNTS)}
    publishers = [row | {"is_stated": row["publisher"] != "not stated"} for row in rows(connection, _PUBLISHERS)]
    papers = rows(connection, _PAPERS)
    return {"run": last_run(connection), "counts": counts, "publishers": publishers, "papers": papers, "soon": SOON}
