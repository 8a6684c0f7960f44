"""Commitments found by words, until enough are found to be ranked. What else is asked is looked up: where few commitments are like that,
in a list of them, made first; otherwise in the narrow rows of `facets`."""

from datetime import date

from pipeline.register.facets import FLAGGED
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
_STATES = {
    "overdue": "f.due < :today AND f.status IS NOT 'done'",
    "ahead": "f.due >= :today AND f.status IS NOT 'done'",
    "without_date": "f.undated",
    "without_owner": "f.unowned",
    "done": "f.status = 'done'",
    "under_way": "f.status = 'under_way'",
}
_ROWS = "SELECT {}(rowid) FROM commitments WHERE paper = :paper"
_CONDITIONS = {
    # The rows of a paper were written one behind the other: of the words, only what lies among them is read.
    "paper": f"f.paper = (SELECT rowid FROM papers WHERE slug = :paper) AND commitments_fts.rowid BETWEEN "
    f"({_ROWS.format('min')}) AND ({_ROWS.format('max')})",
    "kind": "f.kind = :kind",
    "due_from": "f.due >= :due_from",
    "due_to": "f.due <= :due_to",
    "figure": "f.figures > 0",
}
SHORT = 100
"""Days of which few commitments are due on any."""
_FEW = {
    "publisher": "SELECT rowid FROM commitments WHERE publisher = :publisher",
    "flag": "SELECT number FROM facet_names WHERE name = :flag",
    "flagged": f"SELECT number FROM facet_names WHERE name = '{FLAGGED}'",
    "owner": "SELECT number FROM facet_names WHERE name = :owner",
    "named": f"SELECT number FROM facet_names WHERE name IN ({NAMED})",
    "due": "SELECT rowid FROM commitments WHERE due BETWEEN :due_from AND :due_to",
    "due_soon": f"SELECT number FROM facet_names WHERE name BETWEEN :today AND date(:today, '+{SOON} days')",
}


def source(wanted: Wanted) -> str:
    """What follows FROM: the numbers of the commitments that are found."""
    conditions = _conditions(wanted)
    return f"{_JOINED if conditions else 'commitments_fts'} WHERE {' AND '.join([_MATCH, *_lists(wanted), *conditions])}"


def whole_source(wanted: Wanted) -> str:
    """The same with the commitments `c` themselves."""
    return f"{_JOINED} CROSS JOIN commitments AS c ON c.rowid = f.number WHERE {_all(wanted)}"


def page(wanted: Wanted) -> str:
    """The statement for the `id` of so many of them in their order, and how many are `found`; where they are ranked, up to `RANKED`."""
    if wanted.sorted_by == "best":
        return _RANKED.format(source=source(wanted))
    return _SORTED.format(source=f"{_JOINED} WHERE {_all(wanted)}", order=_ORDERS[wanted.sorted_by])


def words(wanted: Wanted) -> str:
    """What is asked of the text search: words of the commitment, and those that a heading begins with or holds."""
    said = [f"({quote_words(wanted.q)})"] if wanted.q else []
    said += [f"({{section}} : ({quote_words(wanted.theme)}*))"] if wanted.theme else []
    return " AND ".join(said)


def _all(wanted: Wanted) -> str:
    return " AND ".join([_MATCH, *_lists(wanted), *_conditions(wanted)])


def _lists(wanted: Wanted) -> list[str]:
    """Of what few commitments are like: that what is found stands in the list of them."""
    asked = {
        "publisher": wanted.publisher,
        "flag": wanted.flag,
        "owner": BODY.fullmatch(wanted.owner),
        "named": wanted.owner and not BODY.fullmatch(wanted.owner),
        "due": _is_short(wanted),
        wanted.state: wanted.state,
    }
    return [f"+commitments_fts.rowid IN ({_FEW[name]})" for name, is_asked in asked.items() if is_asked and name in _FEW]


def _is_short(wanted: Wanted) -> bool:
    """Whether what is due within a short time is asked for."""
    if not wanted.due_from or not wanted.due_to:
        return False
    return (date.fromisoformat(wanted.due_to) - date.fromisoformat(wanted.due_from)).days <= SHORT


def _conditions(wanted: Wanted) -> list[str]:
    """What must be true of the facets `f`, where that is so of many commitments."""
    conditions = [sql for name, sql in _CONDITIONS.items() if getattr(wanted, name) and not (name.startswith("due_") and _is_short(wanted))]
    conditions += [_STATES[wanted.state]] if wanted.state in _STATES else []
    return conditions + (["f.due IS NOT NULL"] if wanted.sorted_by == "due" else [])
