"""What an example, a near miss and a known failure say when they do not go as their rule says."""

from typing import Any

import pytest

from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.schema import Example, NearMiss, Rule
from pipeline.trial.examples import Case, example_trouble, near_miss_trouble, run_examples
from pipeline.trial.readers import Read

TREES = Example(text="plant ten oaks", match="ten oaks", value={"timex": "2012"})


def rule(**more: Any) -> CompiledRule:
    """The rule PL01."""
    fields = {"id": "PL01", "name": "plants.trees", "why": "Trees.", "pattern": "ten", "normaliser": "trees"}
    page = Rule(**{**fields, "examples": (TREES,) * 3, "near_misses": (NearMiss(text="roses", why="no trees"),) * 2, **more})
    return CompiledRule(page.id, "green/plants", page.pattern, [], page.needs, page)


class Said:
    """Readers that read the same in every text."""

    def __init__(self, *reads: Read) -> None:
        self._reads = list(reads)

    def read(self, rule: CompiledRule, text: str) -> list[Read]:
        return self._reads


RIGHT = Read("PL01", "ten oaks", {"timex": "2012"})


@pytest.mark.parametrize(
    ("reads", "trouble"),
    [
        ([RIGHT], ""),
        ([Read("XX02", "oaks", {}), RIGHT], ""),
        ([Read("PL01", "ten oaks", {"timex": "2013"})], "gives another value: timex is '2013' and should be '2012'"),
        ([Read("PL01", "ten oaks", {})], "gives another value: timex is None and should be '2012'"),
        ([Read("PL01", "ten", {"timex": "2012"})], "reads “ten” where it should read “ten oaks”"),
        ([Read("XX02", "oaks", {}), Read("XX03", "ten", {})], "is not read by PL01: XX02 reads “oaks”, XX03 reads “ten”"),
        ([], "is not read by PL01: its pattern matches “ten”, but what comes after the pattern takes it for something else"),
    ],
)
def test_an_example_says_what_is_read_instead(reads: list[Read], trouble: str) -> None:
    assert example_trouble(Said(*reads), rule(), TREES) == trouble  # type: ignore[arg-type]


def test_an_example_that_the_pattern_misses_says_so() -> None:
    assert example_trouble(Said(), rule(pattern="twelve"), TREES).endswith("its pattern matches nothing there")  # type: ignore[arg-type]


def test_an_example_that_holds_no_word_the_rule_needs_says_so() -> None:
    said = example_trouble(Said(), rule(needs=("elm", "ash")), TREES)  # type: ignore[arg-type]
    assert said.endswith("its pattern matches “ten”, but none of its needs stands there (elm, ash)")


def test_a_value_that_lacks_its_quotes_says_so() -> None:
    said = example_trouble(Said(RIGHT), rule(), Example(text="ten oaks", value={"timex": 2012}))  # type: ignore[arg-type]
    assert said == "gives another value: timex is '2012' and should be 2012, the same without quotes: put it in quotes in the rule file"


def test_what_is_fixed_for_a_rule_without_a_normaliser_is_wanted_too() -> None:
    fixed = rule(normaliser=None, value={"role": "lead"})
    read = Said(Read("PL01", "ten", {"role": "partner"}))
    assert "role is 'partner' and should be 'lead'" in example_trouble(read, fixed, Example(text="ten"))  # type: ignore[arg-type]


def test_a_near_miss_that_another_rule_reads_is_left_alone() -> None:
    assert near_miss_trouble(Said(Read("XX02", "roses", {})), rule(), "roses") == ""  # type: ignore[arg-type]


def test_a_near_miss_that_is_read_says_by_what_and_as_what() -> None:
    said = near_miss_trouble(Said(RIGHT), rule(), "plant ten oaks")  # type: ignore[arg-type]
    assert said == "should be left alone, but PL01 reads “ten oaks” (timex 2012)"


def test_a_known_failure_that_is_mended_asks_to_be_an_example() -> None:
    cases = list(run_examples(Said(RIGHT), [rule(known_failures=(TREES,))]))  # type: ignore[arg-type]
    assert cases[-1].kind == "known_failure"
    assert cases[-1].trouble == "is read by now: take it out of known_failures, and put it among the examples"


def test_a_known_failure_that_still_fails_is_as_the_rule_says() -> None:
    cases: list[Case] = list(run_examples(Said(), [rule(known_failures=(TREES,))]))  # type: ignore[arg-type]
    assert cases[-1].trouble == ""
