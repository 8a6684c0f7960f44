"""What a paper itself tells of time, against which the times it prints are resolved."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median_low
from typing import NamedTuple

from pipeline.extract.calendar import days_covered
from pipeline.extract.timex.value import TimeValue

LONGEST_YEAR = timedelta(days=400)
MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


class Anchor(NamedTuple):
    """What the paper itself tells of time: `day` is its date or, failing that, the middle of the dates it names; `year` the
    interval of its plan as a TIMEX3 value; both None where nothing tells. `month` is the one, from 1, its publisher's financial
    year begins in. `is_dated` says whether `day` is the paper's own date, from which months and weeks may be counted."""

    day: date | None = None
    year: str | None = None
    month: int = 4
    is_dated: bool = True

    @property
    def plan_year(self) -> str | None:
        """The plan's interval, where it is about a year or nothing else tells one: "this year" of a plan of many years is the paper's."""
        if self.year is None:
            return None
        first, last = days_covered(self.year)
        return self.year if self.day is None or last - first < LONGEST_YEAR else None

    def is_over(self, ends: Iterable[str | None]) -> bool:
        """Whether all of some days, and there are some, were over on the paper's own date."""
        days = list(ends)
        return self.is_dated and self.day is not None and bool(days) and all(day is not None and day < self.day.isoformat() for day in days)


def anchor_day(published: str | None, values: Iterable[TimeValue]) -> date | None:
    """The day to which dates without a year are near: the paper's own, else the middle one of the months it names in full."""
    if published:
        return days_covered(published)[0]
    days = [days_covered(value.timex)[0] for value in values if value.timex and MONTH_OR_DAY.fullmatch(value.timex)]
    return median_low(days) if days else None
