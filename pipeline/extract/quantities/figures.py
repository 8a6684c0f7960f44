"""The functions that rules/quantity/amounts names: what is printed becomes an amount.

Each takes the match, which begins at the first sign or digit, and the rule's fixed `value`; it returns None where the match only
looks like an amount.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from pipeline.extract.quantities.numbers import number, singular
from pipeline.extract.quantities.units import currency_of, unit_of
from pipeline.model.record import Comparator, Direction

Kind = Literal["share", "count", "time", "money", "bare", "whole", "nothing", "multiple"]
DENOMINATORS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
MULTIPLES: dict[str, tuple[float, Direction]] = {
    "halv": (50.0, "decrease"),
    "doub": (100.0, "increase"),
    "treb": (200.0, "increase"),
    "trip": (200.0, "increase"),
    "quad": (300.0, "increase"),
}
LEADS_FROM = re.compile(r"\b(?:from|by)(?: [\w-]+){0,4} ?\Z", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween ?(?:[\w-]+ ){0,2}\Z", re.IGNORECASE)
MAGNITUDE = re.compile(r"\b(?:hundred|thousand|million|billion)\Z", re.IGNORECASE)
PLURAL = re.compile(r"(?:[^siu\W]s|people|children)\Z", re.IGNORECASE)
NEAR = 40
LARGEST_RATIO = 1000


class Amount(NamedTuple):
    """An amount as printed: `start` and `end` in its text, end exclusive; `low` and `high` differ for a range; `noun` is what is
    counted, `direction` what the amount itself says of more or less."""

    kind: Kind
    low: float
    high: float
    unit: str
    start: int
    end: int
    noun: str = ""
    comparator: Comparator | None = None
    direction: Direction | None = None
    rule: str = ""

    @property
    def value(self) -> float | None:
        """The single figure; None for a range."""
        return self.low if self.low == self.high else None


Normaliser = Callable[[re.Match[str], Mapping[str, Any]], Amount | None]


def amount_range(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """From a lower bound to an upper one; the magnitude behind both holds for both."""
    before, joint = match.string[max(0, match.start() - NEAR) : match.start()], match["joint"].strip()
    if (joint == "to" and LEADS_FROM.search(before)) or (joint == "and" and not BETWEEN.search(before)):
        return None
    high = number(match["high"], match["scale"])
    spelled = MAGNITUDE.search(match["high"])
    low = number(match["low"], match["low_scale"] or match["scale"] or (spelled and spelled[0]))
    if low is not None and high is not None and low >= high:
        low = number(match["low"], match["low_scale"])
    if low is None or high is None or low >= high:
        return None
    if sign := match["symbol"] or match["currency"]:
        end = next(name for name in ("currency", "scale", "high") if match[name])
        return Amount("money", low, high, currency_of(sign), match.start(), match.end(end))
    if match["percent"]:
        return Amount("share", low, high, "%", match.start(), match.end("percent"))
    if match["period"]:
        return Amount("time", low, high, singular(match["period"].strip()), match.start(), match.end("period"))
    noun = match["noun"].strip()
    if match["each"] or PLURAL.search(noun):
        return Amount("count", low, high, unit_of(noun), match.start(), match.end("noun"), noun)
    return None


def amount_ratio(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """So many in so many, as a share of a hundred."""
    part, whole = number(match["part"]), number(match["whole"])
    if part is None or not whole or part > whole or whole > LARGEST_RATIO:
        return None
    return _single(match, "share", round(100 * part / whole, 2), "%")


def amount_points(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """A difference of two shares."""
    return _single(match, "share", number(match["number"]), "percentage point")


def amount_percent(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """A share in hundredths."""
    return _single(match, "share", number(match["number"]), "%")


def amount_fraction(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """A half, a third, three quarters, as a share of a hundred."""
    if match["figures"]:
        above, below = match["figures"].split("/")
        return _single(match, "share", round(100 * int(above) / int(below), 2), "%") if above < below else None
    parts = 1.0 if match["half"] or match["parts"].lower() in ("a", "an") else number(match["parts"])
    denominator = DENOMINATORS[(match["denominator"] or "half").lower()]
    return None if parts is None else _single(match, "share", round(100 * parts / denominator, 2), "%")


def amount_money(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """A sum in whole units of its currency, of which the rule may count parts; one without a sign is in pounds."""
    groups = match.groupdict()
    scale = groups.get("scale") or groups.get("millions")
    printed, currency = number(match["number"], scale), currency_of(groups.get("symbol") or groups.get("currency") or "£")
    return _single(match, "money", printed and printed / value.get("parts", 1), currency)


def amount_rate(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """So many for every so many: the base belongs to the unit."""
    noun = match["noun"].strip()
    unit = f"{unit_of(noun)} {match['base']}" if noun else match["base"]
    return _single(match, "count", number(match["number"]), unit, noun)


def amount_time(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """A number of hours, days, weeks, months or years."""
    return _single(match, "time", number(match["number"]), singular(match["noun"].split()[-1]))


def amount_measure(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """So many metres, hectares, tonnes; what they are of is the noun."""
    unit, _, noun = match["noun"].partition(" ")
    noun = noun.removeprefix("of ")
    return _single(match, "count", number(match["number"], match["scale"]), singular(unit) if len(unit) > 3 else unit, noun)


def amount_count(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """So many of something; `one` in words is hardly ever meant as a number."""
    if match["one"]:
        return _single(match, "count", 1.0, unit_of(match["single"]), match["single"].strip())
    count = number(match["number"], match["scale"])
    if match["number"][0].isupper() and match["noun"].strip()[0].isupper():
        return None  # the name of a place or a body, as in Two Castles
    amount = None if count in (0, 1) else _single(match, "count", count, unit_of(match["noun"]), match["noun"].strip())
    return amount and amount._replace(comparator="at_least" if match["plus"] else None)


def amount_zero(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """Nothing, of something that is counted or of all."""
    noun = match["noun"].strip()
    if not PLURAL.search(noun):
        return Amount("nothing", 0, 0, "item", match.start(), match.end("nothing")) if match["nothing"] else None
    return _single(match, "nothing", 0.0, unit_of(noun), noun)


def amount_all(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """All of something."""
    return _single(match, "whole", 100.0, "%", match["noun"].strip())


def amount_multiple(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """The change, in hundredths of what there is, that a verb names; threefold is two hundred more."""
    if match["fold"]:
        times = number(match["fold"])
        amount = None if times is None else _single(match, "multiple", 100 * (times - 1), "%")
        return amount and amount._replace(direction="increase")
    change, direction = MULTIPLES[match["multiple"][:4].lower()]
    amount = _single(match, "multiple", change, "%")
    return amount and amount._replace(direction=direction)


def amount_bare(match: re.Match[str], value: Mapping[str, Any]) -> Amount | None:
    """A number without a unit."""
    return _single(match, "bare", number(match["number"], match["scale"]), "item")


NORMALISERS: dict[str, Normaliser] = {
    function.__name__: function
    for function in (
        amount_range,
        amount_ratio,
        amount_points,
        amount_percent,
        amount_fraction,
        amount_money,
        amount_rate,
        amount_time,
        amount_measure,
        amount_count,
        amount_zero,
        amount_all,
        amount_multiple,
        amount_bare,
    )
}


def _single(match: re.Match[str], kind: Kind, value: float | None, unit: str, noun: str = "") -> Amount | None:
    return None if value is None else Amount(kind, value, value, unit, match.start(), match.end(), noun)
