"""Times as the TIMEX3 standard writes them, for any English text of a known day: what public sets of tagged times are scored by."""

import re
from datetime import date
from typing import NamedTuple

from pipeline.extract.calendar import days_covered
from pipeline.extract.timex.anchor import Anchor
from pipeline.extract.timex.fill import NEAR_YEAR, day_of_near_year, resolve_value
from pipeline.extract.timex.find import Timex
from pipeline.extract.timex.relative import relative_value, weekday_near
from pipeline.extract.timex.value import REFERENCES, RELATIVE, TimeValue
from pipeline.model.record import Mod, TimexType

AHEAD = 3  # months; news tells of the past
JANUARY = 1
OF_DAY = re.compile(r"(.+)(T(?:\d\d(?::\d\d)?|MO|AF|EV|NI))")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


class Timex3(NamedTuple):
    """A time by the standard: `value` None where it tells none; `start` and `end` the days it covers, both inclusive, None likewise."""

    type: TimexType
    value: str | None
    mod: Mod | None
    start: date | None
    end: date | None


def resolve_timex(timex: Timex, anchor: Anchor) -> Timex3:
    """The time of a text that was written on the anchor's day: a weekday is the last one up to it, as news has it."""
    value = timex.value
    resolved = _resolved(value, anchor)
    days = days_covered(resolved, value.mod) if resolved and value.type == "DATE" and re.match(r"\d{3}|P1W/", resolved) else None
    return Timex3(value.type, resolved, value.mod, *(days or (None, None)))


def _resolved(value: TimeValue, anchor: Anchor) -> str | None:
    timex = value.timex
    if timex is None or value.type in ("DURATION", "SET") or timex in REFERENCES or timex.startswith("BC") or len(timex) == len("20"):
        return timex
    if match := OF_DAY.fullmatch(timex):
        day = _resolved(TimeValue("DATE", match[1]), anchor)
        return f"{day}{match[2]}" if day else timex
    if NEAR_YEAR.match(timex):  # news prints years whole
        return resolve_value(TimeValue("DATE", day_of_near_year(timex)), anchor, AHEAD).timex
    if timex == "XXXX-XX-XX":
        return anchor.day.isoformat() if anchor.day else timex
    if match := WEEKDAY.fullmatch(timex):
        return weekday_near(int(match[1]), anchor.day).isoformat() if anchor.day else timex
    if timex.startswith(RELATIVE):
        return relative_value(timex, anchor.day) if anchor.day else None
    if timex.startswith("FYXXXX"):  # news of companies and states counts by the calendar
        anchor = Anchor(anchor.day, month=JANUARY)
    return resolve_value(value, anchor, AHEAD).timex
