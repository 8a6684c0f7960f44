"""What a printed time says before anything is known of its paper: the first of the two steps.

`timex` is a TIMEX3 value, or lacks what the paper must tell:

| written | means |
| --- | --- |
| `XXXX-08-11` | a year left out |
| `XX24-03` | March of 2024, if that is near the paper's own year, else the 24th of March |
| `XXXX-05-14/P1W`, `P1W/XXXX-05-18` | the week that begins, or ends, on a day |
| `FY2020`, `FYXXXX-Q2` | a financial year by its first calendar year; a quarter of the plan's own |
| `AY2012`, `AY2012-T2` | an academic year, September to August, and its second term |
| `XXXX-WXX-5`, `XXXX-EA`, `XXXX-EA+1` | a Friday; an Easter Sunday, the Monday after it |
| `XXXX-BE`, `XXXX-BS`, `XXXX-BA` | the early May, spring and August bank holidays |
| `XXXX-10-MO1`, `XXXX-03-WK-1` | the first Monday of October; the last week of March; also `WN`, weekend, `DY`, day, `WD`, working day |
| `PRESENT-MONTH+3`, `NEXT-SU`, `LAST-06` | counted from the paper's own day: in three months, next summer, last June |
| `PRESENT-YEAR`, `NEXT-YEAR` | the year of the paper's plan, and the one after it |
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pipeline.model.record import Mod, Relation, TimexType

MONTHS = {
    name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
SMALL += ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: number for number, word in enumerate(SMALL)} | {word: 10 * number for number, word in enumerate(TENS, 2)}
ARTICLES = frozenset({"a", "an"})
MULTIPLES = {"couple": 2, "dozen": 12, "hundred": 100, "thousand": 1000}
NUMBERS |= {"once": 1, "twice": 2} | MULTIPLES
VERBS = frozenset({"may", "march"})
SHORTEST_IN_LOWER_CASE = 4
FIRST_OF_1900 = 60
RANGE = re.compile(r" (?:to|or) |(?<=\d) ?[-–] ?(?=\d)")
RELATIVE = ("PRESENT-", "NEXT-", "LAST-")
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


class TimeValue(NamedTuple):
    """A time as written; `timex` is None where no calendar tells it, and `reason` then says why, if it is not the words themselves.

    `mod` is START, MID or END where only that part is meant; `relation` is set where the words themselves are one.
    """

    type: TimexType
    timex: str | None
    mod: Mod | None = None
    rrule: str | None = None
    relation: Relation | None = None
    reason: str | None = None

    @property
    def has_days(self) -> bool:
        """Whether the calendar and the paper's own dates could tell its days."""
        return (
            self.type == "DATE" and self.timex is not None and not self.timex.startswith(("XXXX-W", "BC")) and self.timex not in REFERENCES
        )

    @property
    def is_open(self) -> bool:
        """Whether it needs no preposition to be a deadline: a time counted from the paper's own, a weekday, a length of time."""
        timex = self.timex or ""
        return self.type == "SET" or timex.startswith((*RELATIVE, "XXXX-W", "P")) or (timex.startswith("FYXXXX") and "-Q" not in timex)


Normaliser = Callable[[re.Match[str], Mapping[str, Any]], TimeValue | None]


def month_of(name: str | None, is_dated: bool = False) -> int | None:
    """The number of a month; in lower case `may` and `march` are verbs and what is cut short is hardly one, unless it `is_dated` by
    day and year."""
    if not name or (name.islower() and not is_dated and (name in VERBS or len(name) < SHORTEST_IN_LOWER_CASE)):
        return None
    return MONTHS.get(name[:3].lower())


def year_of(year: str | None) -> str:
    """The year in four figures; `XXXX` where it is left out. Of two figures, 60 and more are of the last century."""
    digits = (year or "").strip("'’")
    if len(digits) == 2:
        return f"{'19' if int(digits) >= FIRST_OF_1900 else '20'}{digits}"
    return digits or "XXXX"


def number_of(words: str) -> str:
    """The figure that a count in words or figures is, of two the last; `X` where it names none, as `several`.

    >>> number_of("twenty-six"), number_of("a couple of"), number_of("12"), number_of("few"), number_of("two to three")
    ('26', '2', '12', 'X', '3')
    >>> number_of("two dozen"), number_of("five hundred and twelve"), number_of("a thousand one hundred")
    ('24', '512', '1100')
    """
    parts = re.findall(r"\d+|[a-z]+", RANGE.split(words.lower())[-1])
    if parts and parts[0].isdigit():
        return str(int(parts[0]))
    known = [part for part in parts if part in NUMBERS and part not in ARTICLES]
    if not known:
        return "X" if "few" in parts or ARTICLES.isdisjoint(parts) else "1"
    thousands = number = 0
    for word in known:
        number = max(number, 1) * NUMBERS[word] if word in MULTIPLES else number + NUMBERS[word]
        if word == "thousand":
            thousands, number = number, 0
    return str(thousands + number)
