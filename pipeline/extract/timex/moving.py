"""Days that move from year to year: Easter, bank holidays, the second Tuesday of a month. Knows no text."""

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

from pipeline.extract.calendar import week_of

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FIRST_OF = {"WK": "MO", "WN": "SA"}
FRIDAY = 4
BANK_HOLIDAYS = {"BE": (5, 1), "BS": (5, -1), "BA": (8, -1)}  # early May, spring, August: the month, and which of its Mondays
PROCLAIMED = {  # holidays that were moved for one year, by proclamation
    "1995-BE": "1995-05-08", "2002-BS": "2002-06-04", "2012-BS": "2012-06-04", "2020-BE": "2020-05-08", "2022-BS": "2022-06-02",
}  # fmt: skip
FORM = re.compile(r"(\d{4})-(?:EA(?P<days>[+-]\d+)?|(?P<holiday>B[ESA])|(?P<month>\d\d)-(?P<kind>[A-Z]{2})(?P<count>-?\d))")


def settled(written: str) -> str:
    """The day, or the week, of a value whose year is known; any other value as it is. Raises ValueError where a month has no such day.

    >>> settled("2025-EA+1"), settled("2025-BA"), settled("2024-10-MO1"), settled("2016-11-WK3"), settled("2024-10")
    ('2025-04-21', '2025-08-25', '2024-10-07', '2016-W47', '2024-10')
    """
    match = FORM.fullmatch(written)
    if match is None:
        return written
    year = int(match[1])
    if holiday := match["holiday"]:
        month, count = BANK_HOLIDAYS[holiday]
        return PROCLAIMED.get(written) or _nth(year, month, "MO", count).isoformat()
    if match["month"] is None:
        return (easter(year) + timedelta(days=int(match["days"] or 0))).isoformat()
    day = _nth(year, int(match["month"]), match["kind"], int(match["count"]))
    return {"WK": week_of(day), "WN": f"{week_of(day)}-WE"}.get(match["kind"], day.isoformat())


def _nth(year: int, month: int, kind: str, count: int) -> date:
    """The so-many-th day of its kind in a month, counted from its end where negative."""
    length = monthrange(year, month)[1]
    days = [day for number in range(1, length + 1) if _is(kind, day := date(year, month, number))]
    if kind == "WK" and count < 0:
        days = [day for day in days if day.day + len(WEEKDAYS) - 1 <= length]
    if len(days) < abs(count):
        raise ValueError(f"{year}-{month:02} has no {kind}{count}")
    return days[count - 1] if count > 0 else days[count]


def _is(kind: str, day: date) -> bool:
    """Whether a day is of the kind: a weekday, any day (DY), a working day (WD), or one that begins a week (WK) or a weekend (WN)."""
    if kind in ("DY", "WD"):
        return kind == "DY" or day.weekday() <= FRIDAY
    return WEEKDAYS[day.weekday()] == FIRST_OF.get(kind, kind)
