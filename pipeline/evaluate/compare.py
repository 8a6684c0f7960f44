"""When a value as extracted is the one read by hand. The rules are those of EXTRACTION, "How it is scored"."""

import re

from rapidfuzz import fuzz

from pipeline.evaluate.gold import GoldBudget, GoldDeadline, GoldOwner, GoldTarget
from pipeline.model.identity import fold
from pipeline.model.record import Budget, Deadline, Owner, Target

_UNITS = {
    "%": ("%", "percent", "per cent"),
    "money": ("gbp", "£", "pound"),
    "week": ("week",),
    "day": ("day",),
    "acre": ("acre",),
    "month": ("month",),
    "year": ("year",),
}


def likeness(left: str, right: str) -> float:
    """How alike two texts are once folded, from 0 to 100."""
    return fuzz.ratio(fold(left), fold(right))


def same_ref(left: str | None, right: str | None) -> bool:
    """Whether two references are the same but for brackets and stops.

    >>> same_ref("(a)", "a."), same_ref(None, "1")
    (True, False)
    """
    return fold(left or "").strip(".():") == fold(right or "").strip(".():")


def same_section(wanted: str, headings: tuple[str, ...]) -> bool:
    """Whether one of the headings is the wanted one."""
    return any(likeness(wanted, heading) >= 85 for heading in headings)


def same_deadline(want: GoldDeadline, have: Deadline) -> bool:
    """The same last day and frequency; for `ongoing`, the same relation."""
    if "ongoing" in (want.relation, have.relation):
        return want.relation == have.relation
    return want.end == have.end and _frequency(want.rrule) == _frequency(have.rrule)


def same_owner(want: GoldOwner, have: Owner) -> bool:
    """The same role, and nearly the same name, articles aside."""
    return want.role == have.role and fuzz.ratio(_bare(want.text), _bare(have.text)) >= 85


def same_target(want: GoldTarget, have: Target) -> bool:
    """The same value, unit family and direction; nothing equals a target without a value."""
    if want.value is None or have.value is None:
        return False
    return abs(want.value - have.value) < 1e-6 and _unit_family(want.unit) == _unit_family(have.unit) and want.direction == have.direction


def same_budget(want: GoldBudget, have: Budget) -> bool:
    """The same amount, to the nearest whole unit."""
    return abs(want.amount - have.amount) < 0.5


def _frequency(rrule: str | None) -> str:
    return (rrule or "").upper().split(";")[0]


def _bare(name: str) -> str:
    """A body's name folded, without its article.

    >>> _bare("The  Council")
    'council'
    """
    return re.sub(r"^(the|our|a|an) ", "", fold(name))


def _unit_family(unit: str | None) -> str:
    folded = fold(unit or "")
    return next((family for family, words in _UNITS.items() if folded.startswith(words)), "count")
