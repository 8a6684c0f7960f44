"""The arithmetic of time: which days a TIMEX3 value covers. Knows no text."""

import re
from calendar import monthrange
from datetime import date

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {"START": (1, 4), "MID": (5, 8), "END": (12, 12)}
VALUE = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|(SP|SU|FA|WI)|Q([1-4])))?")


def days_covered(timex: str, part: str | None = None) -> tuple[date, date]:
    """First and last day, both inclusive, of a TIMEX3 date or of an interval `first/last`.

    `part` narrows it: START, MID or END of a year end on 30 April, 31 August and 31 December; of a month with the month.
    Raises ValueError for a day that no calendar has, and for a value whose year is not known.

    >>> days_covered("2020-10")[1].isoformat(), days_covered("2020-FA")[1].isoformat(), days_covered("2020", "END")[0].isoformat()
    ('2020-10-31', '2020-11-30', '2020-12-01')
    """
    if "/" in timex:
        first, last = timex.split("/")
        return days_covered(first)[0], days_covered(last)[1]
    match = VALUE.fullmatch(timex)
    if match is None:
        raise ValueError(f"{timex} is no date of the calendar")
    year, month, day, season, quarter = int(match[1]), match[2], match[3], match[4], match[5]
    if season:
        return _season(year, season)
    if quarter:
        return _months(year, 3 * int(quarter) - 2, 3 * int(quarter))
    if day:
        return (date(year, int(month), int(day)),) * 2
    if month:
        return _months(year, int(month), int(month))
    return _months(year, *PARTS[part]) if part else _months(year, 1, 12)


def financial_year(year: int, month: int) -> str:
    """The interval of the financial year that begins in `month` of `year`: April in Britain, July in Australia.

    >>> financial_year(2020, 4), financial_year(2020, 1)
    ('2020-04/2021-03', '2020-01/2020-12')
    """
    return f"{year}-{month:02}/{year + (month > 1)}-{(month + 10) % 12 + 1:02}"


def financial_quarter(year: int, quarter: int, month: int) -> str:
    """The calendar quarter that is the `quarter`-th of the financial year begun in `month` of `year`.

    >>> financial_quarter(2026, 3, 4), financial_quarter(2026, 4, 4)
    ('2026-Q4', '2027-Q1')
    """
    index = (month - 1) // 3 + quarter - 1
    return f"{year + index // 4}-Q{index % 4 + 1}"


def nearest_year(month: int, anchor: date) -> int:
    """The year that brings the month nearest to the anchor; of two as near the later, since promises look ahead."""
    years = (anchor.year + 1, anchor.year, anchor.year - 1)
    return min(years, key=lambda year: abs((year - anchor.year) * 12 + month - anchor.month))


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _season(year: int, season: str) -> tuple[date, date]:
    """Meteorological seasons; winter runs into the February of the next year."""
    first, last = SEASONS[season]
    end_year = year + (last < first)
    return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
