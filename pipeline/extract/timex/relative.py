"""Times counted from a day: `PRESENT-MONTH+3`, `NEXT-SU`, `LAST-W4`, `PRESENT-YEAR:06`. Knows no text."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.extract.calendar import academic_year, days_covered, months_on, week_of

UNIT = r"DAY|WEEKEND|WEEK|MONTH|QUARTER|YEAR|DECADE|CENTURY|TERM|SCHOOLYEAR|SP|SU|FA|WI|W[1-7]|\d\d"
FORM = re.compile(rf"(PRESENT|NEXT|LAST)-({UNIT})([+-]\d+)?(?::(.+))?")
STEPS = {"PRESENT": 0, "NEXT": 1, "LAST": -1}
NO_TERM = 8  # in August the next term counts, and the last is over
SCHOOL_BEGINS = 9
LAST_YEAR = 9999


def relative_value(written: str, day: date) -> str | None:
    """The TIMEX3 value of a time counted from `day`; None for what is none, or lies beyond the calendar.

    >>> relative_value("PRESENT-MONTH+3", date(2012, 11, 5)), relative_value("LAST-SU", date(2013, 3, 22))
    ('2013-02', '2012-SU')
    """
    match = FORM.fullmatch(written)
    if match is None:
        return None
    step, unit = STEPS[match[1]], match[2]
    try:
        if unit in COUNTED:
            if unit == "WEEK" and (match[4] or "").isdigit():
                return _weekday_of_week(day, step + int(match[3] or 0), int(match[4]))
            value = COUNTED[unit](day, step + int(match[3] or 0))
            return f"{value}-{match[4]}" if match[4] else value
        return _named(unit, day, step)
    except (ValueError, OverflowError):  # a year before the first of the calendar, or after its last
        return None


def weekday_near(number: int, day: date, step: int = 0) -> date:
    """The weekday, Monday being 1: the last up to the day itself, the next after it (1), or the last before it (-1)."""
    if step > 0:
        return day + timedelta(days=(number - day.isoweekday() - 1) % 7 + 1)
    return day - timedelta(days=(day.isoweekday() - number - (step < 0)) % 7 + (step < 0))


def _day(day: date, count: int) -> str:
    return (day + timedelta(days=count)).isoformat()


def _weekday_of_week(day: date, count: int, number: int) -> str:
    return (day + timedelta(weeks=count, days=number - day.isoweekday())).isoformat()


def _week(day: date, count: int) -> str:
    return week_of(day + timedelta(weeks=count))


def _month(day: date, count: int) -> str:
    year, month = months_on(day.year, day.month, count)
    return f"{_checked(year):04}-{month:02}"


def _quarter(day: date, count: int) -> str:
    year, month = months_on(day.year, day.month, 3 * count)
    return f"{_checked(year):04}-Q{(month + 2) // 3}"


def _term(day: date, count: int) -> str:
    """The school term of the day, or in August the next."""
    number = day.year * 3 + (0 if day.month <= 3 else 1 if day.month < NO_TERM else 2) + count
    year, place = divmod(number, 3)
    return academic_year(_checked(year) - (place < 2), (2, 3, 1)[place])


def _checked(year: int) -> int:
    if not 1 < year < LAST_YEAR:
        raise ValueError(f"{year} is no year of the calendar")
    return year


COUNTED: dict[str, Callable[[date, int], str]] = {
    "DAY": _day,
    "WEEK": _week,
    "WEEKEND": lambda day, count: _week(day, count) + "-WE",
    "MONTH": _month,
    "QUARTER": _quarter,
    "YEAR": lambda day, count: f"{_checked(day.year + count):04}",
    "DECADE": lambda day, count: f"{_checked(day.year + 10 * count):04}"[:3],
    "CENTURY": lambda day, count: f"{_checked(day.year + 100 * count):04}"[:2],
    "TERM": _term,
    "SCHOOLYEAR": lambda day, count: academic_year(_checked(day.year + count) - (day.month < SCHOOL_BEGINS)),
}


def _named(unit: str, day: date, step: int) -> str:
    """A weekday, a month or a season: this one, the next to begin after the day, the last that ended before it."""
    if unit.startswith("W") and unit[1:].isdigit():
        if step:
            return weekday_near(int(unit[1:]), day, step).isoformat()
        return (day + timedelta(days=(int(unit[1:]) - day.isoweekday()) % 7)).isoformat()
    values = [f"{year:04}-{unit}" for year in (day.year - 1, day.year, day.year + 1)]
    if step > 0:
        return next(value for value in values if days_covered(value)[0] > day)
    if step < 0:
        return next(value for value in reversed(values) if days_covered(value)[1] < day)
    return next((value for value in values[:1] if days_covered(value)[1] >= day), values[1])
