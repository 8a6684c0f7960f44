"""The figures of the whole register, of a publisher or of a paper, as charts show them."""

from typing import Any, NamedTuple

from pipeline.site.queries.choices import choices
from pipeline.site.queries.due import Known, due_counts
from pipeline.site.queries.listing import last_run
from pipeline.site.snapshot import Connection, rows
from pipeline.site.wanted import Wanted

OWNERS = 10

_STATED = """
SELECT coalesce(sum(commitments), 0) AS commitments, coalesce(sum(specific), 0) AS specific, coalesce(sum(measurable), 0) AS measurable,
       coalesce(sum(assigned), 0) AS assigned, coalesce(sum(time_bound), 0) AS time_bound,
       coalesce(sum({}), 0) AS papers FROM {}"""
_STATUS = "SELECT status, {} AS number FROM {} GROUP BY status"
_SLIPPED = """
SELECT count(DISTINCT h.commitment) AS slipped FROM histories AS h WHERE h.event = 'deadline_moved' AND h.days > 0"""
_COUNTED = "SELECT coalesce(sum(number), 0) AS slipped FROM counts WHERE name = 'slipped'"
_PAPERS = "SELECT slug FROM papers WHERE publisher = :publisher"
_MOST = f"SELECT id, name, commitments AS number FROM bodies WHERE commitments > 0 ORDER BY commitments DESC, name, id LIMIT {OWNERS}"
_OWNERS = f"""
SELECT b.id, b.name, count(DISTINCT o.commitment) AS number FROM owners AS o JOIN bodies AS b ON b.id = o.body
WHERE {{}} GROUP BY b.id ORDER BY number DESC, b.name, b.id LIMIT {OWNERS}"""


class _Of(NamedTuple):
    """Where the figures come from."""

    stated: str
    status: tuple[str, str]
    slipped: str
    owners: str


_WHOLE = _Of(_STATED.format("papers", "publishers"), ("sum(commitments)", "due_counts"), _COUNTED, _MOST)
_PUBLISHER = _Of(
    _STATED.format("papers", "publishers WHERE publisher = :publisher"),
    ("sum(commitments)", "publisher_due_counts WHERE publisher = :publisher"),
    # With a plus, SQLite looks the papers up rather than all that has moved.
    f"{_SLIPPED.replace('h.event', '+h.event')} AND h.paper IN ({_PAPERS})",
    _OWNERS.format(f"o.paper IN ({_PAPERS})"),
)
_PAPER = _Of(
    _STATED.format("1", "papers WHERE slug = :paper AND (:publisher = '' OR publisher = :publisher)"),
    ("count(*)", "commitments WHERE paper = :paper AND (:publisher = '' OR +publisher = :publisher)"),
    f"{_SLIPPED.replace('h.event', '+h.event')} AND h.paper = :paper",
    _OWNERS.format("o.paper = :paper"),
)


def charts(connection: Connection, wanted: Wanted, known: Known) -> dict[str, Any]:
    """All that the charts show; of `wanted` only the publisher and the paper count; `known` as for `due_counts`."""
    run, values = last_run(connection), {"publisher": wanted.publisher, "paper": wanted.paper}
    of = _PAPER if wanted.paper else _PUBLISHER if wanted.publisher else _WHOLE
    (stated,) = rows(connection, of.stated, **values)
    (slipped,) = rows(connection, of.slipped, **values)
    status = {row["status"]: row["number"] for row in rows(connection, _STATUS.format(*of.status), **values)}
    counts = due_counts(connection, wanted, run, "", known)
    owners = rows(connection, of.owners, **values)
    offered = choices(connection, wanted)
    return {"run": run, "stated": stated, "status": status, "due": counts, "owners": owners, **slipped, **offered}
