"""Targets and budgets: the figures of a commitment, by rules/quantity."""

import re
from collections.abc import Callable, Mapping

from pipeline.model.record import Budget, Direction, Target, Value
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
SPENDING = re.compile(
    r"fund|invest|budget|cost|grant|allocat|spen[dt]|quot|purchas|expenditure|contribut|donat|payment|sum of|provided", re.IGNORECASE
)
FIGURE = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per\s?cent)?\s*(?P<unit>[a-z]+)?", re.IGNORECASE)
METRIC_UNIT = re.compile(r"\b(days?|weeks?|months?|years?|hours?|minutes?)\b", re.IGNORECASE)
CALENDAR_YEAR = range(1900, 2101)
NUMBERS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {
    "a dozen": 12,
    "twenty": 20,
}
LIKELY = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|every|all|zero)\b", re.IGNORECASE)
SMALLEST = 1000
NEAR = 60


class QuantityReader:
    """Reads targets and budgets by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("quantity")

    def read(self, text: str, offset: int, metric: str) -> tuple[list[Target], list[Budget]]:
        """The targets and budgets in `text`, which begins at `offset` in the paper; each figure counts once, by its first rule."""
        if not LIKELY.search(text):
            return [], []
        values: list[Value] = []
        lower = text.lower()
        for rule in self._rules:
            if not rule.may_match(lower):
                continue
            for match in rule.pattern.finditer(text):
                value = NORMALISERS[rule.rule.normaliser or ""](match, rule, offset, metric)
                if value and not any(value.span.overlaps(other.span) for other in values):
                    values.append(value)
        values.sort(key=lambda value: value.span)
        return [v for v in values if isinstance(v, Target)], [v for v in values if isinstance(v, Budget)]


def read_target_cell(text: str, span: Span, metric: str, rule: str, baseline: str | None) -> Target | None:
    """The figure of a target column; the metric tells the unit where the cell does not, and `baseline` is the cell that tells where
    it stood before. None for a cell without a figure."""
    match = FIGURE.search(text)
    if match is None:
        return None
    before = FIGURE.search(baseline or "")
    return Target(
        text=text,
        span=span,
        rule=rule,
        value=_number(match["number"]),
        unit=_unit_of_cell(match, metric),
        direction="reach",
        metric=metric,
        baseline=_number(before["number"]) if before else None,
    )


def _unit_of_cell(match: re.Match[str], metric: str) -> str:
    if match["percent"] or ("percentage" in metric.lower() and not match["unit"]):
        return "%"
    named = METRIC_UNIT.search(metric)
    return _singular(match["unit"] or (named[0] if named else "item"))


def read_budget_cell(text: str, span: Span, rule: str) -> Budget | None:
    """The sum of a budget column; a bare figure is in pounds."""
    match = re.search(r"(?P<symbol>[£$€])?\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|m|bn|million|thousand)?\b", text, re.IGNORECASE)
    if match is None:
        return None
    amount = _number(match["number"]) * SCALES.get((match["scale"] or "").lower(), 1)
    return Budget(text=text, span=span, rule=rule, amount=amount, currency=_currency(match["symbol"]))


def _change(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    direction: Direction = "increase" if match["up"] else "decrease"
    return _target(match, rule, offset, metric, _number(match["number"]), rule.rule.value["unit"], direction)


def _reach(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    return _target(match, rule, offset, metric, _number(match["number"]), rule.rule.value["unit"], "reach")


def _count(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    return _target(match, rule, offset, metric, _number(match["number"]), _unit(match["noun"]), "reach")


def _to(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target | None:
    if int(_number(match["number"])) in CALENDAR_YEAR and not match["percent"]:
        return None
    direction: Direction = "increase" if match["up"] else "decrease" if match["down"] else "reach"
    return _target(
        match, rule, offset, metric, _number(match["number"]), "%" if match["percent"] else _unit(match["noun"] or ""), direction
    )


def _zero(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    return _target(match, rule, offset, metric, 0, "item", "decrease")


def _relative(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target | None:
    if not match["below"] and not match["above"]:
        return None
    return _target(match, rule, offset, metric, _number(match["number"]), "%", "decrease" if match["below"] else "increase")


def _every(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    return _target(
        match, rule, offset, metric, 100, "%", "reach", group=next(group for group in ("text", "text_two", "text_three") if match[group])
    )


def _all(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    return _target(match, rule, offset, metric, 100, "%", "reach")


def _standard(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target | None:
    """A share answered in time has its figure in the share."""
    return None if "%" in match.string[: match.start()] else _count(match, rule, offset, metric)


def _from_to(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target | None:
    baseline, value = _number(match["baseline"]), _number(match["number"])
    if (int(baseline) in CALENDAR_YEAR and int(value) in CALENDAR_YEAR) or baseline == value:
        return None
    unit = "%" if match["percent_two"] or match["percent"] else _singular(match["unit_two"] or match["unit"] or "item")
    return _target(match, rule, offset, metric, value, unit, "decrease" if value < baseline else "increase", baseline)


def _target_money(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target:
    return _target(match, rule, offset, metric, _sum(match), _currency(match["symbol"]), rule.rule.value["direction"])


def _budget(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Budget | None:
    around = match.string[max(0, match.start() - NEAR) : match.end() + NEAR]
    if _sum(match) < SMALLEST and not SPENDING.search(around):
        return None
    span = Span(match.start("text") + offset, match.end("text") + offset)
    return Budget(text=match["text"], span=span, rule=rule.id, amount=_sum(match), currency=_currency(match["symbol"]))


Normaliser = Callable[[re.Match[str], CompiledRule, int, str], Value | None]
NORMALISERS: Mapping[str, Normaliser] = {
    "target_change": _change,
    "target_reach": _reach,
    "target_count": _count,
    "target_every": _every,
    "target_from_to": _from_to,
    "target_all": _all,
    "target_standard": _standard,
    "target_to": _to,
    "target_zero": _zero,
    "target_relative": _relative,
    "target_money": _target_money,
    "budget": _budget,
}


def _target(
    match: re.Match[str],
    rule: CompiledRule,
    offset: int,
    metric: str,
    value: float,
    unit: str,
    direction: Direction,
    baseline: float | None = None,
    group: str = "text",
) -> Target:
    if match.groupdict().get("scale"):
        value *= SCALES[match["scale"].strip().lower()]
    span = Span(match.start(group) + offset, match.end(group) + offset)
    return Target(text=match[group], span=span, rule=rule.id, value=value, unit=unit, direction=direction, metric=metric, baseline=baseline)


def _number(printed: str) -> float:
    return float(NUMBERS.get(printed.lower()) or printed.replace(",", ""))


def _unit(noun: str) -> str:
    """The last noun of what is counted, in the singular: `acre` for `acres of new woodland`."""
    words = re.split(r" of\b", noun)[0].split()
    return _singular(words[-1]) if words else "item"


def _sum(match: re.Match[str]) -> float:
    number, scale = match["number"] or match["bare"], match["magnitude"] or match["bare_magnitude"] or ""
    return round(_number(number) * SCALES.get(scale.lower(), 1), 2)


def _currency(symbol: str | None) -> str:
    return CURRENCIES[symbol or "£"]


def _singular(noun: str) -> str:
    noun = noun.lower()
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
