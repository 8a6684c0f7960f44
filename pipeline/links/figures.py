"""Figures that stand where others stood before, and whether that is more or less."""

import re
from collections.abc import Iterator
from typing import Literal

from rapidfuzz import fuzz

from pipeline.links.base import Change, Event
from pipeline.model.record import Commitment, Target

SAME_METRIC = 50
"""Likeness (0 to 100) of what two figures measure."""
LEVEL = re.compile(r"\b(?:to|below|under|than|most|maximum(?: of)?|within|at|exceed(?:ing)?)\W*\Z", re.IGNORECASE)
NUMBER = re.compile(r"[\d.,]+")
TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})


def other_figures(before: Commitment, after: Commitment) -> Iterator[Change]:
    """Each figure for which another of the same unit and measure stands now."""
    old, new = _figures(before), _figures(after)
    gone = [each for each in old if not any(_is_same_figure(each, other) for other in new)]
    come = [each for each in new if not any(_is_same_figure(each, other) for other in old)]
    for was in gone:
        alike = [each for each in come if each.unit == was.unit or _is_bare(each, was)]
        now = max(alike, key=lambda each: fuzz.ratio(each.metric, was.metric), default=None)
        if now and (len(gone) == 1 == len(come) or fuzz.ratio(now.metric, was.metric) >= SAME_METRIC):
            come.remove(now)
            yield Change("target_changed", _direction(was, now, before, after), was, now)


def _figures(promise: Commitment) -> list[Target]:
    return [target for target in promise.targets if target.value is not None]


def _is_same_figure(one: Target, other: Target) -> bool:
    return one.value == other.value and (one.unit == other.unit or _is_bare(one, other))


def _is_bare(one: Target, other: Target) -> bool:
    """Whether both are printed as numbers alone, as in a table, where the words of the measure tell the unit."""
    return bool(NUMBER.fullmatch(one.text) and NUMBER.fullmatch(other.text))


def _direction(was: Target, now: Target, before: Commitment, after: Commitment) -> Event:
    """Whether less is promised now than before; unknown where nobody can tell which way is up, as for a measure that is to `reach` 4."""
    aims = {_aim(was, before), _aim(now, after)}
    is_turned = {was.direction, now.direction} == {"increase", "decrease"}
    if is_turned or len(aims) > 1 or None in aims or was.value is None or now.value is None:
        return "target_changed"
    is_more = now.value > was.value
    return "target_strengthened" if is_more == (aims == {"up"}) else "target_weakened"


def _aim(target: Target, promise: Commitment) -> Literal["up", "down"] | None:
    """Where a stronger figure lies: up; but down for a time to be kept, and for a level to come down to or to stay below."""
    is_ceiling = target.comparator in ("at_most", "less_than")
    if target.direction == "increase":
        return "up"
    if target.direction == "decrease":
        before = promise.text[: max(target.span.start - promise.span.start, 0)]
        return "down" if is_ceiling or target.baseline is not None or LEVEL.search(before) else "up"
    if is_ceiling or target.unit in TIMES:
        return "down"
    return None if promise.kind == "indicator" and target.comparator is None else "up"
