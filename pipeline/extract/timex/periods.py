"""Normalisers of seasons, terms, quarters, years of every kind, and parts of them."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.extract.timex.value import TimeValue, month_of, number_of, year_of
from pipeline.model.record import Mod

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
TERMS = {"autumn": 1, "michaelmas": 1, "spring": 2, "summer": 3}
PARTS: dict[str, Mod] = {
    "early": "START", "beginning": "START", "start": "START", "begining": "START",
    "mid": "MID", "middle": "MID",
    "late": "END", "latter": "END", "later": "END", "end": "END", "close": "END", "ending": "END", "last": "END",
}  # fmt: skip
ORDINALS = {"fir": 1, "sec": 2, "thi": 3, "fou": 4, "las": 4, "fin": 4, "lat": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"h1": 1, "h2": 2}
LONGEST_RANGE = 60
LONGEST_PLAN = 5
BEGINS_IN = 4
MONTHS_OF_YEAR = 12


def season(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A season and its year; of a year that runs over two, spring and summer fall into the second."""
    groups = match.groupdict()
    code, first_year = SEASONS[match["season"].lower()], groups.get("first_year")
    year = str(int(first_year) + (code in ("SP", "SU"))) if first_year else year_of(groups.get("year") or groups.get("short_year"))
    return TimeValue("DATE", f"{year}-{code}", part_of(match))


def seasons(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """From one season to another."""
    first, last = SEASONS[match["first"].lower()], SEASONS[match["last"].lower()]
    return TimeValue("DATE", f"{match['first_of'] or match['last_of']}-{first}/{match['last_of']}-{last}")


def term(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A school term: of the academic year it names, or of the one that the calendar year puts it in."""
    number = TERMS[match["term"].lower()]
    year = _pair(match)
    if year is None:
        calendar_year = year_of(match["calendar_year"])
        year = calendar_year if calendar_year == "XXXX" or number == 1 else str(int(calendar_year) - 1)
    return TimeValue("DATE", f"AY{year}-T{number}", part_of(match))


def academic_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A school year, by its first calendar year."""
    year = _pair(match)
    return TimeValue("DATE", f"AY{year}", part_of(match)) if year else None


def quarter(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A quarter of the financial year, or of the calendar year where one year alone is printed; of the plan's own where none is. Several
    quarters are a range."""
    groups = match.groupdict()
    number = int(number_of(groups["quarter"])) if groups.get("quarter") else ORDINALS[groups["ordinal"].lower()[:3]]
    year = groups.get("calendar_year") or (_pair(match) if groups.get("next") else "XXXX")
    if not year:
        return None
    of = f"{'' if groups.get('calendar_year') else 'FY'}{year}-Q"
    first = f"{of}{groups['first_quarter']}/" if groups.get("first_quarter") else ""
    return TimeValue("DATE", f"{first}{of}{number}", part_of(match))


def half(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The first or second half of a calendar or financial year."""
    number = min(ORDINALS[match["half"].lower()[:3]], 2)
    if match["calendar_year"]:
        return TimeValue("DATE", f"{match['calendar_year']}-H{number}")
    year = _pair(match)
    return TimeValue("DATE", f"FY{year}-H{number}") if year else None


def financial_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Two years that follow each other."""
    year = _pair(match)
    return TimeValue("DATE", f"FY{year}", part_of(match)) if year else None


def year_ending(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A financial year by the calendar year that it ends in."""
    return TimeValue("DATE", f"FY{int(year_of(match['ends_in'])) - 1}", part_of(match))


def month_of_financial_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A month of a British financial year: from April in the first of its two years, else in the second."""
    year, month = _pair(match), month_of(match["month"])
    return TimeValue("DATE", f"{int(year) + (month < BEGINS_IN)}-{month:02}") if year and month else None


def financial_years(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """From one financial year to another."""
    first, last = int(match["year"]), int(match["last"])
    return TimeValue("DATE", f"FY{first}/FY{last}") if first < last <= first + LONGEST_RANGE else None


def financial_years_by_ends(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The financial years between two calendar years, the first and the last of a plan; two that follow each other are but one."""
    first, last = int(match["year"]), int(year_of(match["last"]))
    return TimeValue("DATE", f"FY{first}/FY{last - 1}") if first + 1 < last <= first + LONGEST_PLAN else None


def years(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Two calendar years, the first before the last."""
    first, last = match["year"], match["last"]
    if len(last) == 2:
        last = first[:2] + last
    return TimeValue("DATE", f"{first}/{last}") if int(first) < int(last) <= int(first) + LONGEST_RANGE else None


def months_of_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The first or the last so many months of a calendar year."""
    count, year = int(number_of(match["count"])), match["year"]
    if not 1 <= count <= MONTHS_OF_YEAR:
        return None
    first = 1 if match["which"].lower() == "first" else MONTHS_OF_YEAR + 1 - count
    return TimeValue("DATE", f"{year}-{first:02}/{year}-{first + count - 1:02}")


def part_of_date(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Early, mid, late or end of a month or year."""
    if match["alone"]:
        return TimeValue("DATE", match["alone"], part_of(match))
    month = month_of(match["month"])
    return TimeValue("DATE", f"{year_of(match['year'] or match['short_year'])}-{month:02}", part_of(match)) if month else None


def part_of(match: re.Match[str]) -> Mod | None:
    """The part that the words before a time narrow it to; None where they do not."""
    part = match.groupdict().get("part")
    words = re.findall(r"[a-z]+", part.lower()) if part else []
    return next((PARTS[word] for word in words if word in PARTS), None)


def _pair(match: re.Match[str]) -> str | None:
    """The first of two years that follow each other; None where they do not."""
    first, second = match.groupdict().get("year"), match.groupdict().get("next")
    if not first or not second:
        return None
    year = int(first) if len(first) == 4 else 2000 + int(first)
    follows = str(year + 1).endswith(second)
    return str(year) if follows and len(first) >= len(second) else None
