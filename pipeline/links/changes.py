"""What has become of a promise between an earlier paper and a later one: its dates and owners, and with `figures` its figures."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.links.base import Change, Side
from pipeline.links.figures import other_figures
from pipeline.links.names import are_one_body
from pipeline.model.record import Deadline, Owner


def changes(before: Side, after: Side) -> Iterator[Change]:
    """The date, the owner and the figures that have changed, in this order."""
    yield from _moved(before, after)
    yield from _other_owner(before, after)
    yield from other_figures(before.promise, after.promise)


def _moved(before: Side, after: Side) -> Iterator[Change]:
    """The last date that is no longer stated, and the one that stands in its place. The end of a paper's own period moves with it."""
    if after.promise.status == "done":
        return
    for is_start in (False, True):
        old, new = _dated(before, is_start), _dated(after, is_start)
        gone = [each for each in old if each.end not in {other.end for other in new}]
        come = [each for each in new if each.end not in {other.end for other in old}]
        if gone and come:
            was, now = max(gone, key=_end), max(come, key=_end)
            yield Change("deadline_moved", "deadline_moved", was, now, (_end(now) - _end(was)).days)


def _dated(side: Side, is_start: bool) -> list[Deadline]:
    """The dates on which something begins (`from May`), or is to be done."""
    dated = [each for each in side.promise.deadlines if each.end and not each.rrule and (each.relation == "from") == is_start]
    return [each for each in dated if each.end != side.facts.period_end]


def _end(deadline: Deadline) -> date:
    return date.fromisoformat(deadline.end or "")


def _other_owner(before: Side, after: Side) -> Iterator[Change]:
    """The first lead who leads no more, and the first who does now, where both papers name some."""
    old, new = _leads(before), _leads(after)
    gone = [each for each in old if not _is_among(each, after.promise.owners, before, after)]
    come = [each for each in new if not _is_among(each, before.promise.owners, before, after)]
    if gone and come:
        yield Change("owner_changed", "owner_changed", gone[0], come[0])


def have_other_leads(one: Side, other: Side) -> bool:
    """Whether both name leads, and not one in common."""
    a, b = _leads(one), _leads(other)
    return bool(a and b) and not any(_is_among(each, b, one, other) for each in a)


def _leads(side: Side) -> list[Owner]:
    return [owner for owner in side.promise.owners if owner.role == "lead"]


def _is_among(owner: Owner, owners: Iterable[Owner], *sides: Side) -> bool:
    return any(are_one_body(owner.text, other.text, *(side.names for side in sides)) for other in owners)
