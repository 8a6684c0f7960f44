"""Normalisers of what comes back, as iCalendar rules, and of what has neither end nor calendar."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.extract.timex.dates import WEEKDAYS, weekday_of
from pipeline.extract.timex.periods import ORDINALS
from pipeline.extract.timex.value import TimeValue, month_of, number_of

FREQUENCIES = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY", "y": "YEARLY"}
UNITS = {
    "day": (1, "D"), "dai": (1, "D"), "wee": (1, "W"), "for": (2, "W"), "mon": (1, "M"), "qua": (3, "M"), "ter": (4, "M"),
    "yea": (1, "Y"), "ann": (1, "Y"),
}  # fmt: skip
ADVERBS = {
    "annual": (1, "Y"), "yearly": (1, "Y"), "quarterly": (3, "M"), "monthly": (1, "M"), "weekly": (1, "W"), "termly": (4, "M"),
    "biannual": (6, "M"), "halfyearly": (6, "M"), "fortnightly": (2, "W"), "daily": (1, "D"), "biennial": (2, "Y"), "bimonthly": (2, "M"),
    "perannum": (1, "Y"), "triennial": (3, "Y"), "biweekly": (2, "W"), "semiannual": (6, "M"),
}  # fmt: skip
PLACES = {"other": "2", "second": "2", "alternate": "2", "alternating": "2", "third": "3", "fourth": "4", "fifth": "5"}


def recurrence(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A recurrence that the rule itself names."""
    return TimeValue("SET", value["timex"], rrule=value["rrule"], relation="recurring")


def every_weekday(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Every Friday."""
    number = weekday_of(match["weekday"])
    rrule = f"FREQ=WEEKLY;BYDAY={WEEKDAYS[number - 1].upper()}"
    return TimeValue("SET", f"XXXX-WXX-{number}", rrule=rrule, relation="recurring")


def counted_recurrence(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A recurrence with the number of its occurrences."""
    return TimeValue("SET", value["timex"], rrule=f"{value['rrule']};COUNT={number_of(match['count'])}", relation="recurring")


def every_so_many(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Every so many days, weeks, months, quarters, terms or years; every other is every second."""
    groups = match.groupdict()
    word, unit = groups["count"] or groups["count_before"], groups["unit"] or groups["unit_behind"]
    count = PLACES.get(word.lower()) or number_of(word)
    return _every(int(count), *UNITS[unit.lower()[:3]]) if count.isdigit() and count != "0" else None


def every_other(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Alternate years; every other Friday."""
    weekday = match["weekday"] or match["other_weekday"]
    if weekday is None:
        return every_so_many(match, value)
    number = weekday_of(weekday)
    rrule = f"FREQ=WEEKLY;INTERVAL=2;BYDAY={WEEKDAYS[number - 1].upper()}"
    return TimeValue("SET", f"XXXX-WXX-{number}", rrule=rrule, relation="recurring")


def nth_of_each_month(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The first Tuesday of each month."""
    ordinal, weekday = match["nth"].lower()[:3], WEEKDAYS[weekday_of(match["weekday"]) - 1].upper()
    count = -1 if ordinal in ("las", "fin") else ORDINALS[ordinal]
    return TimeValue("SET", "P1M", rrule=f"FREQ=MONTHLY;BYDAY={count}{weekday}", relation="recurring")


def times_in(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """So many times a year or a month: as often as fits a whole number of months or weeks, else as often as the unit comes."""
    times, (_, unit) = int(number_of(match["times"] or match["twice"])), UNITS[(match["unit"] or match["adverb"]).lower()[:3]]
    whole, smaller = {"Y": (12, "M"), "M": (4, "W"), "W": (7, "D")}.get(unit, (1, unit))
    return _every(whole // times, 1, smaller) if times and whole % times == 0 and whole > 1 else _every(1, 1, unit)


def so_much_of_each(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Two days a week: how much of each unit, which comes as often as the unit does."""
    return _every(1, *UNITS[match["unit"].lower()[:3]])


def yearly_day(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A month, or a day of a month, of every year."""
    month, day = month_of(match["month"]), match.groupdict().get("day")
    if month is None:
        return None
    rrule = f"FREQ=YEARLY;BYMONTH={month}" + (f";BYMONTHDAY={int(day)}" if day else "")
    return TimeValue("SET", f"XXXX-{month:02}" + (f"-{int(day):02}" if day else ""), rrule=rrule, relation="recurring")


def recurring_cell(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """An adjective that is all a cell says."""
    word = _plain(match["word"])
    return _every(1, *ADVERBS[word if word in ADVERBS else word.removesuffix("ly")])


def recurring_unit(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Every day, fortnight or term, or the adverb of one."""
    return _every(1, *UNITS[next(word for word in match.groups() if word).lower()[:3]])


def so_many_ly(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Five-yearly, two-monthly, biennially."""
    return every_so_many(match, value) if match["count"] else recurring_cell(match, value)


def ongoing(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """All the time."""
    return TimeValue("DURATION", None, relation="ongoing")


def without_calendar(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A time that no calendar tells."""
    return TimeValue("DATE", None)


def _plain(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower())


def _every(count: int, factor: int, unit: str) -> TimeValue:
    """Every so many units, as TIMEX3 and as a rule."""
    number, frequency = count * factor, FREQUENCIES[unit.lower()]
    if unit == "M" and number % 12 == 0:
        return _every(number // 12, 1, "Y")
    rrule = f"FREQ={frequency}" + (f";INTERVAL={number}" if number > 1 else "")
    return TimeValue("SET", f"P{number}{unit}", rrule=rrule, relation="recurring")
