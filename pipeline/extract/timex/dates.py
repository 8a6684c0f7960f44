"""Normalisers of days, months, feasts and weeks of the calendar."""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from pipeline.extract.timex.moving import settled
from pipeline.extract.timex.periods import ORDINALS
from pipeline.extract.timex.value import TimeValue, month_of, year_of

LEAP_YEAR = 2000
DAYS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
KINDS = {"day": "DY", "working day": "WD", "week": "WK", "weekend": "WN"}
WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


def date(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Day, month and year, as far as they are printed; a day that no calendar has says so."""
    groups = match.groupdict()
    if groups.get("near_year"):
        return month_of_near_year(match)
    name, figure = groups.get("month") or groups.get("first_month") or groups.get("month_behind"), groups.get("figure_month")
    day = day_in_words(groups["day_word"]) if groups.get("day_word") else groups.get("day") or groups.get("day_behind")
    year = year_of(groups.get("year") or groups.get("short_year") or groups.get("year_behind"))
    month = int(figure) if figure else month_of(name, is_dated=bool(day and year.isdigit()))
    if month is None:
        return None if name or day else TimeValue("DATE", year)
    if not _exists(year, month, int(day or 1)):
        return TimeValue("DATE", None, reason=f"no such day: {match[0]}")
    return TimeValue("DATE", "-".join([year, f"{month:02}", *([f"{int(day):02}"] if day else [])]))


def month_of_near_year(match: re.Match[str]) -> TimeValue | None:
    """A month and two figures, which the paper's own year makes a year or a day, and the month that it lasts from."""
    groups = match.groupdict()
    first, last, year = month_of(groups.get("first")), month_of(match["month"]), int(match["near_year"])
    if last is None:
        return None
    begins = f"XX{int(groups['first_near_year'] or year - (first > last)):02}-{first:02}/" if first else ""
    return TimeValue("DATE", f"{begins}XX{year:02}-{last:02}")


def day_in_words(word: str) -> str:
    """The day of a month in figures.

    >>> day_in_words("twenty-first"), day_in_words("thirtieth"), day_in_words("Ninth")
    ('21', '30', '9')
    """
    *tens, unit = re.split("[ -]", word.lower())
    if unit in ("twentieth", "thirtieth"):
        return "20" if unit == "twentieth" else "30"
    return str({"twenty": 20, "thirty": 30}.get("".join(tens), 0) + DAYS.index(unit) + 1)


def days(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """From one day to another; the first takes month and year of the last unless it has its own."""
    last = date(match, value)
    month = month_of(match["first_month"] or match["month"])
    if _are_apart(match, match["first"], match["day"]):
        return None
    if last is None or last.timex is None or month is None:
        return last
    year = match["first_year"] or last.timex[:4]
    if year == last.timex[:4] != "XXXX" and not match["first_year"]:
        year = str(int(year) - (f"{month:02}" > last.timex[5:7]))
    if not _exists(year, month, int(match["first"])):
        return TimeValue("DATE", None, reason=f"no such day: {match[0]}")
    first = f"{year}-{month:02}-{int(match['first']):02}"
    return TimeValue("DATE", f"{first}/{last.timex}") if first <= last.timex else None


def months(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """From one month to another; the first takes the last one's year unless that would run backwards."""
    first, last, year = month_of(match["first"]), month_of(match["month"]), year_of(match.groupdict().get("year"))
    if first is None or last is None or (year != "XXXX" and _are_apart(match, first, last)):
        return None
    begin = match.groupdict().get("first_year")
    if begin is None and year != "XXXX":
        begin = str(int(year) - (first > last))
    first_month, last_month = f"{year_of(begin)}-{first:02}", f"{year}-{last:02}"
    return TimeValue("DATE", f"{first_month}/{last_month}") if year == "XXXX" or first_month < last_month else None


def _are_apart(match: re.Match[str], first: str | int, last: str | int) -> bool:
    """Whether `and` joins two days, or two months, that do not follow each other: these are two times, unless they stand after
    `between`."""
    is_between = "between" in (match[0] + match.string[: match.start()][-len("between ") :]).lower()
    return "and" in match[0].lower().split() and not is_between and int(last) != int(first) + 1


def feast(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A feast or bank holiday that the rule names by its month and day, or by a code, as `EA`, Easter Sunday."""
    name = match.groupdict().get("feast")
    day = value["days"][name.lower().replace("’", "'")] if name else value["day"]
    return TimeValue("DATE", settled(f"{year_of(match['year'])}-{day}"))


def nth(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The second Tuesday, the last week or the first working day of a month."""
    month, ordinal, unit = month_of(match["month"]), match["nth"].lower()[:3], match["unit"].lower()
    kind, count = KINDS.get(unit, unit[:2].upper()), -1 if ordinal in ("las", "fin") else ORDINALS[ordinal]
    return TimeValue("DATE", settled(f"{year_of(match['year'])}-{month:02}-{kind}{count}")) if month else None


def week(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The week that begins or ends on the day printed."""
    day = date(match, value)
    if day is None or day.timex is None:
        return day
    return TimeValue("DATE", f"P1W/{day.timex}" if match["ends"] else f"{day.timex}/P1W")


def weekday(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A day of the week without its date."""
    return TimeValue("DATE", f"XXXX-WXX-{weekday_of(match['weekday'])}")


def weekday_of(name: str) -> int:
    """The number of a day of the week, Monday being 1."""
    return WEEKDAYS.index(name[:2].lower()) + 1


def _exists(year: str, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(int(year) if year.isdigit() else LEAP_YEAR, month)[1]
