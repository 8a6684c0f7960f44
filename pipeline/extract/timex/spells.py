"""Normalisers of lengths of time, and of times counted from the paper's own day."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.extract.timex.dates import weekday_of
from pipeline.extract.timex.periods import ORDINALS, SEASONS, part_of
from pipeline.extract.timex.value import TimeValue, month_of, number_of
from pipeline.model.record import Mod

DURATIONS = {
    "sec": (1, "T{}S"), "min": (1, "T{}M"), "hou": (1, "T{}H"), "day": (1, "{}D"), "wee": (1, "{}W"), "for": (2, "{}W"), "mon": (1, "{}M"),
    "qua": (3, "{}M"), "ter": (4, "{}M"), "yea": (1, "{}Y"), "dec": (10, "{}Y"), "cen": (100, "{}Y"),
    "hr": (1, "T{}H"), "wk": (1, "{}W"), "mth": (1, "{}M"), "yr": (1, "{}Y"),
}  # fmt: skip
UNITS = {"day": "DAY", "wee": "WEEK", "for": "WEEK", "mon": "MONTH", "qua": "QUARTER", "yea": "YEAR", "ter": "TERM"}
UNITS |= {"dec": "DECADE", "cen": "CENTURY", "qtr": "QUARTER"}
SIDES = {
    "next": "NEXT",
    "coming": "NEXT",
    "following": "NEXT",
    "new": "NEXT",
    "forthcoming": "NEXT",
    "upcoming": "NEXT",
    "last": "LAST",
    "past": "LAST",
}
SIDES |= {"previous": "LAST", "preceding": "LAST"}
HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
PART = re.compile(r"(?:\A|[ ,])([\w -]+?) (years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b", re.IGNORECASE)
UNITS_IN_ORDER = ("{}Y", "{}M", "{}W", "{}D", "T{}H", "T{}M", "T{}S")
APPROXIMATE = re.compile(r"\b(?:about|around|approximately|almost|nearly|roughly|some|circa|c)\b|~", re.IGNORECASE)


def duration(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A length of time; a half is six months, twelve hours or thirty minutes of the unit that has them."""
    number, (factor, shape) = number_of(match["count"]), DURATIONS[match["unit"].lower()[:3]]
    text = shape.format(int(number) * factor if number.isdigit() else "X")
    mod: Mod | None = "APPROX" if APPROXIMATE.search(match["about"] or "") else None
    if match.groupdict().get("half"):
        text += {"Y": "6M", "D": "T12H", "H": "30M", "M": "30S" if text[0] == "T" else "15D"}.get(text[-1], "")
    return TimeValue("DURATION", f"P{text}", mod)


def half_of(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Half an hour, half a year."""
    return TimeValue("DURATION", HALVES[match["unit"].lower()])


def length_in_parts(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Years, months and days that are one length, the largest unit first."""
    parts = [(number_of(count), DURATIONS[unit[:3].lower()][1]) for count, unit in PART.findall(match[0])]
    order = [UNITS_IN_ORDER.index(shape) for _, shape in parts]
    if order != sorted(set(order)):
        return None
    texts = [shape.format(number) for number, shape in parts]
    hours = "".join(text[1:] for text in texts if text[0] == "T")
    return TimeValue("DURATION", f"P{''.join(text for text in texts if text[0] != 'T')}{hours and 'T' + hours}")


def shift(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """So many units before or after the paper's own day, in the unit it is counted in."""
    number, name = value.get("count") or number_of(match["count"]), match["unit"].lower()[:3]
    if not number.isdigit():
        return TimeValue("DATE", value.get("vague"))
    factor = 2 if name == "for" else 1
    return TimeValue("DATE", f"PRESENT-{UNITS[name]}{value['sign']}{int(number) * factor}")


def side(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """This, next or last day, week, month, quarter, season or year, and parts of it."""
    groups = match.groupdict()
    which = _side(groups.get("side"))
    if groups.get("weekday"):
        return TimeValue("DATE", f"{which}-W{weekday_of(groups['weekday'])}", part_of(match))
    if groups.get("season"):
        return TimeValue("DATE", f"{which}-{SEASONS[groups['season'].lower()]}", part_of(match))
    if groups.get("month"):
        month = month_of(groups["month"])
        return TimeValue("DATE", f"{which}-{month:02}", part_of(match)) if month else None
    unit = value.get("unit") or UNITS[groups["unit"].lower()[:3]]
    return TimeValue("DATE", f"{which}-{unit}", part_of(match))


def of_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A month, a season or a quarter of this, next or last year."""
    which = _side(match["side"])
    if match["season"]:
        return TimeValue("DATE", f"{which}-YEAR:{SEASONS[match['season'].lower()]}", part_of(match))
    if match["ordinal"]:
        return TimeValue("DATE", f"{which}-YEAR:Q{ORDINALS[match['ordinal'].lower()[:3]]}", part_of(match))
    month = month_of(match["month"])
    return TimeValue("DATE", f"{which}-YEAR:{month:02}", part_of(match)) if month else None


def weekday_of_week(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Tuesday of next week."""
    groups = match.groupdict()
    which = _side(groups["side"] or groups["side_before"])
    return TimeValue("DATE", f"{which}-WEEK:{weekday_of(groups['weekday'] or groups['weekday_behind'])}")


def fixed(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A value that the rule itself names, and the part of it that the words before it do."""
    return TimeValue(value.get("type", "DATE"), value["timex"], value.get("mod") or part_of(match))


def _side(words: str | None) -> str:
    return SIDES.get(words.lower().split()[-1], "PRESENT") if words else "PRESENT"
