"""Finds time expressions by rules/time: the first of two steps, each value as written, without what only the paper can tell."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.timex.fallback import read_by_dateparser
from pipeline.extract.timex.normalisers import NORMALISERS
from pipeline.extract.timex.value import TimeValue
from pipeline.model.record import Relation
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords, lowered

LOOK_BACK = 70
WINDOW = 50
FALLBACK_RULE = "dateparser"


class Timex(NamedTuple):
    """A time expression where it stands in the text, as written, with the rule that read it."""

    span: Span
    rule: str
    value: TimeValue


class TimexFinder:
    """Reads the times of a text by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = [rule for rule in rulebook.of("time") if rule.rule.normaliser]
        self._cell_rules = [rule for rule in rules if _is_of_cell(rule)]
        told = [rule for rule in rules if rule.subject.startswith("time/told/")]
        due = [rule for rule in rules if rule not in told and not _is_of_cell(rule)]
        self._due, self._told = NeededWords(due), NeededWords(told)
        self._traps = NeededWords(rulebook.of("time/traps"))
        self._relations = rulebook.of("time/relations")

    def find(self, text: str) -> list[Timex]:
        """All times of the text in order, also those that only tell, as `yesterday`; of those that overlap the longest, of equals
        the rule that stands first."""
        return self._find(text, self._due, self._told)

    def find_due(self, text: str) -> list[Timex]:
        """The times of the text that may be deadlines, in order."""
        return self._find(text, self._due)

    def _find(self, text: str, *kinds: NeededWords) -> list[Timex]:
        lower = lowered(text)
        found = [
            Timex(Span(*match.span("text" if match.groupdict().get("text") else 0)), rule.id, value)
            for kind in kinds
            for rule, start, end in kind.stretches(lower, WINDOW)
            for match in rule.pattern.finditer(text, start, end)
            if (value := NORMALISERS[rule.rule.normaliser or ""](match, rule.rule.value))
        ]
        return [timex for timex in _longest(found) if not self._is_trap(text, lower, timex.span)]

    def _is_trap(self, text: str, lower: str, span: Span) -> bool:
        """Whether the figures or words belong to something that only looks like a time."""
        start, end = max(0, span.start - WINDOW), span.end + WINDOW
        return any(
            match.start() < span.end and match.end() > span.start
            for rule in self._traps.may_match(lower[start:end])
            for match in rule.pattern.finditer(text, start, end)
        )

    def read_cell(self, text: str, span: Span, found: list[Timex]) -> list[Timex]:
        """The times of a timescale cell: those in it, or the one that the whole cell says in words of its own."""
        cell = span.of(text)
        for rule in self._cell_rules:
            match = rule.pattern.match(cell)
            if match and (value := NORMALISERS[rule.rule.normaliser or ""](match, rule.rule.value)):
                return [Timex(span, rule.id, value)]
        if inside := within(found, span):
            return inside
        value = read_by_dateparser(cell)
        return [Timex(span, FALLBACK_RULE, value)] if value else []

    def relation(self, text: str, start: int, begin: int) -> Relation | None:
        """What the words between `begin` and `start` make of a time that begins at `start`; None where they say nothing."""
        before = text[max(begin, start - LOOK_BACK) : start]
        for rule in self._relations:
            if rule.pattern.search(before):
                relation: Relation = rule.rule.value["relation"]
                return relation
        return None


def within(found: list[Timex], span: Span) -> list[Timex]:
    """The times that stand wholly inside `span`; `found` is in order."""
    first = bisect_left(found, span.start, key=lambda timex: timex.span.start)
    inside = []
    for timex in found[first:]:
        if timex.span.start >= span.end:
            break
        if timex.span.end <= span.end:
            inside.append(timex)
    return inside


def _is_of_cell(rule: CompiledRule) -> bool:
    """Whether a rule reads only what a whole cell says."""
    return rule.source.startswith(r"\A")


def _longest(found: Iterable[Timex]) -> list[Timex]:
    kept: list[Timex] = []
    for timex in sorted(found, key=lambda timex: (timex.span.start, -timex.span.end)):
        if not kept or timex.span.start >= kept[-1].span.end:
            kept.append(timex)
        elif timex.span.end - timex.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = timex
    return kept
