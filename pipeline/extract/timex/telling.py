"""Normalisers of times that tell rather than promise: hours, bare years, decades, the past and the present."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.extract.timex.dates import date, weekday_of
from pipeline.extract.timex.periods import part_of
from pipeline.extract.timex.value import SMALL, TENS, TimeValue, number_of

PARTS_OF_DAY = {"mor": "MO", "aft": "AF", "eve": "EV", "nig": "NI", "noo": "12:00", "mid": "24:00"}
DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}
MINUTES = {"full": 0, "five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
DECADES = ("twe", "thi", "for", "fif", "six", "sev", "eig", "nin")
WORD_YEAR = {word: number for number, word in enumerate(SMALL) if number} | {word: 10 * number for number, word in enumerate(TENS, 2)}


def year_alone(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A calendar year, and the part of it that is meant."""
    return TimeValue("DATE", match["year"], part_of(match))


def spoken_year(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A year in words, as `nineteen ninety-six`."""
    century = 100 * int(number_of(match["century"])) if match["century"] else 2000
    rest = sum(WORD_YEAR[word] for word in re.findall(r"[a-z]+", (match["rest"] or "").lower()))
    return TimeValue("DATE", str(century + rest))


def year_before_christ(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A year before Christ, as the standard writes it."""
    return TimeValue("DATE", f"BC{int(match['year']):04}")


def decade_in_words(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A decade of the last century by its word, as `the sixties`."""
    return TimeValue("DATE", f"19{DECADES.index(match['tens'].lower()[:3]) + 2}", part_of(match))


def decade(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A decade by its first three figures; of two figures it is of the last century."""
    return TimeValue("DATE", (match["first"] or "19") + match["tens"], part_of(match))


def century(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A century by its first two figures, with `BC` before them where it was before Christ."""
    return TimeValue("DATE", f"{'BC' if match['before'] else ''}{int(match['ordinal']) - 1:02}", part_of(match))


def clock(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """A time of day, with its date where one stands beside it."""
    hour, minute = int(match["hour"]), match["minute"] or match["minute_behind_stop"] or "00"
    half = (match["half"] or "").lower()
    if hour > (12 if half else 23) or int(minute) > 59:
        return None
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    return TimeValue("TIME", f"{_day(match)}T{hour:02}:{minute}")


def clock_of_24_hours(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Hours and minutes by the clock of 24 hours."""
    is_time = int(match["hour"]) < 24 or match["hour"] + match["minute"] == "2400"
    return TimeValue("TIME", f"{_day(match)}T{match['hour']}:{match['minute']}") if is_time else None


def clock_in_words(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Half past seven; ten minutes to three."""
    word = (match["hour"] or match["full_hour"]).lower()
    hour = {"noon": 12, "midnight": 24}.get(word) or int(number_of(word))
    minutes = MINUTES[(match["minutes"] or "full").lower().split()[0]]
    if hour > 12 and word != "midnight":
        return None
    total = 60 * (hour % 12 if match["half"] else hour) + 720 * (match["half"] or "").lower().startswith("p")
    total += -minutes if (match["side"] or "").lower() == "to" else minutes
    return TimeValue("TIME", f"{_day(match)}T{total // 60 % 24:02}:{total % 60:02}")


def part_of_day(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Morning, afternoon, evening or night of a day."""
    return TimeValue("TIME", f"{_day(match)}T{PARTS_OF_DAY[match['time'].lower()[:3]]}")


def point_of_day(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Midnight, noon, or the night of today."""
    return TimeValue("TIME", "PRESENT-DAY+0TNI") if match["tonight"] else part_of_day(match, value)


def last_quarter(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """The quarter that news is about: the one just over, unless it says the current one."""
    return TimeValue("DATE", "PRESENT-QUARTER" if match["current"] else "LAST-QUARTER")


def named_day(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Today, yesterday or tomorrow, and the day before or after it."""
    *beside, name = match["name"].lower().split()
    return TimeValue("DATE", f"PRESENT-DAY{DAYS[name] + ('after' in beside) - ('before' in beside):+}")


def every_part_of_day(match: re.Match[str], value: Mapping[str, Any]) -> TimeValue | None:
    """Every morning: what comes back each day."""
    return TimeValue("SET", f"XXXX-XX-XXT{PARTS_OF_DAY[match['time'].lower()[:3]]}", rrule="FREQ=DAILY", relation="recurring")


def _day(match: re.Match[str]) -> str:
    """The day that a time of day belongs to, as written."""
    groups = match.groupdict()
    if groups.get("month") or groups.get("figure_month"):
        day = date(match, {})
        return day.timex if day and day.timex else "XXXX-XX-XX"
    if groups.get("name"):
        return f"PRESENT-DAY{DAYS[groups['name'].lower()]:+}"
    return f"XXXX-WXX-{weekday_of(groups['weekday'])}" if groups.get("weekday") else "XXXX-XX-XX"
