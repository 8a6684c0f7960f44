"""Commitments found by words: what else is asked is looked up in the narrow rows of `facets`, until enough are found to be ranked."""

from pipeline.register.ready import SOON
from pipeline.site.limits import quote_words
from pipeline.site.queries.lists import BODY, NAMED
from pipeline.site.wanted import Wanted

RANKED = 5_000
"""So many are ranked, those that were read last: ranking more costs more than all the rest of a page."""

_MATCH = "commitments_fts MATCH :words"
_JOINED = "commitments_fts CROSS JOIN facets AS f ON f.number = commitments_fts.rowid"
_RANKED = f"""
WITH found AS MATERIALIZED (
    SELECT commitments_fts.rowid AS number, commitments_fts.rank AS rank FROM {{source}}
    ORDER BY commitments_fts.rowid DESC LIMIT {RANKED + 1}
) SELECT (SELECT id FROM commitments WHERE rowid = number) AS id, (SELECT count(*) FROM found) AS found FROM found
ORDER BY rank, number LIMIT :limit OFFSET :offset"""
_SORTED = """
WITH found AS MATERIALIZED (SELECT f.number, f.due, f.paper FROM {source})
SELECT (SELECT id FROM commitments WHERE rowid = number) AS id, (SELECT count(*) FROM found) AS found FROM found
ORDER BY {order} LIMIT :limit OFFSET :offset"""
_ORDERS = {
    "due": "due, number",
    "late": "due DESC, number DESC",
    "paper": "(SELECT slug || '/' FROM papers WHERE rowid = paper), number",
}
_SOON = f"date(:today, '+{SOON} days')"
_NEXT = f"SELECT 1 FROM due_next AS l WHERE l.commitment = (SELECT id FROM commitments WHERE rowid = f.number) AND l.due <= {_SOON}"
_STATES = {
    "overdue": "f.due < :today AND f.status IS NOT 'done'",
    # One of several dates can have passed, and the next come soon.
    "due_soon": f"f.due <= {_SOON} AND f.status IS NOT 'done' AND (f.due >= :today OR f.dates > 1 AND EXISTS ({_NEXT}))",
    "ahead": "f.due >= :today AND f.status IS NOT 'done'",
    "without_date": "f.undated",
    "without_owner": "f.unowned",
    "flagged": "f.flags IS NOT NULL",
    "done": "f.status = 'done'",
    "under_way": "f.status = 'under_way'",
}
_ROWS = "SELECT {}(rowid) FROM commitments WHERE paper = :paper"
_CONDITIONS = {
    # The rows of a paper were written one behind the other: of the words, only what lies among them is read.
    "paper": f"f.paper = (SELECT rowid FROM papers WHERE slug = :paper) AND commitments_fts.rowid BETWEEN "
    f"({_ROWS.format('min')}) AND ({_ROWS.format('max')})",
    "publisher": "+commitments_fts.rowid IN (SELECT rowid FROM commitments WHERE publisher = :publisher)",
    "kind": "f.kind = :kind",
    "due_from": "f.due >= :due_from",
    "due_to": "f.due <= :due_to",
    "figure": "f.figures > 0",
    "flag": "instr(f.flags, ',' || :flag || ',')",
}
_OWNED = "instr(f.bodies, ',' || :owner || ',')"
# Few have several owners, and need to be looked at more closely.
_OWNERS = "SELECT 1 FROM owners AS o WHERE o.commitment = (SELECT id FROM commitments WHERE rowid = f.number)"
_OWNED_BY_NAME = f"(substr(f.bodies, 2, 13) IN ({NAMED}) OR length(f.bodies) > 15 AND EXISTS ({_OWNERS} AND +o.body IN ({NAMED})))"


def source(wanted: Wanted) -> str:
    """What follows FROM: the numbers of the commitments that are found."""
    conditions = _conditions(wanted)
    return f"{_JOINED} WHERE {' AND '.join([_MATCH, *conditions])}" if conditions else f"commitments_fts WHERE {_MATCH}"


def whole_source(wanted: Wanted) -> str:
    """The same with the commitments `c` themselves."""
    return f"{_JOINED} CROSS JOIN commitments AS c ON c.rowid = f.number WHERE {' AND '.join([_MATCH, *_conditions(wanted)])}"


def page(wanted: Wanted) -> str:
    """The statement for the `id` of so many of them in their order, and how many are `found`; where they are ranked, up to `RANKED`."""
    if wanted.sorted_by == "best":
        return _RANKED.format(source=source(wanted))
    return _SORTED.format(source=f"{_JOINED} WHERE {' AND '.join([_MATCH, *_conditions(wanted)])}", order=_ORDERS[wanted.sorted_by])


def words(wanted: Wanted) -> str:
    """What is asked of the text search: words of the commitment, and those that a heading begins with or holds."""
    said = [f"({quote_words(wanted.q)})"] if wanted.q else []
    said += [f"({{section}} : ({quote_words(wanted.theme)}*))"] if wanted.theme else []
    return " AND ".join(said)


def _conditions(wanted: Wanted) -> list[str]:
    """What must be true of the facets `f`."""
    conditions = [sql for name, sql in _CONDITIONS.items() if getattr(wanted, name)]
    conditions += [_OWNED if BODY.fullmatch(wanted.owner) else _OWNED_BY_NAME] if wanted.owner else []
    conditions += [_STATES[wanted.state]] if wanted.state else []
    return conditions + (["f.due IS NOT NULL"] if wanted.sorted_by == "due" else [])
