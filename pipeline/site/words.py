"""How facts are said to a reader: days, kinds and counts in plain words. The filters of our templates."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

from pipeline.site.recurrence import recurrence

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

FLAGS = {
    "duplicate": "Says the same as another",
    "duplicate_ref": "One reference, two actions",
    "ref_style": "References in two styles",
    "numbering_gap": "Gap in the numbering",
    "conflicting_deadline": "Conflicting dates",
    "name_variant": "One name, two printings",
    "no_deadline": "No date",
    "no_owner": "No owner",
    "vague_deadline": "Vague date",
    "target_without_value": "Target without a figure",
    "target_already_met": "Target already met",
    "broken_text": "Broken text",
    "past_deadline": "Date already past",
    "deadline_moved": "Date moved",
    "owner_changed": "Owner changed",
    "target_changed": "Target changed",
    "dropped": "Dropped",
}
"""What each kind of flag is called."""

STATES_OF_FLAGS = {
    "open": "To review",
    "changed": "Changed since its verdict",
    "lapsed": "Accepted until a day that is over",
    "confirmed": "Confirmed",
    "dismissed": "Dismissed",
    "merged": "Merged",
    "accepted": "Accepted for now",
}
"""How a flag stands by what auditors decided."""

DECISIONS = {"confirm": "Confirmed", "dismiss": "Dismissed", "merge": "Merged", "accept": "Accepted", "reopen": "Taken back"}
"""What an auditor has done with a flag."""

_YEAR, _YEARS = 365, 2  # days in a year; from so many years on, days say nothing to anybody
_DIRECTIONS = {"increase": "up to", "decrease": "down to", "reach": "reach"}
_COMPARATORS = {"at_least": "at least", "at_most": "at most", "more_than": "more than", "less_than": "less than", "about": "about"}


def day(iso: str | None) -> str:
    """A day, month or year as people write it.

    >>> day("2021-12-31"), day("2012-04"), day("2012"), day(None)
    ('31 December 2021', 'April 2012', '2012', '')
    """
    parts = (iso or "").split("T")[0].split("-")
    if len(parts) < 2:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def days(start: str | None, end: str | None) -> str:
    """The days from one to another, both inclusive; a whole month or year by its name.

    >>> days("2020-12-05", "2020-12-31"), days("2020-05-31", "2020-05-31"), days(None, "2020-05-31")
    ('5 December 2020 to 31 December 2020', '31 May 2020', '31 May 2020')
    >>> days("2020-02-01", "2020-02-29"), days("2020-01-01", "2020-12-31")
    ('February 2020', '2020')
    """
    whole = _whole(start, end)
    if whole:
        return day(whole)
    return f"{day(start)} to {day(end)}" if start and start != end else day(end)


def _whole(start: str | None, end: str | None) -> str:
    """The ISO month or year that begins with the one day and ends with the other; empty for all else."""
    if not start or not end or len(start) != 10 or len(end) != 10:
        return ""
    year, month = start[:4], start[:7]
    last = f"{month}-{monthrange(int(year), int(month[5:]))[1]}"
    return month if (start, end) == (f"{month}-01", last) else year if (start, end) == (f"{year}-01-01", f"{year}-12-31") else ""


def interval(anchor: str) -> str:
    """A day or an interval of days as the register writes it.

    >>> interval("2015-04-01/2016-03-31"), interval("2020-06")
    ('1 April 2015 to 31 March 2016', 'June 2020')
    """
    start, _, end = anchor.partition("/")
    return days(start, end) if end else day(start)


def away(iso: str | None, today: str | None) -> str:
    """How far a day lies from today; in whole years where they are several.

    >>> away("2020-12-31", "2020-12-01"), away("2020-11-30", "2020-12-01"), away("2020-12-01", "2020-12-01")
    ('in 30 days', '1 day ago', 'today')
    >>> away("2010-11-30", "2020-12-01")
    '10 years ago'
    """
    if not iso or not today:
        return ""
    apart = (date.fromisoformat(iso) - date.fromisoformat(today)).days
    length = count(abs(apart), "day") if abs(apart) < _YEARS * _YEAR else f"{abs(apart) // _YEAR} years"
    return "today" if not apart else f"in {length}" if apart > 0 else f"{length} ago"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "paper"), count(1200, "paper"), count(0, "body", "bodies")
    ('1 paper', '1,200 papers', '0 bodies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def flag_name(kind: str) -> str:
    """What a kind of flag is called."""
    return FLAGS.get(kind, plain(kind))


def state_name(state: str) -> str:
    """How a flag stands, in words."""
    return STATES_OF_FLAGS.get(state, plain(state))


def decided(decision: str) -> str:
    """What an auditor has done with a flag, in words."""
    return DECISIONS.get(decision, plain(decision))


def plain(word: str | None) -> str:
    """A name of ours as a reader would write it.

    >>> plain("under_way")
    'Under way'
    """
    return (word or "").replace("_", " ").capitalize()


def number(value: float | None) -> str:
    """A figure without needless decimals.

    >>> number(60.0), number(5.5), number(250000.0)
    ('60', '5.5', '250,000')
    """
    return "" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,}"


def aim(target: dict[str, Any]) -> str:
    """What a target says, in figures.

    >>> aim({"value": 2.0, "unit": "week", "direction": "decrease", "comparator": None})
    'down to 2 week'
    """
    direction = _DIRECTIONS.get(target["direction"], target["direction"])
    if target["value"] is None:
        return f"{target['direction']}, no figure given"
    told = [direction, _COMPARATORS.get(target["comparator"] or "", ""), number(target["value"])]
    unit = target["unit"] or ""
    return " ".join(part for part in told if part) + (unit if unit in ("%", "£") else f" {unit}".rstrip())


FILTERS: dict[str, Callable[..., str]] = {
    "day": day,
    "days": days,
    "interval": interval,
    "away": away,
    "count_of": count,
    "flag_name": flag_name,
    "decided": decided,
    "state_name": state_name,
    "plain": plain,
    "number": number,
    "aim": aim,
    "recurrence": recurrence,
}
