"""Lists of commitments that stand in an index in their order, so that a page of them costs what is on it, however long they are.

Each is what a search finds that asks for nothing else. The indexes are those of `pipeline.register.hidden.HIDDEN`.
"""

import json
import re
from typing import NamedTuple

from pipeline.register.facets import FLAGGED
from pipeline.register.ready import SOON
from pipeline.site.snapshot import Connection, together
from pipeline.site.wanted import Wanted


class Listed(NamedTuple):
    """A list: where its rows come from, the id of the commitment in each, its orders by name, and the name of its number among those
    that were counted at ingestion, if it has one; `each` gives its rows in no order, where that is sooner done."""

    source: str
    commitment: str
    orders: dict[str, str]
    counted: str = ""
    each: str = ""


BODY = re.compile(r"b[0-9a-f]{12}")
"""The id of a body."""

_BY_DUE = {"due": "c.due, c.place", "late": "c.due DESC, c.place DESC"}
_OPEN = "FROM commitments AS c INDEXED BY commitments_open_by_due WHERE c.status IS NOT 'done' AND c.due {} :today"
# Of the days ahead of one commitment the first counts.
_SOON = f"""FROM due_next AS l INDEXED BY due_next_by_due WHERE l.due <= date(:today, '+{SOON} days') AND NOT EXISTS (
    SELECT 1 FROM due_next AS e WHERE e.commitment = l.commitment AND (e.due, e.rowid) < (l.due, l.rowid))"""
_SOON_OF_PUBLISHER = f"""{_SOON.replace("INDEXED BY due_next_by_due", "")}
    AND l.paper IN (SELECT slug FROM papers WHERE publisher = :publisher)"""
_LACKING = "FROM commitments AS c WHERE c.publisher = :publisher AND EXISTS (SELECT 1 FROM {} AS l WHERE l.commitment = c.id)"
_LACKING_EACH = "SELECT 1 FROM {} AS l WHERE l.paper IN (SELECT slug FROM papers WHERE publisher = :publisher)"
_FLAGGED = "FROM flag_members AS m INDEXED BY {} GROUP BY m.place, m.commitment"
# A commitment with several flags of a kind, or printings of an owner, stands there once.
_NAMES_EACH = "SELECT 1 FROM facet_names WHERE name = {}"
NAMED = "SELECT value FROM json_each(:named)"
"""The bodies one of whose names holds a part, as `named` gives them."""
_HOLDS = "instr(lower(name || ' ' || coalesce(aliases, '')), lower(:owner))"
_NAMED = f"SELECT json_group_array(id) AS found FROM (SELECT id FROM bodies WHERE {_HOLDS} ORDER BY commitments DESC)"
_OWNED_IN_ORDER = "FROM owners AS o INDEXED BY owners_by_place WHERE o.body = :owner GROUP BY o.place, o.commitment"
_OWNED = "FROM owners AS o INDEXED BY owners_by_due WHERE o.body = :owner AND {} GROUP BY o.due, o.commitment"
_OWNED_BY_DUE = {"due": "o.due, o.commitment", "late": "o.due DESC, o.commitment DESC"}

_LISTS: dict[tuple[str, ...], Listed] = {
    ("state=overdue",): Listed(_OPEN.format("<"), "c.id", _BY_DUE, "overdue"),
    ("state=ahead",): Listed(_OPEN.format(">="), "c.id", _BY_DUE),
    ("state=due_soon",): Listed(_SOON, "l.commitment", {"due": "l.due, l.commitment"}, "due_soon"),
    ("publisher", "state=due_soon"): Listed(_SOON_OF_PUBLISHER, "l.commitment", {"due": "l.due, l.commitment"}),
    ("state=without_date",): Listed("FROM without_date AS l", "l.id", {"paper": "l.position, l.id"}, "without_date"),
    ("state=without_owner",): Listed("FROM without_owner AS l", "l.id", {"paper": "l.position, l.id"}, "without_owner"),
    **{
        ("publisher", f"state={state}"): Listed(_LACKING.format(state), "c.id", {"paper": "c.place"}, each=_LACKING_EACH.format(state))
        for state in ("without_date", "without_owner")
    },
    ("state=flagged",): Listed(
        _FLAGGED.format("flag_members_by_place"),
        "m.commitment",
        {"paper": "m.place, m.commitment"},
        each=_NAMES_EACH.format(f"'{FLAGGED}'"),
    ),
    ("flag",): Listed(
        _FLAGGED.format("flag_members_by_kind WHERE m.kind = :flag"),
        "m.commitment",
        {"paper": "m.place, m.commitment"},
        each=_NAMES_EACH.format(":flag"),
    ),
    ("figure",): Listed(
        "FROM numeric_targets AS l INDEXED BY numeric_targets_by_position GROUP BY l.position, l.commitment",
        "l.commitment",
        {"paper": "l.position, l.commitment"},
    ),
    ("owner",): Listed(_OWNED_IN_ORDER, "o.commitment", {"paper": "o.place, o.commitment"}, each=_NAMES_EACH.format(":owner")),
    ("owner", "state=overdue"): Listed(_OWNED.format("o.due < :today AND o.status IS NOT 'done'"), "o.commitment", _OWNED_BY_DUE),
    ("owner", "state=ahead"): Listed(_OWNED.format("o.due >= :today AND o.status IS NOT 'done'"), "o.commitment", _OWNED_BY_DUE),
}

_OF_NAMED = f"FROM owners AS o INDEXED BY owners_by_place WHERE o.body IN ({NAMED})"
# What is on a page stands no further back than with the one alone that has most.
_LAST = """SELECT place FROM owners INDEXED BY owners_by_place WHERE body = json_extract(:named, '$[0]')
    GROUP BY place, commitment ORDER BY place LIMIT 1 OFFSET :limit + :offset"""
_OF_NAME = Listed(
    f"{_OF_NAMED} AND o.place <= coalesce(({_LAST}), x'ff') GROUP BY o.place, o.commitment",
    "o.commitment",
    {"paper": "o.place, o.commitment"},
    each=f"SELECT DISTINCT number FROM facet_names WHERE name IN ({NAMED})",
)


def named(connection: Connection, wanted: Wanted) -> str:
    """The ids of the bodies that are asked for by a part of their name, those that own most first; as JSON."""
    if not wanted.owner or BODY.fullmatch(wanted.owner):
        return "[]"
    return json.dumps(together(connection, _NAMED, owner=wanted.owner))


def listed(wanted: Wanted) -> Listed | None:
    """The list that is just what is wanted, in its order; None where there is none."""
    if wanted.owner and not BODY.fullmatch(wanted.owner):
        return _OF_NAME if {name for name, _ in wanted.asks()} == {"owner"} and wanted.sorted_by == "paper" else None
    found = _LISTS.get(tuple(sorted(f"{name}={value}" if name == "state" else name for name, value in wanted.asks())))
    return found if found and wanted.sorted_by in found.orders else None
