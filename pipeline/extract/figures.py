"""The functions that rules/quantity names: a match becomes a figure to reach, or a sum set aside.

Each takes the match and the rule's fixed `value`, and returns None where the match only looks like one.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pipeline.model.record import Direction

SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(WORDS)} | {"a dozen": 12, "twenty": 20}
SPENDING = re.compile(
    r"fund|invest|budget|cost|grant|allocat|spen[dt]|quot|purchas|expenditure|contribut|donat|payment|\bpay\b|\bpaid\b"
    r"|invoice|reimburs|sum of|provided",
    re.IGNORECASE,
)
CALENDAR_YEARS = range(1900, 2101)
SMALLEST = 1000
NEAR = 60


class Figure(NamedTuple):
    """A figure to reach; `group` is the one that matched its words."""

    value: float
    unit: str
    direction: Direction
    baseline: float | None = None
    group: str = "text"


class Sum(NamedTuple):
    """Money set aside, in whole units of the currency."""

    amount: float
    currency: str


Normaliser = Callable[[re.Match[str], Mapping[str, Any]], Figure | Sum | None]


def target_change(match: re.Match[str], value: Mapping[str, Any]) -> Figure:
    """So much more or less."""
    return Figure(_figure(match), value["unit"], "increase" if match["up"] else "decrease")


def target_reach(match: re.Match[str], value: Mapping[str, Any]) -> Figure:
    """So much, whatever it was before."""
    return Figure(_figure(match), value["unit"], "reach")


def target_count(match: re.Match[str], value: Mapping[str, Any]) -> Figure:
    """So many of something."""
    return Figure(_figure(match), unit_of(match["noun"]), "reach")


def target_standard(match: re.Match[str], value: Mapping[str, Any]) -> Figure | None:
    """How fast; where a share is to be served in that time, the share is the figure."""
    return None if "%" in match.string[: match.start()] else target_count(match, value)


def target_to(match: re.Match[str], value: Mapping[str, Any]) -> Figure | None:
    """To a figure, which is no year."""
    if int(_figure(match)) in CALENDAR_YEARS and not match["percent"]:
        return None
    direction: Direction = "increase" if match["up"] else "decrease" if match["down"] else "reach"
    return Figure(_figure(match), "%" if match["percent"] else unit_of(match["noun"] or ""), direction)


def target_from_to(match: re.Match[str], value: Mapping[str, Any]) -> Figure | None:
    """From a baseline to a figure."""
    baseline, figure = number(match["baseline"]), _figure(match)
    if (int(baseline) in CALENDAR_YEARS and int(figure) in CALENDAR_YEARS) or baseline == figure:
        return None
    unit = "%" if match["percent_two"] or match["percent"] else singular(match["unit_two"] or match["unit"] or "item")
    return Figure(figure, unit, "decrease" if figure < baseline else "increase", baseline)


def target_zero(match: re.Match[str], value: Mapping[str, Any]) -> Figure:
    """Nothing left."""
    return Figure(0, "item", "decrease")


def target_relative(match: re.Match[str], value: Mapping[str, Any]) -> Figure | None:
    """So much below or above."""
    if not match["below"] and not match["above"]:
        return None
    return Figure(_figure(match), "%", "decrease" if match["below"] else "increase")


def target_all(match: re.Match[str], value: Mapping[str, Any]) -> Figure:
    """All of something."""
    group = next(group for group in ("text", "text_two", "text_three") if match.groupdict().get(group))
    return Figure(100, "%", "reach", group=group)


def target_money(match: re.Match[str], value: Mapping[str, Any]) -> Figure:
    """Money to be won or saved."""
    return Figure(_amount(match), CURRENCIES[match["symbol"] or "£"], value["direction"])


def budget(match: re.Match[str], value: Mapping[str, Any]) -> Sum | None:
    """A sum that is large, or has a word of spending near it."""
    around = match.string[max(0, match.start() - NEAR) : match.end() + NEAR]
    if _amount(match) < SMALLEST and not SPENDING.search(around):
        return None
    return Sum(_amount(match), CURRENCIES[match["symbol"] or "£"])


NORMALISERS: dict[str, Normaliser] = {
    function.__name__: function
    for function in (
        target_change,
        target_reach,
        target_count,
        target_standard,
        target_to,
        target_from_to,
        target_zero,
        target_relative,
        target_all,
        target_money,
        budget,
    )
}


def number(printed: str) -> float:
    """The number that digits or a word stand for."""
    return float(NUMBERS[printed.lower()]) if printed.lower() in NUMBERS else float(printed.replace(",", ""))


def unit_of(noun: str) -> str:
    """The last noun of what is counted, in the singular: `acre` for `acres of new woodland`."""
    words = re.split(r" of\b", noun)[0].split()
    return singular(words[-1]) if words else "item"


def singular(noun: str) -> str:
    """An English noun in the singular, as far as its ending tells.

    >>> singular("properties"), singular("Acres"), singular("glass")
    ('property', 'acre', 'glass')
    """
    noun = noun.lower()
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _figure(match: re.Match[str]) -> float:
    scale = (match.groupdict().get("scale") or "").strip().lower()
    return number(match["number"]) * SCALES.get(scale, 1)


def _amount(match: re.Match[str]) -> float:
    scale = match["magnitude"] or match["bare_magnitude"] or ""
    return round(number(match["number"] or match["bare"]) * SCALES.get(scale.lower(), 1), 2)
