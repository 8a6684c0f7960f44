"""A time as the deadline that it makes, with the reason where no day follows."""

import re

from pipeline.extract.calendar import days_covered
from pipeline.extract.timex.anchor import Anchor
from pipeline.extract.timex.fill import A_YEAR, YEAR_UNKNOWN, Resolved, resolve_value
from pipeline.extract.timex.find import Timex
from pipeline.extract.timex.value import TimeValue
from pipeline.model.record import Deadline, Relation

BEGINNING = re.compile(r"\b(?:start|beginning) of ", re.IGNORECASE)  # by then, and not early in it


def resolve(timex: Timex, text: str, relation: Relation, anchor: Anchor) -> Deadline:
    """The deadline that a time makes: its days where the calendar and the paper tell them, else None and the reason."""
    value = timex.value
    words = " ".join(timex.span.of(text).split())
    ahead = A_YEAR if anchor.is_dated and relation in ("by", "before", "until") else None
    resolved = resolve_value(value, anchor, ahead) if value.has_days else Resolved(value.timex, reason=_reason(value, words))
    days = days_covered(resolved.timex, value.mod) if value.has_days and resolved.timex else None
    if days and value.mod == "END" and value.timex == "PRESENT-YEAR" and relation == "by":
        days = (days[1], days[1])
    if days and relation in ("by", "before") and BEGINNING.search(words):
        days = (days[0], days[0])
    return Deadline(
        text=words,
        span=timex.span,
        rule=timex.rule,
        type=value.type,
        timex=resolved.timex,
        start=days[0].isoformat() if days else None,
        end=days[1].isoformat() if days else None,
        relation=value.relation or relation,
        rrule=value.rrule,
        written=value.timex,
        mod=value.mod,
        anchor=resolved.anchor,
        reason=f"{resolved.reason}: {words!r}" if resolved.reason == YEAR_UNKNOWN else resolved.reason,
    )


def _reason(value: TimeValue, words: str) -> str:
    """Why a time that has no days of its own has none."""
    if value.reason:
        return value.reason
    if value.type == "SET":
        return "it comes back, and has no one day"
    if value.relation == "ongoing":
        return "it goes on without an end"
    return f"a length of time without its beginning: {words!r}" if value.type == "DURATION" else f"no day of the calendar: {words!r}"
