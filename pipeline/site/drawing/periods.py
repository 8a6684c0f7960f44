"""Months, quarters or years side by side, as columns of a picture."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.site.words import MONTHS

MOST = 24
"""Columns beside each other; what is earlier or later is gathered into one more on each side."""
LENGTHS = {"month": 1, "quarter": 3, "year": 12}
"""How many months each takes."""


class Period(NamedTuple):
    """A stretch of days, both inclusive; the first is None where it reaches back for ever, the last where it never ends."""

    first: date | None
    last: date | None

    @property
    def name(self) -> str:
        """What it is called in full."""
        if self.first is None or self.last is None:
            return (
                f"Before {_month(self.last + timedelta(1))}"
                if self.last
                else f"After {_month(self.first - timedelta(1))}"
                if self.first
                else ""
            )
        months = _number(self.last) - _number(self.first)
        if months == 11:
            return str(self.first.year)
        return (
            _month(self.first)
            if not months
            else f"{MONTHS[self.first.month - 1][:3]} to {MONTHS[self.last.month - 1][:3]} {self.first.year}"
        )

    @property
    def days(self) -> dict[str, str]:
        """The days as the search asks for them."""
        return {"due_from": self.first.isoformat() if self.first else "", "due_to": self.last.isoformat() if self.last else ""}


def length_for(months: Collection[str]) -> str:
    """The shortest of `LENGTHS` of which ISO months need no more than `MOST` columns; else the longest."""
    numbers = [_number_of(month) for month in months]
    fits = (name for name, length in LENGTHS.items() if not numbers or max(numbers) // length - min(numbers) // length < MOST)
    return next(fits, "year")


def columns(months: Collection[str], length: str, today: str | None) -> list[Period]:
    """The periods that hold all ISO months, a gap filled; of too many, those around the ISO day `today`."""
    size = LENGTHS[length]
    slots = sorted({_number_of(month) // size for month in months})
    if not slots:
        return []
    first, last = slots[0], slots[-1]
    if last - first >= MOST:
        now = _number_of((today or "")[:7]) // size if today else first
        first = min(max(now - MOST // 3, slots[0]), last - MOST + 1)
        last = first + MOST - 1
    shown = [Period(_day(slot * size), _day((slot + 1) * size) - timedelta(1)) for slot in range(first, last + 1)]
    before = [Period(None, _day(first * size) - timedelta(1))] if slots[0] < first else []
    after = [Period(_day((last + 1) * size), None)] if slots[-1] > last else []
    return [*before, *shown, *after]


def places(months: Collection[str], periods: Sequence[Period]) -> dict[str, int]:
    """Which of the periods, in their order, each ISO month lies in; those that lie in none are left out."""
    begins = [period.first.isoformat()[:7] if period.first else "" for period in periods]
    ends = [period.last.isoformat()[:7] if period.last else "9999-12" for period in periods]
    found = {month: bisect_right(begins, month) - 1 for month in months}
    return {month: place for month, place in found.items() if place >= 0 and month <= ends[place]}


def _number_of(month: str) -> int:
    """An ISO month by its number from the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day(number: int) -> date:
    """The first day of a month by its number."""
    return date(min(max(number // 12, 1), 9999), number % 12 + 1, 1)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
