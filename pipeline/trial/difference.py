"""What one paper's records gain, lose and change from one set of rules to another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple

from pipeline.model.paper import Flag, Paper
from pipeline.model.record import Commitment, Record

FIELDS = ("ref", "kind", "section", "text", "status", "status_evidence", "modality", "certain", "rule")
LISTS = ("owners", "deadlines", "targets", "budgets")
UNSAID = frozenset({"span", "page", "boxes"})  # where a value stands is told by its words


class FieldChange(NamedTuple):
    """A value that a field loses or gains: its facts by name, `text` and `rule` among them where it has any."""

    field: str
    sign: Literal["-", "+"]
    value: Mapping[str, Any]


class Change(NamedTuple):
    """A commitment that is gained, lost or changed; `fields` are its changed ones, and all its values where it is gained or lost."""

    kind: Literal["gained", "lost", "changed"]
    commitment: Commitment
    fields: tuple[FieldChange, ...]


class Difference(NamedTuple):
    """What a paper gains, loses and changes, in its own order, its flags by message, and how many commitments it then has."""

    changes: tuple[Change, ...]
    flags_gained: tuple[Flag, ...]
    flags_lost: tuple[Flag, ...]
    facts: tuple[FieldChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not any(self)


def compare(before: Paper | None, after: Paper) -> Difference:
    """What the paper gains, loses and changes; all of it where there was none before. A commitment is the same where its id is, or
    where the two overlap in the text and their ids have no other match."""
    old, new = before.commitments if before else (), after.commitments
    pairs = _pairs(old, new)
    paired = {id(commitment) for pair in pairs for commitment in pair}
    parents = {commitment.id: commitment for commitment in (*old, *new)}
    changes = [Change("lost", one, tuple(_values(one, "-"))) for one in old if id(one) not in paired]
    changes += [Change("gained", one, tuple(_values(one, "+"))) for one in new if id(one) not in paired]
    changes += [Change("changed", b, fields) for a, b in pairs if (fields := tuple(_fields(a, b, parents)))]
    changes.sort(key=lambda change: (change.commitment.span, change.kind != "lost"))
    old_flags, new_flags = ({flag.id: flag for flag in paper.flags} if paper else {} for paper in (before, after))
    return Difference(
        tuple(changes),
        tuple(flag for key, flag in new_flags.items() if key not in old_flags),
        tuple(flag for key, flag in old_flags.items() if key not in new_flags),
        tuple(_facts(before, after)) if before else (),
    )


def _pairs(old: Sequence[Commitment], new: Sequence[Commitment]) -> list[tuple[Commitment, Commitment]]:
    by_id = {commitment.id: commitment for commitment in old}
    pairs = [(by_id[one.id], one) for one in new if one.id in by_id]
    known = {one.id for one in new} & by_id.keys()
    left = [one for one in old if one.id not in known]
    for one in new:
        if one.id not in known and (match := max(left, key=partial(_shared, one), default=None)) and _shared(one, match):
            left.remove(match)
            pairs.append((match, one))
    return pairs


def _shared(one: Commitment, other: Commitment) -> int:
    """How many characters of the text both stand on."""
    return max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))


def _fields(a: Commitment, b: Commitment, parents: Mapping[str, Commitment]) -> Iterator[FieldChange]:
    for field in FIELDS:
        if (old := getattr(a, field)) != (new := getattr(b, field)):
            yield from _both(field, _told(old), _told(new))
    if a.parent != b.parent:
        old, new = (parents.get(one.parent or "") for one in (a, b))
        if (old and old.text) != (new and new.text):
            yield from _both("parent", _told(old and old.text), _told(new and new.text))
    for field in LISTS:
        old, new = ([_facts_of(value) for value in getattr(one, field)] for one in (a, b))
        yield from (FieldChange(field, "-", value) for value in old if value not in new)
        yield from (FieldChange(field, "+", value) for value in new if value not in old)


def _values(one: Commitment, sign: Literal["-", "+"]) -> Iterator[FieldChange]:
    return (FieldChange(field, sign, _facts_of(value)) for field in LISTS for value in getattr(one, field))


def _facts(before: Paper, after: Paper) -> Iterator[FieldChange]:
    for field in type(after.paper).model_fields:
        old, new = getattr(before.paper, field), getattr(after.paper, field)
        if old != new:
            yield from _both(field, _told(old), _told(new))


def _both(field: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterable[FieldChange]:
    pairs: tuple[tuple[Literal["-", "+"], Mapping[str, Any] | None], ...] = (("-", old), ("+", new))
    return [FieldChange(field, sign, value) for sign, value in pairs if value is not None]


def _told(value: object) -> Mapping[str, Any] | None:
    """The facts of a value; None for none."""
    if isinstance(value, Record):
        return _facts_of(value)
    if isinstance(value, tuple):
        return {"text": " › ".join(map(str, value))}
    return None if value is None else {"text": str(value)}


def _facts_of(value: Record) -> Mapping[str, Any]:
    return {key: part for key, part in value.model_dump(mode="json").items() if key not in UNSAID and part is not None}
