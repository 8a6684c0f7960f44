"""What the search finds. Every word that somebody typed is bound as a parameter; the SQL is put together from the pieces below alone."""

import json
from typing import Any

from pipeline.register.ready import SOON
from pipeline.site.limits import quote_words
from pipeline.site.lit import Piece
from pipeline.site.queries import worded
from pipeline.site.queries.listing import by_ids, last_run
from pipeline.site.queries.lists import BODY, NAMED, listed, named
from pipeline.site.queries.worded import RANKED
from pipeline.site.snapshot import Connection, rows
from pipeline.site.wanted import Wanted

PAGE = 20
MOST = 10_000
"""Counted and exported no further: nobody reads more, and everybody would wait."""
ON, OFF = "\x02", "\x03"

_COUNTED = "SELECT number FROM counts WHERE name = :name"
_LISTED = "EXISTS (SELECT 1 FROM {} AS l WHERE l.commitment = c.id)"
_SOON = f"l.commitment = c.id AND l.due <= date(:today, '+{SOON} days')"
_STATES = {
    # As the table `overdue` has them: `due` is the first of the days on which something of it is due.
    "overdue": "c.due < :today AND c.status IS NOT 'done'",
    "due_soon": f"c.due <= date(:today, '+{SOON} days') AND EXISTS (SELECT 1 FROM due_next AS l WHERE {_SOON})",
    "ahead": "c.due >= :today AND c.status IS NOT 'done'",
    "without_date": _LISTED.format("without_date"),
    "without_owner": _LISTED.format("without_owner"),
    "flagged": _LISTED.format("flag_members"),
    "done": "c.status = 'done'",
    "under_way": "c.status = 'under_way'",
}
_OWNED = "c.id IN (SELECT commitment FROM owners WHERE body = :owner)"
_OWNED_BY_NAME = f"c.id IN (SELECT commitment FROM owners WHERE body IN ({NAMED}))"
_CONDITIONS = {
    "paper": "c.paper = :paper",
    "publisher": "c.publisher = :publisher",
    "kind": "c.kind = :kind",
    "due_from": "c.due >= :due_from",
    "due_to": "c.due <= :due_to",
    "figure": _LISTED.format("numeric_targets"),
}
_FLAGGED = "c.id IN (SELECT commitment FROM flag_members WHERE kind = :flag)"
_FLAGGED_OF_FEW = "EXISTS (SELECT 1 FROM flag_members AS m WHERE m.commitment = c.id AND m.kind = :flag)"
_ORDERS = {
    "due": "c.due, c.place",
    "late": "c.due DESC, c.place DESC",
    "paper": "c.place",
}
_SNIPPETS = """
SELECT c.id, snippet(commitments_fts, 1, :on, :off, '…', 56) AS words
FROM json_each(:ids) AS each CROSS JOIN commitments AS c ON c.id = each.value CROSS JOIN commitments_fts ON commitments_fts.rowid = c.rowid
WHERE commitments_fts MATCH :words"""


def search(connection: Connection, wanted: Wanted) -> dict[str, Any]:
    """A page of what is found: `rows`, with snippets where words were asked for, `found`, how many there are, counted up to
    `MOST`, and `reach`, how many of them can be turned to."""
    run = last_run(connection)
    source, values = matching(connection, wanted, run["today"])
    found = _ids(connection, wanted, source, {**values, "limit": PAGE, "offset": PAGE * (wanted.page - 1)})
    is_counted = wanted.has_words and found
    number = min(found[0]["found"], MOST + 1) if is_counted else _count(connection, wanted, source, values)
    listed_rows = by_ids(connection, [row["id"] for row in found])
    return {"run": run, "found": number, "reach": _reach(wanted), "rows": _with_snippets(connection, wanted, listed_rows)}


def hits(connection: Connection, wanted: Wanted, today: str | None) -> list[dict[str, Any]]:
    """The commitments that are found, in their order, as many as can be turned to."""
    source, values = matching(connection, wanted, today)
    found = _ids(connection, wanted, source, {**values, "limit": _reach(wanted), "offset": 0})
    return by_ids(connection, [row["id"] for row in found])


