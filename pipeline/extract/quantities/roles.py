"""What an amount is to its promise: a target, a budget, or a mere description, by rules/quantity.

The rules see the text with each amount masked by its kind. Each amount is told once, by the first rule that speaks of it.
"""

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from pipeline.extract.quantities.amounts import MARKS, AmountFinder, mask
from pipeline.extract.quantities.figures import Amount
from pipeline.model.record import Direction
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords

ORDER = ("quantity/pairs", "quantity/descriptions", "quantity/money", "quantity/targets")
FIGURES = ("figure", "figure_two", "figure_three")
SMALLEST = 1000
ANSWERED = frozenset({"hour", "day", "minute", "second"})
THRESHOLDS = frozenset({"more_than", "less_than"})
RoleName = Literal["target", "budget", "description"]


class Role(NamedTuple):
    """An amount, what it is, and by which rule; `start` and `end` are those of the words that say so, and `before` the amount that
    it starts from."""

    name: RoleName
    amount: Amount
    rule: CompiledRule
    start: int
    end: int
    direction: Direction
    metric: str
    before: Amount | None = None


Found = Callable[[Role], Role | None]


def target(role: Role) -> Role | None:
    """A figure to reach."""
    return role


def target_pair(role: Role) -> Role | None:
    """A figure to reach and another of the same kind; where the other is where it stood, the two tell the direction."""
    amount, before = role.amount, role.before
    if before is None:
        return role
    if amount.low == before.low or not _alike(amount, before) or (amount.kind == "money" and not role.metric):
        return None  # sums without a word of change are the bounds of a band
    amount = amount._replace(unit=before.unit) if amount.kind == "bare" else amount
    return role._replace(amount=amount, direction="decrease" if amount.low < before.low else "increase")


def target_standard(role: Role) -> Role | None:
    """How fast a service answers; what takes weeks is a deadline."""
    return role if role.amount.unit in ANSWERED else None


def target_bound(role: Role) -> Role | None:
    """A figure to stay below, above or at."""
    return role if role.amount.comparator not in (None, "about") else None


def target_of(role: Role) -> Role | None:
    """So many of what the rule's `noun` or `unit` tells."""
    value = role.rule.rule.value
    words = role.amount.noun if "noun" in value else role.amount.unit
    return role if re.search(value.get("noun") or value["unit"], words, re.IGNORECASE) else None


def budget(role: Role) -> Role | None:
    """A sum set aside."""
    return role._replace(name="budget")


def budget_stated(role: Role) -> Role | None:
    """A sum set aside, unless it is only a bound."""
    return None if role.amount.comparator in THRESHOLDS else budget(role)


def budget_large(role: Role) -> Role | None:
    """A sum that is large, and no mere bound."""
    return budget_stated(role) if role.amount.low >= SMALLEST else None


def description(role: Role) -> Role | None:
    """Neither promised nor set aside."""
    return role._replace(name="description")


def description_of(role: Role) -> Role | None:
    """So many of what the rule's `noun` or `unit` tells, which describe."""
    return description(role) if target_of(role) else None


def description_bound(role: Role) -> Role | None:
    """A figure at which something only begins or ends."""
    return description(role) if role.amount.comparator in THRESHOLDS else None


NORMALISERS: dict[str, Found] = {
    function.__name__: function
    for function in (
        target,
        target_pair,
        target_standard,
        target_bound,
        target_of,
        budget,
        budget_stated,
        budget_large,
        description,
        description_of,
        description_bound,
    )
}


class RoleReader:
    """Tells the roles of amounts by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.amounts = AmountFinder(rulebook)
        self._kinds = [(rule, _kinds(rule)) for subject in ORDER for rule in rulebook.of(subject)]
        self._asked: dict[tuple[str | None, frozenset[str]], NeededWords] = {}

    def read(self, text: str, only: str | None) -> list[Role]:
        """The roles of the amounts in `text`, in order; some rules hold only in the place that `only` names."""
        amounts = self.amounts.find(text)
        if not amounts:
            return []
        masked, at = mask(text, amounts), {amount.start: amount for amount in amounts}
        roles: dict[int, Role] = {}
        for rule in self._rules(only, frozenset(amount.kind for amount in amounts)).may_match(text.lower()):
            for match in rule.pattern.finditer(masked):
                if role := _role(match, rule, at, roles, text):
                    taken = [role.amount, *(at[match.start(group)] for group in ("before", "change") if match.groupdict().get(group))]
                    roles |= {amount.start: role for amount in taken}
        return sorted({id(role): role for role in roles.values()}.values(), key=lambda role: role.amount.start)

    def _rules(self, only: str | None, kinds: frozenset[str]) -> NeededWords:
        """The rules that hold in a place and speak of an amount of one of these kinds, of which there are few sets."""
        if (only, kinds) not in self._asked:
            rules = [rule for rule, of in self._kinds if rule.rule.value.get("only") in (None, only) and not kinds.isdisjoint(of)]
            self._asked[only, kinds] = NeededWords(rules)
        return self._asked[only, kinds]


def _role(match: re.Match[str], rule: CompiledRule, at: dict[int, Amount], taken: dict[int, Role], text: str) -> Role | None:
    groups = match.groupdict()
    group = next((group for group in FIGURES if groups.get(group)), None)
    starts = [match.start(name) for name in (*FIGURES, "before", "change") if groups.get(name)]
    if group is None or any(start in taken or start not in at for start in starts):
        return None
    amount = at[match.start(group)]
    place = "words" if groups.get("words") else group
    role = Role("target", amount, rule, *match.span(place), _direction(amount, groups, rule.rule.value), _metric(match, text))
    before = at[match.start("before")] if groups.get("before") else None
    return NORMALISERS[rule.rule.normaliser or ""](role._replace(before=before))


def _direction(amount: Amount, groups: dict[str, Any], fixed: dict[str, Any]) -> Direction:
    if amount.direction or "direction" in fixed:
        return amount.direction or fixed["direction"]
    return "increase" if groups.get("up") else "decrease" if groups.get("down") else "reach"


def _metric(match: re.Match[str], text: str) -> str:
    groups = match.groupdict()
    group = next((group for group in ("metric", "metric_two") if groups.get(group)), None)
    return text[slice(*match.span(group))] if group else ""


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts can be measures of one thing: money and money, shares and shares, numbers and numbers."""
    return {one.kind, other.kind} <= {"count", "bare", "time"} or one.kind == other.kind


def _kinds(rule: CompiledRule) -> frozenset[str]:
    """The kinds of amounts that a rule speaks of, by their marks; one of them must stand in a text for it to be tried."""
    pattern = rule.source
    return frozenset(kind for kind, mark in MARKS.items() if mark in pattern or f"\\u{ord(mark):04x}" in pattern)
