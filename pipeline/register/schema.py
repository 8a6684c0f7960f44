"""The tables of the register, as data. What each column means is told in `datasette-metadata.json`, and a test holds the two together."""

import zlib
from typing import TYPE_CHECKING

from pipeline.register.hidden import HIDDEN
from pipeline.register.table import LINKS, Columns, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x506C6462
"""`Pldb` in SQLite's header: how a register is told from any other database."""

_VALUE: Columns = {"id": str, "commitment": str, "paper": str, "position": int, "text": str}
_TARGET: Columns = {"value": float, "unit": str, "direction": str, "metric": str, "baseline": float, "comparator": str}
_FOUND_AT: Columns = {"page": int, "span_start": int, "span_end": int, "boxes": str, "rule": str}
_STATED: Columns = {"specific": int, "measurable": int, "assigned": int, "time_bound": int}
_SHOWN: Columns = {"ref": str, "text": str, "owners": str, "paper": str, "page": int, "section": str}
_LISTED: Columns = {"commitment": str, "position": str}
_DUE = {"id": str, "due": str, "deadline": str, "relation": str} | _SHOWN | {"status": str, "quarter": str} | _LISTED

SOURCE: dict[str, Table] = {
    "papers": Table(
        {"slug": str, "name": str, "title": str, "publisher": str, "kind": str, "published": str, "published_evidence": str}
        | {"period_start": str, "period_end": str, "pages": int, "succeeds": str, "commitments": int, "flags": int, "reading_issues": int}
        | _STATED
        | {"characters": int, "characters_in_records": int, "items": int, "items_in_records": int, "rows": int, "rows_in_records": int}
        | {"file": str, "sha256": str, "text_sha256": str, "fingerprint": str, "ingested": str},
        indexes=("name", "publisher", "kind", "published", "text_sha256"),
    ),
    "commitments": Table(
        {"id": str, "paper": str, "page": int, "ref": str, "kind": str, "text": str, "owners": str, "due": str, "status": str}
        | {"section": str, "heading": str, "parent": str, "publisher": str, "label": str, "place": str}
        | _FOUND_AT
        | {"source": str, "certain": int, "modality": str, "modality_words": str, "status_words": str}
        | _STATED,
        indexes=("due", "place"),
        filters=("parent", "kind", "status", "modality", "heading", "publisher", "source", "certain"),
        order="place",
    ),
    "deadlines": Table(
        _VALUE
        | {"start": str, "end": str, "quarter": str, "relation": str, "type": str, "timex": str, "rrule": str}
        | {"written": str, "mod": str, "anchor": str, "reason": str}
        | _FOUND_AT,
        indexes=("end", "quarter"),
        filters=("relation", "type"),
        order="paper",
    ),
    "owners": Table(
        _VALUE | {"role": str, "body": str} | {"place": str, "due": str, "status": str} | _FOUND_AT,
        indexes=("text",),
        filters=("role",),
        order="text",
    ),
    "body_names": Table({"id": str, "body": str, "paper": str, "text": str, "name": str, "kind": str, "local": int}, indexes=("text",)),
    "targets": Table(_VALUE | _TARGET | _FOUND_AT, indexes=("value",), filters=("unit", "direction"), order="paper"),
    "budgets": Table(_VALUE | {"amount": float, "currency": str, "comparator": str} | _FOUND_AT, indexes=("amount", "currency")),
    "flags": Table(
        {"id": str, "paper": str, "kind": str, "severity": str, "message": str, "members": int, "evidence": str}
        | {"passages": str, "difference": str, "place": str, "turn": str},
        indexes=("kind", "severity", "place", "turn"),
    ),
    "flag_members": Table({"id": str, "flag": str, "commitment": str, "paper": str, "position": int, "kind": str, "place": str}),
    "reading_issues": Table(
        {"id": str, "paper": str, "position": int, "message": str, "location": str, "code": str},
        indexes=("code",),
    ),
    "unread": Table(
        {"id": str, "paper": str, "position": int, "page": int, "characters": int, "text": str, "span_start": int, "span_end": int},
        indexes=("characters",),
    ),
    "names": Table(
        {"file": str, "paper": str, "relation": str, "sha256": str, "elsewhere": int, "fingerprint": str},
        indexes=("relation",),
    ),
}
"""What comes from the papers, a table after those of them it points to."""

BODIES = Table(
    {"id": str, "name": str, "kind": str, "aliases": str, "publisher": str, "papers": int, "commitments": int, "leads": int},
    indexes=("name", "kind", "publisher", "papers", "commitments"),
)
"""The bodies of all papers, joined; owners and their printings point to it."""