def _reach(wanted: Wanted) -> int:
    return RANKED if wanted.sorted_by == "best" else MOST


def _ids(connection: Connection, wanted: Wanted, source: str, values: dict[str, object]) -> list[dict[str, Any]]:
    """The ids of so many commitments that are found, in their order; of those found by words, also how many are `found`."""
    known = listed(wanted)
    if wanted.has_words:
        sql = worded.page(wanted)
    elif known:
        sql = f"SELECT {known.commitment} AS id {known.source} ORDER BY {known.orders[wanted.sorted_by]} LIMIT :limit OFFSET :offset"
    else:
        sql = f"SELECT c.id {source} ORDER BY {_ORDERS[wanted.sorted_by]} LIMIT :limit OFFSET :offset"
    return rows(connection, sql, **values)


def _count(connection: Connection, wanted: Wanted, source: str, values: dict[str, object]) -> int:
    """How many are found, one more than `MOST` where there are more."""
    known = listed(wanted)
    if known and known.counted:
        return min(sum(int(row["number"]) for row in rows(connection, _COUNTED, name=known.counted)), MOST + 1)
    source = known.source if known else f"FROM {worded.source(wanted)}" if wanted.has_words else source
    one = f"{(known and known.each) or f'SELECT 1 {source}'} LIMIT {MOST + 1}"
    (counted,) = rows(connection, f"SELECT count(*) AS found FROM ({one})", **values)
    return int(counted["found"])


def matching(connection: Connection, wanted: Wanted, today: str | None) -> tuple[str, dict[str, object]]:
    """Where the commitments `c` come from, and the values of its parameters."""
    values = {**wanted._asdict(), "words": worded.words(wanted), "today": today, "named": named(connection, wanted)}
    if wanted.has_words:
        return f"FROM {worded.whole_source(wanted)}", values
    conditions = _conditions(wanted)
    return "FROM commitments AS c" + (f" WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _is_narrow(wanted: Wanted) -> bool:
    """Whether what is asked beside words leaves a small part of the register."""
    return bool(wanted.paper or wanted.publisher or wanted.owner)


def _conditions(wanted: Wanted) -> list[str]:
    """What must be true of a commitment `c` that is found without words."""
    conditions = [sql for name, sql in _CONDITIONS.items() if getattr(wanted, name)]
    conditions += [_OWNED if BODY.fullmatch(wanted.owner) else _OWNED_BY_NAME] if wanted.owner else []
    conditions += [_STATES[wanted.state]] if wanted.state else []
    conditions += [_FLAGGED_OF_FEW if _is_narrow(wanted) else _FLAGGED] if wanted.flag else []
    # With a plus, SQLite does not go by what so many have: it cannot know that a publisher, a flag or a state has fewer.
    if _is_narrow(wanted) or wanted.flag:
        conditions = [sql.replace("c.status = ", "+c.status = ").replace("c.kind = ", "+c.kind = ") for sql in conditions]
    elif wanted.state in ("done", "under_way"):
        conditions = [sql.replace("c.kind = ", "+c.kind = ") for sql in conditions]
    return conditions + (["c.due IS NOT NULL"] if wanted.sorted_by == "due" else [])


def _with_snippets(connection: Connection, wanted: Wanted, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if not wanted.q or not found:
        return found
    ids = json.dumps([row["id"] for row in found])
    told = {row["id"]: row["words"] for row in rows(connection, _SNIPPETS, ids=ids, words=quote_words(wanted.q), on=ON, off=OFF)}
    return [row | {"snippet": snippet_pieces(told.get(row["id"], ""))} for row in found]


def snippet_pieces(told: str) -> list[Piece]:
    """A snippet as pieces, those between `ON` and `OFF` marked.

    >>> [piece.words for piece in snippet_pieces("new \\x02bus\\x03 lanes") if piece.value]
    ['bus']
    """
    found = []
    for part in told.split(ON):
        marked, is_split, rest = part.partition(OFF)
        found += [Piece(marked, "mark"), Piece(rest)] if is_split else [Piece(part)]
    return [piece for piece in found if piece.words]
