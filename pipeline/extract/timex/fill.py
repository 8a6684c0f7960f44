"""The second step: a value as written, with all filled in that the calendar and its paper tell."""

import re
from datetime import date
from typing import NamedTuple

from pipeline.extract.calendar import academic_year, days_covered, financial_quarter, financial_year, nearest_year, week_of
from pipeline.extract.timex.anchor import Anchor
from pipeline.extract.timex.moving import settled
from pipeline.extract.timex.relative import relative_value
from pipeline.extract.timex.value import RELATIVE, TimeValue

YEARLESS = re.compile(r"XXXX-(\d\d|[A-Z]{2}|Q\d)")
CODE_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12, "EA": 4, "BE": 5, "BS": 5, "BA": 8}
FINANCIAL = re.compile(r"FY(\d{4}|XXXX)([+-]\d)?(?:-(Q|H)(\d))?")
ACADEMIC = re.compile(r"AY(\d{4}|XXXX)(?:-T(\d))?")
LEAP_YEAR = 2000
NEAR_YEAR = re.compile(r"\bXX(\d\d)-(\d\d)")
YEARS_BEHIND, YEARS_AHEAD = 1, 5  # how far from its own year a paper's months of two-figure years lie
HALF_A_YEAR, AHEAD, A_YEAR = 6, 8, 11  # months; a dated paper looks ahead, and what is due by then, or a term, lies ahead
UNDATED = "the paper tells no date of its own to count from"
YEAR_UNKNOWN = "the paper tells no year for it"


class Resolved(NamedTuple):
    """A TIMEX3 value, and the day or interval of the paper it needed; or the `reason` why there is none."""

    timex: str | None
    anchor: str | None = None
    reason: str | None = None


def resolve_value(value: TimeValue, anchor: Anchor, ahead: int | None = None) -> Resolved:
    """The value with all that the paper implies filled in; a month without its year lies at most `ahead` months after the paper.

    >>> from datetime import date
    >>> resolve_value(TimeValue("DATE", "XXXX-08"), Anchor(date(2020, 5, 1))).timex
    '2020-08'
    """
    resolved = _filled(value.timex or "", anchor, ahead or (AHEAD if anchor.is_dated else HALF_A_YEAR))
    if resolved.timex is None:
        return resolved
    try:
        first, last = days_covered(resolved.timex)
    except (ValueError, OverflowError):  # 29 February of a year that is no leap year
        return Resolved(None, resolved.anchor, f"no such day: {resolved.timex}")
    return resolved._replace(timex=_week(first, last)) if "P1W" in resolved.timex else resolved


def _week(first: date, last: date) -> str:
    """A week that begins on a Monday by its number, any other by its days."""
    return week_of(first) if first.isoweekday() == 1 else f"{first.isoformat()}/{last.isoformat()}"


def _filled(timex: str, anchor: Anchor, ahead: int) -> Resolved:
    if timex.startswith(RELATIVE):
        return _relative(timex, anchor)
    if match := FINANCIAL.match(timex):
        return _financial(timex, match, anchor)
    if match := ACADEMIC.fullmatch(timex):
        return _academic(match, anchor)
    if NEAR_YEAR.match(timex):
        return _near_year(timex, anchor, ahead)
    if "XXXX" in timex:
        return _with_year(timex, anchor, ahead)
    return Resolved(timex)


def _relative(timex: str, anchor: Anchor) -> Resolved:
    """This year is the plan's where the paper has one, and so is the next where it has no date; all else is counted from its own date."""
    plan = anchor.plan_year
    if plan and timex == "PRESENT-YEAR":
        return Resolved(plan, plan)
    if plan and timex == "NEXT-YEAR" and not anchor.is_dated:
        first, last = days_covered(plan)
        return Resolved(financial_year(first.year + 1, first.month) if first.month > 1 else str(last.year + 1), plan)
    if anchor.day is None or not (anchor.is_dated or timex in ("PRESENT-YEAR", "NEXT-YEAR")):
        return Resolved(None, reason=UNDATED)
    value = relative_value(timex, anchor.day)
    return Resolved(value, anchor.day.isoformat(), None if value else UNDATED)


