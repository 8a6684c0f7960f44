"""The functions that rules/time names: a match becomes a time value that may still lack its year.

Each takes the match and the rule's fixed `value`, and returns None where the match only looks like a time.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pipeline.model.record import Relation, TimexType

MONTHS = {
    name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
NUMBERS = {word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)}
PARTS = {"early": "START", "beginning": "START", "start": "START", "mid": "MID", "late": "END", "end": "END", "close": "END"}
ORDINALS = {"fi": 1, "se": 2, "th": 3, "fo": 4, "la": 4, "1s": 1, "2n": 2, "3r": 3, "4t": 4}
FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
RECURRENCES = {
    "annual": ("P1Y", "FREQ=YEARLY"),
    "yearly": ("P1Y", "FREQ=YEARLY"),
    "quarterly": ("P3M", "FREQ=MONTHLY;INTERVAL=3"),
    "monthly": ("P1M", "FREQ=MONTHLY"),
    "weekly": ("P1W", "FREQ=WEEKLY"),
    "termly": ("P4M", "FREQ=MONTHLY;INTERVAL=4"),
    "biannual": ("P6M", "FREQ=MONTHLY;INTERVAL=6"),
    "fortnightly": ("P2W", "FREQ=WEEKLY;INTERVAL=2"),
    "daily": ("P1D", "FREQ=DAILY"),
}


class TimeValue(NamedTuple):
    """A time as written: `timex` with `XXXX` for a year left out, `FY2020` for a financial year by its first calendar year,
    PRESENT-YEAR and NEXT-YEAR; None without a calendar.

    `mod` is START, MID or END where only that part is meant; `relation` is set where the words themselves are one.
    """

    type: TimexType
    timex: str | None
    mod: str | None = None
    rrule: str | None = None
    relation: Relation | None = None


Normaliser = Callable[[re.Match[str], Mapping[str, Any]], TimeValue | None]


def date(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Day, month and year, as far as they are printed."""
    groups = match.groupdict()
    name, figure = groups.get("month"), groups.get("figure_month")
    month = int(figure) if figure else _month(name)
    year = _year(groups.get("year"))
    if month is None and (name or groups.get("day")):
        return None
    day = groups.get("day")
    if day and month and int(day) > monthrange(int(year) if year.isdigit() else 2000, month)[1]:
        return None
    return TimeValue("DATE", "-".join([year, *([f"{month:02}"] if month else []), *([f"{int(day):02}"] if day else [])]))


def season(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A season and its year."""
    code = SEASONS[match["season"].lower()]
    year = match["first_year"]
    if year:  # of a year that runs over two, spring and summer fall into the second
        return TimeValue("DATE", f"{int(year) + (code in ('SP', 'SU'))}-{code}")
    return TimeValue("DATE", f"{_year(match['year'])}-{code}")


def seasons(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """From one season to another."""
    first, last = SEASONS[match["first"].lower()], SEASONS[match["last"].lower()]
    return TimeValue("DATE", f"{match['first_of']}-{first}/{match['last_of']}-{last}")


def quarter(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A quarter of the financial year, or of the calendar year where one year alone is printed."""
    number = int(match["quarter"] or ORDINALS[match["ordinal"].lower()[:2]])
    if match["calendar_year"]:
        return TimeValue("DATE", f"{match['calendar_year']}-Q{number}")
    year = _pair(match)
    if year is None:
        return None
    return TimeValue("DATE", f"FY{year}-Q{number}")


def financial_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Two years that follow each other."""
    year = _pair(match)
    return TimeValue("DATE", f"FY{year}") if year else None


def years(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Two calendar years, the first before the last."""
    first, last = int(match["year"]), int(match["last"])
    return TimeValue("DATE", f"{first}/{last}") if first < last else None


def part_of_date(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Early, mid, late or end of a month or year."""
    word = re.sub(r"^the ", "", match["part"].lower()).split()[0].rstrip("- ")
    if match["alone"]:
        return TimeValue("DATE", match["alone"], PARTS[word])
    month = _month(match["month"])
    return TimeValue("DATE", f"{_year(match['year'])}-{month:02}", PARTS[word]) if month else None


def months(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """From one month to another; the first takes the last one's year unless that would run backwards."""
    first, last, year = _month(match["first"]), _month(match["month"]), _year(match["year"])
    if first is None or last is None:
        return None
    begin = int(match["first_year"] or year) - (not match["first_year"] and first > last)
    return TimeValue("DATE", f"{begin}-{first:02}/{year}-{last:02}")


def this_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The paper's year; `later this year` is the rest of it."""
    return TimeValue("DATE", "PRESENT-YEAR", "END" if match[0].lower().startswith("later") else None)


def next_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The year after the paper's."""
    return TimeValue("DATE", "NEXT-YEAR")


def year_end(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The last day of the paper's year."""
    return TimeValue("DATE", "PRESENT-YEAR", "END")


def recurrence(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A recurrence that the rule itself names."""
    return TimeValue("SET", value["timex"], rrule=value["rrule"], relation="recurring")


def counted_recurrence(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A recurrence with the number of its occurrences."""
    count = int(match["count"]) if match["count"].isdigit() else NUMBERS[match["count"].lower()]
    return TimeValue("SET", value["timex"], rrule=f"{value['rrule']};COUNT={count}", relation="recurring")


def every_so_many(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Every so many days, weeks, months or years; every other is every second."""
    word, unit = match["count"].lower(), match["unit"].lower()
    count = 2 if word == "other" else int(word) if word.isdigit() else NUMBERS[word]
    rrule = f"FREQ={FREQUENCIES[unit]};INTERVAL={count}"
    return TimeValue("SET", f"P{count}{unit[0].upper()}", rrule=rrule, relation="recurring") if count else None


def yearly_month(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A month of every year."""
    month = _month(match["month"])
    return TimeValue("SET", "P1Y", rrule=f"FREQ=YEARLY;BYMONTH={month}", relation="recurring") if month else None


def christmas(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """25 December."""
    return TimeValue("DATE", "XXXX-12-25")


def recurring_cell(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """An adjective that is all a cell says."""
    timex, rrule = RECURRENCES[match["word"].lower().replace("-", "")]
    return TimeValue("SET", timex, rrule=rrule, relation="recurring")


def ongoing(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """All the time."""
    return TimeValue("DURATION", None, relation="ongoing")


def without_calendar(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A time that no calendar tells."""
    return TimeValue("DATE", None)


NORMALISERS: dict[str, Normaliser] = {
    function.__name__: function
    for function in (
        date,
        season,
        seasons,
        quarter,
        financial_year,
        years,
        part_of_date,
        months,
        this_year,
        next_year,
        year_end,
        christmas,
        yearly_month,
        recurrence,
        every_so_many,
        counted_recurrence,
        recurring_cell,
        ongoing,
        without_calendar,
    )
}


def _month(name: str | None) -> int | None:
    """The number of a month that is printed with a capital; in lower case `may` and `march` are verbs."""
    return MONTHS.get(name[:3].lower()) if name and name[0].isupper() else None


def _year(year: str | None) -> str:
    digits = (year or "").strip("'’")
    return {0: "XXXX", 2: "20" + digits}.get(len(digits), digits)


def _pair(match: re.Match[str]) -> int | None:
    """The first of two years that follow each other; None where they do not."""
    first, second = match["year"], match["next"]
    year = int(first) if len(first) == 4 else 2000 + int(first)
    return (
        year
        if (year + 1) % 100 == int(second) % 100 and (len(second) == 2 or int(second) == year + 1) and len(first) >= len(second)
        else None
    )
