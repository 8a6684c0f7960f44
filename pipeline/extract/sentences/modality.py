"""How firmly a commitment is said: promised, recommended, conditional, aspirational or negated, and the words that say so."""

import re
from collections.abc import Iterable

from pipeline.extract.candidate import Candidate
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.verbs import Verbs
from pipeline.model.record import Kind, Modality, ModalityKind
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords

ORDER, SUBJECT = "order", "subject"
Found = tuple[CompiledRule, Span]


class ModalityReader:
    """Reads modality by rules/modality; of an indicator nothing is said."""

    def __init__(self, rulebook: Rulebook, verbs: Verbs) -> None:
        rules = rulebook.of("modality")
        conditions = [rule for rule in rules if rule.rule.value["kind"] in ("conditional", None)]
        self._conditions = NeededWords(conditions)
        self._firm = NeededWords([rule for rule in rules if rule not in conditions and "only" not in rule.rule.value])
        self._orders, (self._subject,) = (rules_of(rules, only) for only in (ORDER, SUBJECT))
        self._verbs = verbs

    def read(self, candidate: Candidate, reading: Reading) -> Modality | None:
        """The modality of a commitment by its own words, else by its lead-in's; None where neither says anything."""
        if candidate.kind == "indicator":
            return None
        found = next(filter(None, self._in_turn(candidate, reading)), None)
        if found is None:
            return None
        rule, span = found
        kind = _of_kind(rule.rule.value["kind"], candidate.kind)
        return Modality(text=" ".join(span.of(reading.text).split()), span=span, rule=rule.id, kind=kind)

    def words(self, text: str) -> Found | None:
        """The rule that tells how firmly the text by itself is meant, and its words; None where none does."""
        return self._condition(text, 0) or (self._ordered(text, 0) if self._verbs.opens(text) else self._first(text, 0))

    def _in_turn(self, candidate: Candidate, reading: Reading) -> Iterable[Found | None]:
        text, own, lead = reading.text, candidate.spans, candidate.lead_in
        yield from (self._condition(span.of(text), span.start) for span in own)
        head, clause = own[0].of(text), lead.clause if lead else None
        is_order = self._verbs.opens(head)
        if is_order:
            yield self._first(head, own[0].start, at_once=True)
        else:
            yield from (self._behind_subject(candidate, span, text) for span in own)
        if clause:
            yield self._condition(clause.of(text), clause.start)
            yield self._first(clause.of(text), clause.start)
        yield self._ordered(head, own[0].start) if is_order else None

    def _behind_subject(self, candidate: Candidate, span: Span, text: str) -> Found | None:
        """What stands behind the subject, where that is known, says it; else what stands first."""
        subject = candidate.subject
        if subject is None or not span.holds(subject):
            return self._first(span.of(text), span.start)
        behind = text[subject.end : span.end]
        match = self._subject.pattern.match(behind)
        return _found(self._subject, match, subject.end) if match else self._first(behind, subject.end)

    def _condition(self, text: str, offset: int) -> Found | None:
        """The first rule of conditions that matches decides, also where it says that there is none."""
        matches = ((rule, rule.pattern.search(text)) for rule in self._conditions.may_match(text.lower()))
        found = next((_found(rule, match, offset) for rule, match in matches if match), None)
        return found if found and found[0].rule.value["kind"] else None

    def _first(self, text: str, offset: int, at_once: bool = False) -> Found | None:
        """Of all words that say it those that stand first, of these the longest; `at_once` asks only for such as open the text."""
        rules = self._firm.may_match(text.lower())
        matches = [(rule, match) for rule in rules if (match := (rule.pattern.match if at_once else rule.pattern.search)(text))]
        first = min(matches, key=lambda found: (found[1].start(), -found[1].end()), default=None)
        return _found(*first, offset) if first else None

    def _ordered(self, text: str, offset: int) -> Found | None:
        orders = ((rule, rule.pattern.match(text)) for rule in self._orders)
        return self._first(text, offset, at_once=True) or next((_found(rule, match, offset) for rule, match in orders if match), None)


def rules_of(rules: Iterable[CompiledRule], only: str) -> list[CompiledRule]:
    """The rules that hold only there."""
    return [rule for rule in rules if rule.rule.value.get("only") == only]


def _of_kind(said: ModalityKind, kind: Kind) -> ModalityKind:
    """What is asked of an own officer binds as a promise does; what advice says will be done is advised."""
    if kind == "recommendation":
        return "recommended" if said == "promised" else said
    return "promised" if said == "recommended" else said


def _found(rule: CompiledRule, match: re.Match[str], offset: int) -> Found:
    group = "words" if "words" in match.groupdict() else 0
    words, end = match[group].lstrip(" ,"), match.end(group) + offset
    return rule, Span(end - len(words), end)
