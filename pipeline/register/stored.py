"""Papers as the register holds them, read back as records: enough of them to be compared."""

import json
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from pipeline.model.body import Body
from pipeline.model.paper import Paper, PaperFacts
from pipeline.model.record import Budget, Commitment, Deadline, Owner, Target, Value
from pipeline.model.span import Span
from pipeline.register.rows import SECTION_SEPARATOR, Row

if TYPE_CHECKING:
    from sqlite_utils import Database

VALUES: dict[str, type[Value]] = {"owners": Owner, "deadlines": Deadline, "targets": Target, "budgets": Budget}
LEFT_OUT = {"modality", "status_evidence", "stated"}
"""What the register keeps in another form, and no comparison needs."""

Model = TypeVar("Model", Commitment, Value)


def stored_facts(db: "Database", publisher: str | None) -> list[PaperFacts]:
    """What is known of every paper of a publisher, or of those that name none, by slug."""
    query = f"SELECT {', '.join(PaperFacts.model_fields)} FROM papers WHERE publisher IS ? ORDER BY slug"
    return [PaperFacts.model_validate(row) for row in db.query(query, [publisher])]


def stored_facts_of(db: "Database", slug: str) -> PaperFacts:
    """What is known of one paper that the register holds."""
    (row,) = db.query(f"SELECT {', '.join(PaperFacts.model_fields)} FROM papers WHERE slug = ?", [slug])
    return PaperFacts.model_validate(row)


def stored_commitment(db: "Database", commitment: str) -> Commitment:
    """One commitment that the register holds, by id; without what `LEFT_OUT` names."""
    (row,) = db.query("SELECT * FROM commitments WHERE id = ?", [commitment])
    return _commitment(row, {name: tuple(_values(db, name, model, "commitment", commitment)[commitment]) for name, model in VALUES.items()})


def stored_paper(db: "Database", facts: PaperFacts) -> Paper:
    """A paper with its commitments in reading order; without its flags, and without what `LEFT_OUT` names."""
    values = {name: _values(db, name, model, "paper", facts.slug) for name, model in VALUES.items()}
    rows = db.query("SELECT * FROM commitments WHERE paper = ? ORDER BY place", [facts.slug])
    commitments = tuple(_commitment(row, {name: tuple(values[name][str(row["id"])]) for name in VALUES}) for row in rows)
    return Paper(paper=facts, commitments=commitments, flags=(), reading_issues=(), bodies=_bodies(db, facts.slug))


def _bodies(db: "Database", slug: str) -> tuple[Body, ...]:
    rows = list(db.query("SELECT text, name, kind, local FROM body_names WHERE paper = ? ORDER BY id", [slug]))
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        aliases[row["name"]] += [row["text"]] if row["text"] != row["name"] else []
    firsts = {row["name"]: row for row in reversed(rows)}
    return tuple(
        Body(name=name, kind=row["kind"], local=bool(row["local"]), aliases=tuple(aliases[name])) for name, row in sorted(firsts.items())
    )


def _commitment(row: Row, values: dict[str, tuple[Value, ...]]) -> Commitment:
    section = tuple(str(row["section"]).split(SECTION_SEPARATOR)) if row["section"] else ()
    return _record(Commitment, {**row, **values, "section": section, "certain": bool(row["certain"])}, LEFT_OUT)


def _values(db: "Database", table: str, model: type[Value], column: str, value: str) -> dict[str, list[Value]]:
    """The values of one kind by commitment, of those whose `column` is the value."""
    found: dict[str, list[Value]] = defaultdict(list)
    for row in db.query(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY commitment, position", [value]):
        found[row["commitment"]].append(_record(model, row, set()))
    return found


def _record(model: type[Model], row: Row, left_out: set[str]) -> Model:
    places = {"span": Span(_number(row["span_start"]), _number(row["span_end"])), "boxes": json.loads(str(row["boxes"] or "[]"))}
    fields = {name: row[name] for name in model.model_fields if name not in places and name not in left_out}
    return model.model_validate({**fields, **places})


def _number(value: object) -> int:
    return int(str(value))