def _financial(timex: str, match: re.Match[str], anchor: Anchor) -> Resolved:
    if "/" in timex:
        return Resolved(_financial_range(timex, anchor.month))
    year, used = (int(match[1]), None) if match[1] != "XXXX" else _financial_year_of_paper(anchor)
    if year is None:
        return Resolved(None, reason=YEAR_UNKNOWN)
    year += int(match[2] or 0)
    if match[3] is None:
        return Resolved(financial_year(year, anchor.month) if anchor.month > 1 else str(year), used)
    number = int(match[4])
    quarters = [number] if match[3] == "Q" else [2 * number - 1, 2 * number]
    return Resolved("/".join(financial_quarter(year, quarter, anchor.month) for quarter in quarters), used)


def _financial_range(timex: str, month: int) -> str:
    """From the beginning of the first financial year or quarter to the end of the last; years begin in `month`."""
    sides = [
        financial_quarter(int(year), int(quarter), month) if quarter else financial_year(int(year), month)
        for year, quarter in re.findall(r"FY(\d{4})(?:-Q(\d))?", timex)
    ]
    return f"{sides[0].split('/')[0]}/{sides[-1].split('/')[-1]}"


def _financial_year_of_paper(anchor: Anchor) -> tuple[int, str] | tuple[None, None]:
    """The first calendar year of the plan's or the paper's own financial year, and what told it."""
    if plan := anchor.plan_year:
        first = days_covered(plan)[0]
        return first.year - (first.month < anchor.month), plan
    if anchor.day is None:
        return None, None
    return anchor.day.year - (anchor.day.month < anchor.month), anchor.day.isoformat()


def _academic(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, term = match[1], int(match[2]) if match[2] else None
    if year != "XXXX":
        return Resolved(academic_year(int(year), term))
    if anchor.day is None:
        return Resolved(None, reason=YEAR_UNKNOWN)
    last = days_covered(academic_year(LEAP_YEAR, term))[1]
    begins = nearest_year(last.month, anchor.day, ahead=A_YEAR) - (last.year - LEAP_YEAR)
    return Resolved(academic_year(begins, term), anchor.day.isoformat())


def _near_year(timex: str, anchor: Anchor, ahead: int) -> Resolved:
    """The month of a year of two figures, or the day of the month, by the paper's own year; the year where that is not known."""
    years = [int(f"20{year}") for year, _ in NEAR_YEAR.findall(timex)]
    if anchor.day is None or all(-YEARS_BEHIND <= year - anchor.day.year <= YEARS_AHEAD for year in years):
        return Resolved(timex.replace("XX", "20"), anchor.day.isoformat() if anchor.day else None)
    return _with_year(day_of_near_year(timex), anchor, ahead)


def day_of_near_year(timex: str) -> str:
    """The days that months of two-figure years are where their figures are no years.

    >>> day_of_near_year("XX24-03")
    'XXXX-03-24'
    """
    return NEAR_YEAR.sub(r"XXXX-\2-\1", timex)


def _with_year(timex: str, anchor: Anchor, ahead: int) -> Resolved:
    """The value with the year that brings its last month nearest to the paper; an earlier end of it never lies behind."""
    ends = YEARLESS.findall(timex)
    if anchor.day is None or not ends:
        return Resolved(None, reason=YEAR_UNKNOWN)
    year = nearest_year(_month(ends[-1]), anchor.day, ahead)
    first_year = year - (_month(ends[0]) > _month(ends[-1]))
    filled = timex.replace("XXXX", str(first_year), 1).replace("XXXX", str(year))
    return Resolved(settled(filled), anchor.day.isoformat())


def _month(code: str) -> int:
    return int(code) if code.isdigit() else 3 * int(code[1]) - 1 if code[0] == "Q" else CODE_MONTHS[code]
