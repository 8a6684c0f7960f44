"""The examples of rules: whether each is read by the rule that owns it, and each near miss left alone."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.schema import Example
from pipeline.trial.readers import Read, Readers, searched

SETTINGS = ("only", "bare", "country", "section", "whole")  # of a rule's value, what says when it holds
Kind = Literal["example", "near_miss", "known_failure"]


class Case(NamedTuple):
    """A text beside a rule, and what came of it: `trouble` is a sentence in plain words, empty where it went as the rule says."""

    rule: CompiledRule
    kind: Kind
    text: str
    trouble: str


def run_examples(readers: Readers, rules: Iterable[CompiledRule]) -> Iterator[Case]:
    """All examples, near misses and known failures of the rules, in their order."""
    for rule in rules:
        for example in rule.rule.examples:
            yield Case(rule, "example", example.text, example_trouble(readers, rule, example))
        for near_miss in rule.rule.near_misses:
            yield Case(rule, "near_miss", near_miss.text, near_miss_trouble(readers, rule, near_miss.text))
        for failure in rule.rule.known_failures:
            is_mended = not example_trouble(readers, rule, failure)
            trouble = "is read by now: take it out of known_failures, and put it among the examples" if is_mended else ""
            yield Case(rule, "known_failure", failure.text, trouble)


def example_trouble(readers: Readers, rule: CompiledRule, example: Example) -> str:
    """Why the rule does not read the example as it says; empty where it does."""
    wanted = wanted_value(rule, example)
    words = example.text if example.match is None else example.match
    found = readers.read(rule, example.text)
    own = [read for read in found if read.rule == rule.id]
    exact = [read for read in own if read.match == words]
    if any(differences(wanted, read) == "" for read in exact):
        return ""
    if exact:
        return f"gives another value: {differences(wanted, exact[0])}"
    if own:
        return f"reads {quoted(own)} where it should read “{words}”"
    return f"is not read by {rule.id}: {_why_not(rule, example.text, found)}"


def _why_not(rule: CompiledRule, text: str, found: list[Read]) -> str:
    """What stands in the way of the rule, as far as can be seen."""
    if found:
        return ", ".join(f"{read.rule} reads {quoted([read])}" for read in found)
    if rule.tokens or not rule.pattern.search(text):
        return "its tokens match nothing there" if rule.tokens else "its pattern matches nothing there"
    if not rule.may_match(text.lower()):
        return f"its pattern matches “{searched(rule, text)}”, but none of its needs stands there ({', '.join(rule.rule.needs)})"
    return f"its pattern matches “{searched(rule, text)}”, but what comes after the pattern takes it for something else"


def near_miss_trouble(readers: Readers, rule: CompiledRule, text: str) -> str:
    """What the rule reads in a near miss; empty where it leaves it alone."""
    own = [read for read in readers.read(rule, text) if read.rule == rule.id]
    return f"should be left alone, but {rule.id} reads {quoted(own)}{told(own[0])}" if own else ""


def wanted_value(rule: CompiledRule, example: Example) -> dict[str, object]:
    """What the example must give, with all that is fixed for the rule."""
    wanted = {**({} if rule.rule.normaliser else rule.rule.value), **example.value}
    return {key: value for key, value in wanted.items() if key not in SETTINGS}


def differences(wanted: dict[str, object], read: Read) -> str:
    """The keys of the value that are not as wanted, in words; empty where all are."""
    return ", ".join(
        f"{key} is {read.value.get(key)!r} and should be {value!r}{_quotes(read.value.get(key), value)}"
        for key, value in wanted.items()
        if key not in read.value or read.value[key] != value
    )


def _quotes(have: object, wanted: object) -> str:
    """A hint where the two differ in nothing but quotes."""
    return ", the same without quotes: put it in quotes in the rule file" if str(have) == str(wanted) and isinstance(have, str) else ""


def quoted(reads: list[Read]) -> str:
    """The words of the readings."""
    return " and ".join(f"“{read.match}”" for read in reads)


def told(read: Read) -> str:
    """The plain facts of a reading."""
    facts = [f"{key} {value}" for key, value in read.value.items() if isinstance(value, str | int | float) and key not in ("text", "rule")]
    return f" ({', '.join(facts)})" if facts else ""
