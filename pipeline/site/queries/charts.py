"""The figures of the whole register, of a publisher or of a paper, as charts show them."""

from typing import Any

from pipeline.site.queries.due import Known, due_counts
from pipeline.site.queries.listing import last_run
from pipeline.site.queries.search import choices
from pipeline.site.snapshot import Connection, rows
from pipeline.site.wanted import Wanted

OWNERS = 10

_OF = "(:publisher = '' OR publisher = :publisher) AND (:paper = '' OR {} = :paper)"
_STATED = f"""
SELECT coalesce(sum(commitments), 0) AS commitments, coalesce(sum(specific), 0) AS specific, coalesce(sum(measurable), 0) AS measurable,
       coalesce(sum(assigned), 0) AS assigned, coalesce(sum(time_bound), 0) AS time_bound, count(*) AS papers
FROM papers WHERE {_OF.format("slug")}"""
_STATUS = f"SELECT status, sum(commitments) AS number FROM due_counts WHERE {_OF.format('paper')} GROUP BY status"
_SLIPPED = """
SELECT count(DISTINCT h.commitment) AS slipped FROM histories AS h JOIN papers AS p ON p.slug = h.paper
WHERE h.event = 'deadline_moved' AND h.days > 0 AND (:publisher = '' OR p.publisher = :publisher) AND (:paper = '' OR h.paper = :paper)"""
_MOST = f"SELECT id, name, commitments AS number FROM bodies WHERE commitments > 0 ORDER BY commitments DESC, name, id LIMIT {OWNERS}"
_OWNERS = f"""
SELECT b.id, b.name, count(DISTINCT o.commitment) AS number FROM owners AS o JOIN bodies AS b ON b.id = o.body
WHERE o.paper IN (SELECT slug FROM papers WHERE {_OF.format("slug")}) GROUP BY b.id ORDER BY number DESC, b.name, b.id LIMIT {OWNERS}"""


def charts(connection: Connection, wanted: Wanted, known: Known) -> dict[str, Any]:
    """All that the charts show; of `wanted` only the publisher and the paper count; `known` as for `due_counts`."""
    run, of = last_run(connection), {"publisher": wanted.publisher, "paper": wanted.paper}
    (stated,) = rows(connection, _STATED, **of)
    (slipped,) = rows(connection, _SLIPPED, **of)
    status = {row["status"]: row["number"] for row in rows(connection, _STATUS, **of)}
    counts = due_counts(connection, wanted, run, "", known)
    owners = rows(connection, _OWNERS if any(of.values()) else _MOST, **of)
    offered = choices(connection, wanted)
    return {"run": run, "stated": stated, "status": status, "due": counts, "owners": owners, **slipped, **offered}