FOLLOWED: dict[str, Table] = {
    "successions": Table({"paper": str, "earlier_paper": str, "reason": str, "guess": int}, indexes=("guess",)),
    "links": Table(
        {"id": str, "commitment": str, "paper": str, "earlier": str, "earlier_paper": str, "likeness": float, "reasons": str},
        indexes=("likeness", "reasons"),
    ),
    "histories": Table(
        {"id": str, "history": str, "position": int, "paper": str, "commitment": str, "event": str, "days": int, "message": str},
        indexes=("history", "event", "days"),
    ),
    "followed": Table({"publisher": str, "papers": int, "successions": int}),
}
"""What became of promises from paper to paper, made from the tables above where a publisher's papers have changed."""

ALIKE = Table(
    {"id": str, "commitment": str, "paper": str, "group": str, "members": int},
    indexes=("group", "members"),
)
"""Commitments that say the same thing as others, whole or nearly, in whatever papers; dates aside."""

HISTORY: dict[str, Table] = {
    "versions": Table(
        {"id": str, "slug": str, "number": int, "event": str, "file": str, "sha256": str, "recorded": str, "commitments": int}
        | {"gained": int, "lost": int, "changed": int},
        indexes=("slug", "event", "recorded"),
    ),
    "version_changes": Table(
        {"id": str, "version_id": str, "slug": str, "position": int, "change": str, "earlier_id": str, "later_id": str}
        | {"earlier_text": str, "later_text": str, "differences": str},
        indexes=("slug", "change"),
    ),
}
"""What became of the papers themselves. They go by `slug`, which is no link: a removed paper keeps its history."""

READY: dict[str, Table] = {
    "due_next": Table(_DUE, indexes=("position", "due", "quarter")),
    "overdue": Table(_DUE, indexes=("position", "due", "quarter")),
    "without_owner": Table(
        {"id": str} | _SHOWN | {"kind": str, "due": str, "status": str} | _LISTED,
        indexes=("position",),
        filters=("kind",),
        order="position",
    ),
    "without_date": Table(
        {"id": str} | _SHOWN | {"kind": str, "deadline": str, "status": str} | _LISTED,
        indexes=("position",),
        filters=("kind",),
        order="position",
    ),
    "numeric_targets": Table(
        {"id": str, "target": str} | _TARGET | {"due": str} | _SHOWN | {"heading": str} | _LISTED,
        indexes=("position", "value"),
        filters=("heading", "unit", "direction"),
        order="position",
    ),
    "due_counts": Table({"id": str, "due": str, "status": str, "commitments": int}, indexes=("due", "status")),
    "publisher_due_counts": Table(
        {"id": str, "publisher": str, "month": str, "status": str, "commitments": int},
        indexes=("publisher", "month", "status"),
    ),
    "counts": Table({"name": str, "number": int}),
    "publishers": Table(
        {"publisher": str, "papers": int, "commitments": int} | _STATED | {"flags": int, "position": int},
        indexes=("position", "commitments"),
    ),
}
"""What people open most, made from the tables above: views would be counted anew on every page."""

RUNS: dict[str, Table] = {
    "runs": Table(
        {"id": int, "today": str, "started": str, "finished": str, "seconds": float, "read": int, "partly_read": int, "nothing_found": int}
        | {"unchanged": int, "same_as": int, "not_read": int, "removed": int, "version": str, "rules": str}
    ),
    "run_papers": Table(
        {"id": str, "run": int, "position": int, "file": str, "outcome": str, "code": str, "message": str}
        | {"commitments": int, "flags": int, "pages": int},
        indexes=("file", "outcome", "code"),
    ),
    "problems": Table(
        {"file": str, "code": str, "message": str, "fingerprint": str, "since": str, "noted": int}, indexes=("code", "since")
    ),
}
"""What became of papers, run by run, and which cannot be read."""

TABLES = {"bodies": BODIES} | SOURCE | FOLLOWED | {"alike": ALIKE} | READY | HISTORY | RUNS

# Derived from the schema itself, so that nobody can change the one and forget the other.
VERSION = zlib.crc32(repr((TABLES, HIDDEN)).encode()) & 0x7FFFFFFF


def create(db: "Database") -> None:
    """Make all tables, indexes and the text search, and mark the file as a register of this version; call it in a transaction."""
    for name, table in TABLES.items():
        links = [(column, *LINKS[column]) for column in table.links]
        created = db.create_table(name, table.columns, pk=table.key, foreign_keys=links)
        for columns in table.indexed:
            created.create_index(columns)
    for statement in HIDDEN:
        db.execute(statement)
    db.table("commitments").enable_fts(["section", "text"], tokenize="porter", create_triggers=True)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def drop(db: "Database") -> None:
    """Take out every table, of whatever version made them; the text search first, since its own tables cannot be dropped alone."""
    for kind in ("CREATE VIRTUAL TABLE%", "CREATE TABLE%"):
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE ?", [kind]).fetchall():
            db.table(name).drop()
