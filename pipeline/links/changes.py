"""What has become of a promise between an earlier paper and a later one: its dates and owners, and with `figures` its figures."""

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from pipeline.links.base import Change, Side
from pipeline.links.figures import other_figures
from pipeline.model.identity import fold
from pipeline.model.record import Commitment, Deadline, Owner

SAME_NAME = 85
"""Likeness (0 to 100) of two names of one owner."""
FEWEST_SHARED = 2
"""Words of a name that tell the same body when another name holds them all."""
ARTICLE = re.compile(r"(?:the|our|a|an) ")


def changes(before: Side, after: Side) -> Iterator[Change]:
    """The date, the owner and the figures that have changed, in this order."""
    yield from _moved(before, after)
    yield from _other_owner(before.promise, after.promise)
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


def _other_owner(before: Commitment, after: Commitment) -> Iterator[Change]:
    """The first lead who leads no more, and the first who does now, where both papers name some."""
    old, new = _leads(before), _leads(after)
    gone = [each for each in old if not _is_among(each, after.owners)]
    come = [each for each in new if not _is_among(each, before.owners)]
    if gone and come:
        yield Change("owner_changed", "owner_changed", gone[0], come[0])


def have_other_leads(one: Commitment, other: Commitment) -> bool:
    """Whether both name leads, and not one in common."""
    a, b = _leads(one), _leads(other)
    return bool(a and b) and not any(_is_among(each, tuple(b)) for each in a)


def _leads(promise: Commitment) -> list[Owner]:
    return [owner for owner in promise.owners if owner.role == "lead"]


def _is_among(owner: Owner, owners: tuple[Owner, ...]) -> bool:
    return any(is_same_name(owner.text, other.text) for other in owners)


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are those of one body: nearly equal, initials of the other, or the other with words before or behind it.

    >>> is_same_name("LCC", "Lincolnshire County Council"), is_same_name("Children's Services", "LCC Children's Services")
    (True, True)
    >>> is_same_name("Public Health", "Public Housing"), is_same_name("Council", "Youth Council")
    (False, False)
    """
    a, b = (ARTICLE.sub("", fold(name), count=1) for name in (one, other))
    if fuzz.ratio(a, b) >= SAME_NAME or _initials(one) == other or _initials(other) == one:
        return True
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    return len(short) >= FEWEST_SHARED and short <= long


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
