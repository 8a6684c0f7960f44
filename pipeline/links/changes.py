"""What has become of a promise between an earlier paper and a later one: its dates, owners and figures."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from pipeline.links.base import Event
from pipeline.model.identity import fold
from pipeline.model.paper import FlagKind, PaperFacts
from pipeline.model.record import Commitment, Deadline, Owner, Target, Value

SAME_NAME = 85
"""Likeness (0 to 100) of two names of one owner."""
SAME_METRIC = 50
"""Likeness (0 to 100) of what two figures measure."""
LEVEL = re.compile(r"\b(?:to|below|under|than|most|maximum(?: of)?|within|at|exceed(?:ing)?)\W*\Z", re.IGNORECASE)
ARTICLE = re.compile(r"(?:the|our|a|an) ")


class Side(NamedTuple):
    """A promise as it stands in one paper."""

    facts: PaperFacts
    promise: Commitment


class Change(NamedTuple):
    """A fact that differs: what was said `before` and is said `after`; `days` as in `Step`."""

    kind: FlagKind
    event: Event
    before: Value
    after: Value
    days: int | None = None


def changes(before: Side, after: Side) -> Iterator[Change]:
    """The date, the owner and the figures that have changed, in this order."""
    yield from _moved(before, after)
    yield from _other_owner(before.promise, after.promise)
    yield from _other_figures(before.promise, after.promise)


def _moved(before: Side, after: Side) -> Iterator[Change]:
    """The last date that is no longer stated, and the one that stands in its place. The end of a paper's own period moves with it."""
    if after.promise.status == "done":
        return
    old, new = _dated(before), _dated(after)
    gone = [each for each in old if each.end not in {other.end for other in new}]
    come = [each for each in new if each.end not in {other.end for other in old}]
    if gone and come:
        was, now = max(gone, key=_end), max(come, key=_end)
        yield Change("deadline_moved", "deadline_moved", was, now, (_end(now) - _end(was)).days)


def _dated(side: Side) -> list[Deadline]:
    dated = [each for each in side.promise.deadlines if each.end and each.relation != "from" and not each.rrule]
    return [each for each in dated if each.end != side.facts.period_end]


def _end(deadline: Deadline) -> date:
    return date.fromisoformat(deadline.end or "")


def _other_owner(before: Commitment, after: Commitment) -> Iterator[Change]:
    """The first lead who leads no more, and the first who does now, where both papers name some."""
    old, new = _leads(before), _leads(after)
    gone = [each for each in old if not _is_among(each, after.owners)]
    come = [each for each in new if not _is_among(each, before.owners)]
    if gone and come:
        yield Change("owner_changed", "owner_changed", gone[0], come[0])


def _leads(promise: Commitment) -> list[Owner]:
    return [owner for owner in promise.owners if owner.role == "lead"]


def _is_among(owner: Owner, owners: tuple[Owner, ...]) -> bool:
    return any(fuzz.ratio(_name(owner), _name(other)) >= SAME_NAME for other in owners)


def _name(owner: Owner) -> str:
    return ARTICLE.sub("", fold(owner.text), count=1)


def _other_figures(before: Commitment, after: Commitment) -> Iterator[Change]:
    """Each figure for which another of the same unit and measure stands now."""
    old, new = _figures(before), _figures(after)
    gone = [each for each in old if not any(_is_same_figure(each, other) for other in new)]
    come = [each for each in new if not any(_is_same_figure(each, other) for other in old)]
    for was in gone:
        now = max((each for each in come if each.unit == was.unit), key=lambda each: fuzz.ratio(each.metric, was.metric), default=None)
        if now and (len(gone) == 1 == len(come) or fuzz.ratio(now.metric, was.metric) >= SAME_METRIC):
            come.remove(now)
            yield Change("target_changed", _direction(was, now, before, after), was, now)


def _figures(promise: Commitment) -> list[Target]:
    return [target for target in promise.targets if target.value is not None]


def _is_same_figure(one: Target, other: Target) -> bool:
    return one.value == other.value and one.unit == other.unit


def _direction(was: Target, now: Target, before: Commitment, after: Commitment) -> Event:
    """Whether less is promised now than before: a ceiling that rises, any other figure that falls. Unknown where the two point apart."""
    aims: set[Literal["up", "down"]] = {_aim(was, before), _aim(now, after)}
    if len(aims) > 1 or was.value is None or now.value is None:
        return "target_changed"
    is_more = now.value > was.value
    return "target_strengthened" if is_more == (aims == {"up"}) else "target_weakened"


def _aim(target: Target, promise: Commitment) -> Literal["up", "down"]:
    """Where a stronger figure lies: up, but down for a level to come down to."""
    at = target.span.start - promise.span.start
    is_level = (
        target.baseline is not None or target.comparator in ("at_most", "less_than") or bool(LEVEL.search(promise.text[: max(at, 0)]))
    )
    is_ceiling = target.comparator in ("at_most", "less_than") and target.direction != "increase"
    return "down" if is_ceiling or (target.direction == "decrease" and is_level) else "up"
