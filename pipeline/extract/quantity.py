"""Targets and budgets: the figures of a commitment, by rules/quantity."""

import re

from pipeline.extract.figures import CURRENCIES, NORMALISERS, SCALES, Figure, Sum, number, singular
from pipeline.model.record import Budget, Target
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule

LIKELY = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|every|all|zero)\b")
CELL = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%|per\s?cent)?\s*(?P<unit>[a-z]+)?", re.IGNORECASE)
SUM_CELL = re.compile(r"(?P<symbol>[£$€])?\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|m|bn|million|thousand)?\b", re.IGNORECASE)
METRIC_UNIT = re.compile(r"\b(days?|weeks?|months?|years?|hours?|minutes?)\b", re.IGNORECASE)
WHOLE = re.compile(r"(?:all|every) (?:of )?(?:the |our |its )?(?P<noun>.+)", re.IGNORECASE)
LEADS_UP = re.compile(r"(?:\s+(?:by|to|from|of|at least|up to|a further|a minimum of|for|the|an?))+\s*\Z", re.IGNORECASE)


class QuantityReader:
    """Reads targets and budgets by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("quantity")

    def read(self, text: str, offset: int, metric: str) -> tuple[list[Target], list[Budget]]:
        """The targets and budgets in `text`, which begins at `offset` in the paper, in order; each figure counts once, by its
        first rule. `metric` names what a target measures where the words around its figure do not."""
        values: list[Target | Budget] = []
        lower = text.lower()
        for rule in self._rules if LIKELY.search(lower) else ():
            for match in rule.pattern.finditer(text) if rule.may_match(lower) else ():
                value = _value(match, rule, offset, metric)
                if value and not any(value.span.overlaps(other.span) for other in values):
                    values.append(value)
        values.sort(key=lambda value: value.span)
        return [v for v in values if isinstance(v, Target)], [v for v in values if isinstance(v, Budget)]


def read_target_cell(text: str, span: Span, metric: str, rule: str, baseline: str | None) -> Target | None:
    """The figure of a target column; the metric tells the unit where the cell does not, and `baseline` is the cell that tells where
    it stood before. None for a cell without a figure."""
    match, before = CELL.search(text), CELL.search(baseline or "")
    if match is None:
        return None
    figure = Figure(number(match["number"]), _unit_of_cell(match, metric), "reach", number(before["number"]) if before else None)
    return _target(text, span, rule, figure, metric)


def read_budget_cell(text: str, span: Span, rule: str) -> Budget | None:
    """The sum of a budget column; a bare figure is in pounds. None for a cell without a figure."""
    match = SUM_CELL.search(text)
    if match is None:
        return None
    amount = number(match["number"]) * SCALES.get((match["scale"] or "").lower(), 1)
    return Budget(text=text, span=span, rule=rule, amount=amount, currency=CURRENCIES[match["symbol"] or "£"])


def _value(match: re.Match[str], rule: CompiledRule, offset: int, metric: str) -> Target | Budget | None:
    read = NORMALISERS[rule.rule.normaliser or ""](match, rule.rule.value)
    if read is None:
        return None
    group = read.group if isinstance(read, Figure) else "text"
    text, span = match[group], Span(match.start(group) + offset, match.end(group) + offset)
    if isinstance(read, Sum):
        return Budget(text=text, span=span, rule=rule.id, amount=read.amount, currency=read.currency)
    return _target(text, span, rule.id, read, _metric(match, group) or metric)


def _target(text: str, span: Span, rule: str, figure: Figure, metric: str) -> Target:
    return Target(
        text=text,
        span=span,
        rule=rule,
        value=figure.value,
        unit=figure.unit,
        direction=figure.direction,
        metric=metric,
        baseline=figure.baseline,
    )


def _metric(match: re.Match[str], group: str) -> str:
    """What the words of the match say is measured: what is counted, or what stands between the verb and the figure."""
    if whole := WHOLE.match(match[group]):
        return whole["noun"]
    noun = match.groupdict().get("noun")
    between = LEADS_UP.sub("", match.string[match.start() : match.start(group)].rstrip()).partition(" ")[2]
    return (noun or between).strip()


def _unit_of_cell(match: re.Match[str], metric: str) -> str:
    if match["percent"] or ("percentage" in metric.lower() and not match["unit"]):
        return "%"
    named = METRIC_UNIT.search(metric)
    return singular(match["unit"] or (named[0] if named else "item"))
