"""Every example of every rule is read by the rule that owns it; every near miss is not; every known failure still fails.

The examples are in rules/, beside their patterns; how each folder of rules is asked stands in pipeline/trial, as `pledgebook rules check`
runs the same.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import our_rules
import pytest

from pipeline.extract.owners.bodies import Bodies
from pipeline.extract.quantities import quantity
from pipeline.extract.sentences.judgement import Checks
from pipeline.extract.sentences.verbs import Verbs
from pipeline.extract.timex import NORMALISERS
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.schema import Example, NearMiss
from pipeline.trial.examples import example_trouble, near_miss_trouble
from pipeline.trial.readers import Readers, of_subject

ROOT = Path(__file__).parent.parent.parent
RULEBOOK = our_rules.rulebook()
CHECKS = Checks(RULEBOOK, Bodies(RULEBOOK), Verbs(RULEBOOK)).by_name
PREFIXES = {
    "commitment/columns": "CO",
    "commitment/lead_ins": "LI",
    "commitment/sections": "SC",
    "commitment/sentences": "SE",
    "commitment/upper_cells": "UC",
    "country": "CY",
    "deadline": "DN",
    "modality": "MD",
    "owner": "OW",
    "quantity/amounts": "AM",
    "quantity/comparators": "CM",
    "quantity/descriptions": "QD",
    "quantity/money": "MN",
    "quantity/traps": "QT",
    "quantity": "QU",
    "status": "ST",
    "time": "TM",
    "time/relations": "RL",
    "time/told": "TX",
    "time/traps": "TP",
}


@lru_cache(maxsize=1)
def readers() -> Readers:
    return Readers(RULEBOOK)


def cases(kind: str) -> list[Any]:
    return [pytest.param(rule, case, id=f"{rule.id} {case.text}") for rule in RULEBOOK.rules for case in getattr(rule.rule, kind)]


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_an_example_is_read_by_the_rule_that_owns_it(rule: CompiledRule, example: Example) -> None:
    assert example_trouble(readers(), rule, example) == ""


@pytest.mark.parametrize(("rule", "near_miss"), cases("near_misses"))
def test_a_near_miss_is_left_alone(rule: CompiledRule, near_miss: NearMiss) -> None:
    assert near_miss_trouble(readers(), rule, near_miss.text) == ""


def mended(rules: Iterable[CompiledRule]) -> list[str]:
    """The known failures that are read by now."""
    failures = [(rule, example) for rule in rules for example in rule.rule.known_failures]
    return [f"{rule.id} {example.text}" for rule, example in failures if example_trouble(readers(), rule, example) == ""]


def test_a_known_failure_that_is_read_by_now_is_to_be_made_an_example() -> None:
    assert mended(RULEBOOK.rules) == []


def test_a_rule_whose_known_failures_are_read_by_now_would_be_found() -> None:
    rule = RULEBOOK.rules[0]
    read, failing = rule.rule.examples[0], Example(text="Zzz.")
    doubtful = replace(rule, rule=rule.rule.model_copy(update={"known_failures": (read, failing)}))
    assert mended([doubtful]) == [f"{rule.id} {read.text}"]


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_an_id_has_the_prefix_of_its_folder(rule: CompiledRule) -> None:
    assert rule.id.startswith(of_subject(PREFIXES, rule.subject, "?"))


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK.rules if rule.rule.normaliser], ids=lambda rule: rule.id)
def test_a_normaliser_is_the_name_of_a_function(rule: CompiledRule) -> None:
    known = {"time": NORMALISERS, "quantity": quantity.NORMALISERS, "commitment": CHECKS}
    assert rule.rule.normaliser in known[rule.subject.split("/")[0]]


def test_every_normaliser_is_named_by_a_rule() -> None:
    named = {rule.rule.normaliser for rule in RULEBOOK.rules}
    assert {*NORMALISERS, *quantity.NORMALISERS, *CHECKS} - {""} <= named


def test_a_name_stands_on_one_rule_only() -> None:
    names = [rule.rule.name for rule in RULEBOOK.rules]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK.rules if rule.rule.needs], ids=lambda rule: rule.id)
def test_what_a_rule_matches_holds_a_word_that_it_needs(rule: CompiledRule) -> None:
    texts = [case.text for other in RULEBOOK.rules for case in (*other.rule.examples, *other.rule.near_misses)]
    papers = sorted([*(ROOT / "corpus").glob("*.txt"), *(ROOT / "tests/papers").glob("*.txt")])
    lines = [line for path in papers for line in re.split(r"[\n\t]|(?<=\.) ", path.read_text("utf-8"))]
    assert [text for text in texts + lines if rule.pattern.search(text) and not rule.may_match(text.lower())] == []


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK.rules if not rule.tokens], ids=lambda rule: rule.id)
def test_a_pattern_never_matches_nothing(rule: CompiledRule) -> None:
    assert rule.pattern.search("") is None


@pytest.mark.parametrize("name", sorted(RULEBOOK.words))
def test_a_word_list_is_in_lower_case_and_sorted(name: str) -> None:
    assert all(term == term.lower() == " ".join(term.split()) for term in RULEBOOK.words[name])
