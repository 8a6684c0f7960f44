"""Finds the amounts in a text, by rules/quantity: what only looks like one is put aside first."""

import re

from pipeline.extract.quantities.figures import NORMALISERS, Amount
from pipeline.model.record import Comparator
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords

MARKS = {
    "share": "\ufdd0",
    "count": "\ufdd1",
    "time": "\ufdd2",
    "money": "\ufdd3",
    "bare": "\ufdd4",
    "whole": "\ufdd5",
    "nothing": "\ufdd6",
    "multiple": "\ufdd7",
}
LOOK_BACK = 28
LOOK_AHEAD = 16


class AmountFinder:
    """Finds amounts by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._opening = re.compile(rulebook.fragments["opening"], re.IGNORECASE)
        self._traps = NeededWords(rulebook.of("quantity/traps"))
        self._amounts = NeededWords(rulebook.of("quantity/amounts"))
        comparators = rulebook.of("quantity/comparators")
        self._behind = [rule for rule in comparators if rule.source.startswith(r"\A")]
        self._before = [rule for rule in comparators if rule not in self._behind]

    def find(self, text: str) -> list[Amount]:
        """The amounts in `text`, in order; no two overlap."""
        if not self._opening.search(text):
            return []
        lower = text.lower()
        traps = iter(sorted((start, end) for _, start, end in self.traps(text, lower)))
        trap = next(traps, None)
        rules = self._amounts.may_match(lower)
        found: list[Amount] = []
        reached = 0
        for opening in self._opening.finditer(text):
            at = opening.start()
            while trap and trap[0] <= at:
                reached, trap = max(reached, trap[1]), next(traps, None)
            if at >= reached and (amount := self._read(rules, text, at, reached)):
                found.append(amount)
                reached = amount.end
        return found

    def traps(self, text: str, lower: str) -> list[tuple[str, int, int]]:
        """What only looks like an amount: the rule that tells so, and where it stands."""
        return [(rule.id, *match.span()) for rule in self._traps.may_match(lower) for match in rule.pattern.finditer(text)]

    def comparator(self, text: str, start: int, end: int) -> tuple[CompiledRule, int, int] | None:
        """The rule of the words beside `[start, end)` that compare, and where the amount begins and ends with them."""
        before = text[max(0, start - LOOK_BACK) : start]
        for rule in self._before:
            if match := rule.pattern.search(before):
                return rule, start - len(match[0]), end
        behind = text[end : end + LOOK_AHEAD]
        for rule in self._behind:
            if match := rule.pattern.match(behind):
                return rule, start, end + match.end()
        return None

    def _read(self, rules: tuple[CompiledRule, ...], text: str, at: int, reached: int) -> Amount | None:
        for rule in rules:
            match = rule.pattern.match(text, at)
            amount = NORMALISERS[rule.rule.normaliser or ""](match, rule.rule.value) if match else None
            if amount:
                return self._compared(amount._replace(rule=rule.id), text, reached)
        return None

    def _compared(self, amount: Amount, text: str, reached: int) -> Amount:
        """The amount with the words beside it that compare; `every` and `zero` need none."""
        found = self.comparator(text, amount.start, amount.end) if amount.kind not in ("whole", "nothing", "multiple") else None
        if found is None:
            return amount
        rule, start, end = found
        comparator: Comparator = rule.rule.value["comparator"]
        return amount._replace(start=max(reached, start), end=end, comparator=comparator)


def mask(text: str, amounts: list[Amount]) -> str:
    """The text with each amount replaced by as many marks of its kind, so that rules see what stands where, and no digits."""
    pieces, reached = [], 0
    for amount in amounts:
        pieces += [text[reached : amount.start], MARKS[amount.kind] * (amount.end - amount.start)]
        reached = amount.end
    return "".join([*pieces, text[reached:]])
