"""Targets and budgets: the figures of a commitment, by rules/quantity."""

import re

from pipeline.extract.quantities.figures import NORMALISERS as AMOUNT_NORMALISERS
from pipeline.extract.quantities.figures import Amount
from pipeline.extract.quantities.roles import NORMALISERS as ROLE_NORMALISERS
from pipeline.extract.quantities.roles import Role, RoleReader
from pipeline.model.record import Budget, Target
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

NORMALISERS = {**AMOUNT_NORMALISERS, **ROLE_NORMALISERS}
LEADS_DOWN = re.compile(r"\A(?:\s|,|(?:the|our|its|their|an?|further|overall)\b(?!-))+", re.IGNORECASE)
LEADS_UP = re.compile(r"(?:\s|,|\b(?:by|to|from|of|at|for|the|an?|further|down|up|and|in)\b)+\Z", re.IGNORECASE)
COPULA = re.compile(r" (?:is|are|was|were|will be|to be|be|being|shall be|must be)\b")


class QuantityReader:
    """Reads targets and budgets by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._roles = RoleReader(rulebook)

    def read(self, text: str, offset: int, metric: str, only: str | None = None) -> tuple[list[Target], list[Budget]]:
        """The targets and budgets in `text`, which begins at `offset` in the paper, in order; each figure counts once, by its
        first rule. `metric` names what a target measures where the words around its figure do not; `only` names the place that
        the text stands in, `measure` for a column of measures, as some rules hold only there."""
        roles = self._roles.read(text, only)
        targets = [_target(role, text, offset, metric) for role in roles if role.name == "target"]
        return targets, [_budget(role, text, offset) for role in roles if role.name == "budget"]

    def roles(self, text: str, only: str | None = None) -> list[Role]:
        """The amounts in `text` with what each is, those that only describe among them."""
        return self._roles.read(text, only)

    def traps(self, text: str) -> list[tuple[str, Span]]:
        """What only looks like an amount, and the rule that tells so."""
        return [(rule, Span(start, end)) for rule, start, end in self._roles.amounts.traps(text, text.lower())]

    def amounts(self, text: str) -> list[Amount]:
        """The amounts in `text`, whatever they are for; their places count from its beginning."""
        return self._roles.amounts.find(text)


def _target(role: Role, text: str, offset: int, metric: str) -> Target:
    amount = role.amount
    return Target(
        text=text[role.start : role.end],
        span=Span(role.start + offset, role.end + offset),
        rule=role.rule.id,
        value=amount.value,
        unit=amount.unit,
        direction=role.direction,
        metric=measured(amount.noun) or measured(role.metric) or metric,
        baseline=role.before.value if role.before else None,
        comparator=amount.comparator,
    )


def _budget(role: Role, text: str, offset: int) -> Budget:
    """A range is at least its lower bound: that much is set aside for certain, and its words hold the other."""
    amount = role.amount
    return Budget(
        text=text[role.start : role.end],
        span=Span(role.start + offset, role.end + offset),
        rule=role.rule.id,
        amount=amount.low,
        currency=amount.unit,
        comparator="at_least" if amount.value is None else amount.comparator,
    )


def measured(words: str) -> str:
    """The noun phrase that is measured, without the words that lead to it and from it.

    >>> measured(" the waiting time "), measured("calls are answered within 30 seconds")
    ('waiting time', 'calls answered within 30 seconds')
    """
    return COPULA.sub("", LEADS_UP.sub("", LEADS_DOWN.sub("", words)), count=1).strip()
