"""The arithmetic of time: which days a TIMEX3 value covers. Knows no text."""

import re
from calendar import monthrange
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {"START": (1, 4), "MID": (5, 8), "END": (12, 12)}
TERMS = {1: (9, 12), 2: (1, 3), 3: (4, 7)}
VALUE = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|(SP|SU|FA|WI)|Q([1-4])|H([12])|W(\d{2})(-WE)?))?|(\d{3})")
WEEK = timedelta(days=6)
YEAR_OF_MONTHS = re.compile(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})")


def days_covered(timex: str, part: str | None = None) -> tuple[date, date]:
    """First and last day, both inclusive, of a TIMEX3 date, of an interval `first/last`, or of a week `first/P1W`, `P1W/last`.

    `part` narrows it: START, MID or END of a year end on 30 April, 31 August and 31 December, of twelve months that begin elsewhere as
    many months on; of all else with the whole. Raises ValueError for a day that no calendar has, and for a value whose year is not known.

    >>> days_covered("2020-10")[1].isoformat(), days_covered("2020-FA")[1].isoformat(), days_covered("2020", "END")[0].isoformat()
    ('2020-10-31', '2020-11-30', '2020-12-01')
    """
    if "/" in timex:
        return _interval(timex, part)
    match = VALUE.fullmatch(timex)
    if match is None:
        raise ValueError(f"{timex} is no date of the calendar")
    if match[9]:
        return date(int(match[9] + "0"), 1, 1), date(int(match[9] + "9"), 12, 31)
    year, month, day, season, quarter, half = int(match[1]), match[2], match[3], match[4], match[5], match[6]
    if match[7]:
        return _week(year, int(match[7]), match[8] is not None)
    if season:
        return _season(year, season)
    if quarter:
        return _months(year, 3 * int(quarter) - 2, 3 * int(quarter))
    if half:
        return _months(year, 6 * int(half) - 5, 6 * int(half))
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


def academic_year(year: int, term: int | None = None) -> str:
    """The interval of the school year begun in September of `year`, or of one of its three terms.

    >>> academic_year(2012), academic_year(2012, 3)
    ('2012-09/2013-08', '2013-04/2013-07')
    """
    if term is None:
        return f"{year}-09/{year + 1}-08"
    first, last = TERMS[term]
    return f"{year + (term > 1)}-{first:02}/{year + (term > 1)}-{last:02}"


def nearest_year(month: int, anchor: date, ahead: int = 6) -> int:
    """The year that puts the month at most `ahead` months after the anchor, and less than twelve months before that: of two as
    near, with the usual half a year, the later."""
    return anchor.year + (ahead - month + anchor.month) // 12


def months_on(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months on, or back where it is negative."""
    index = 12 * year + month - 1 + count
    return index // 12, index % 12 + 1


def week_of(day: date) -> str:
    """The ISO week that a day is in, as TIMEX3 writes it.

    >>> week_of(date(2012, 5, 14))
    '2012-W20'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _interval(timex: str, part: str | None) -> tuple[date, date]:
    first, last = timex.split("/")
    if last == "P1W":
        return days_covered(first)[0], days_covered(first)[0] + WEEK
    if first == "P1W":
        return days_covered(last)[1] - WEEK, days_covered(last)[1]
    match = YEAR_OF_MONTHS.fullmatch(timex)
    if part and match and months_on(int(match[1]), int(match[2]), 11) == (int(match[3]), int(match[4])):
        begin, end = (months_on(int(match[1]), int(match[2]), month - 1) for month in PARTS[part])
        return _months(*begin, begin[1])[0], _months(*end, end[1])[1]
    return days_covered(first)[0], days_covered(last)[1]


def _week(year: int, week: int, weekend: bool) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5) if weekend else monday, monday + WEEK


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _season(year: int, season: str) -> tuple[date, date]:
    """Meteorological seasons; winter runs into the February of the next year."""
    first, last = SEASONS[season]
    end_year = year + (last < first)
    return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
