"""What figures of a promise are read: the value, its unit and direction, where it stood, and what compares it."""

import pytest

from pipeline.extract.quantities.amounts import MARKS, mask
from pipeline.extract.quantities.quantity import QuantityReader
from pipeline.rulebook import Rulebook


@pytest.fixture(scope="module")
def quantities(rulebook: Rulebook) -> QuantityReader:
    return QuantityReader(rulebook)


TARGETS = [
    ("Increase recycling from 35% to 45%", 45, "%", "increase", 35),
    ("Reduce waiting times from 5 weeks to 2 weeks", 2, "week", "decrease", 5),
    ("Cut emissions by 20% to 12%", 12, "%", "decrease", None),
    ("Cut the speed limit from 40mph to 30mph", 30, "mph", "decrease", 40),
    ("Reduce smoking prevalence by 2 percentage points", 2, "percentage point", "decrease", None),
    ("Reduce teenage conceptions to 25 per 1,000", 25, "per 1,000", "decrease", None),
    ("Ensure 1 in 4 journeys are made on foot", 25, "%", "reach", None),
    ("Nine out of ten bins to be collected on time", 90, "%", "reach", None),
    ("Hold a dozen events", 12, "event", "reach", None),
    ("Recruit ten apprentices", 10, "apprentice", "reach", None),
    ("Create one hundred and twenty new jobs", 120, "job", "reach", None),
    ("Plant 2.2m trees", 2_200_000, "tree", "reach", None),
    ("Cut energy use by a third", 33.33, "%", "decrease", None),
    ("Halve the number of empty homes", 50, "%", "decrease", None),
    ("Double the number of charging points", 100, "%", "increase", None),
    ("Ensure three quarters of schools are rated good", 75, "%", "reach", None),
    ("Reduce rough sleeping to zero", 0, "item", "decrease", None),
    ("Achieve zero road deaths", 0, "death", "decrease", None),
    ("Ensure every ward has a defibrillator", 100, "%", "reach", None),
    ("Answer 95% of calls within 30 seconds", 95, "%", "reach", None),
    ("Reduce the vacancy rate below 5%", 5, "%", "decrease", None),
    ("Deliver a 10% biodiversity net gain", 10, "%", "increase", None),
    ("Save £1.5m a year by 2025", 1_500_000, "GBP", "reach", None),
    ("Resolved to increase the precept to £5000", 5000, "GBP", "increase", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "direction", "baseline"), TARGETS)
def test_a_phrase_has_the_target(
    quantities: QuantityReader, text: str, value: float, unit: str, direction: str, baseline: float | None
) -> None:
    targets, _ = quantities.read(text, 0, text)
    assert [(target.value, target.unit, target.direction, target.baseline) for target in targets] == [(value, unit, direction, baseline)]


@pytest.mark.parametrize(
    "text",
    [
        "Focus on the 15 priority wards",
        "Contact the team on 01908 691691",
        "See page 12 and Appendix 3",
        "Write to Two Castles Housing",
        "Open 7 days a week",
        "Offer 30 hours of free childcare to 3 and 4 year olds",
        "Supported by 60% of residents",
        "EHCPs have increased by 11%",
        "Zero waste to landfill",
        "Improve the 3 mile stretch of road between the towns",
    ],
)
def test_a_figure_that_describes_is_neither_target_nor_budget(quantities: QuantityReader, text: str) -> None:
    assert quantities.read(text, 0, text) == ([], [])


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Plant around 500 trees", "about"),
        ("Build c940 homes", "about"),
        ("Support up to 30 families", "at_most"),
        ("Train at least 200 staff", "at_least"),
        ("Increase satisfaction to 80% or above", "at_least"),
        ("Increase membership to over 5,000", "more_than"),
        ("Cut the wait to under 10 days", "less_than"),
        ("Plant 500 trees", None),
    ],
)
def test_the_words_that_compare_are_kept(quantities: QuantityReader, text: str, comparator: str | None) -> None:
    assert [target.comparator for target in quantities.read(text, 0, text)[0]] == [comparator]


@pytest.mark.parametrize("text", ["Increase footfall by 15-20%", "Hold 1 to 2 meetings per year", "Recruit 12-15 volunteers"])
def test_a_range_has_no_single_value(quantities: QuantityReader, text: str) -> None:
    assert [target.value for target in quantities.read(text, 0, text)[0]] == [None]


@pytest.mark.parametrize(
    ("text", "amount", "comparator"),
    [
        ("Invest c£750k in the leisure centre", 750_000, "about"),
        ("Allocate 50k to the scheme", 50_000, None),
        ("Invest £0.5bn in housing", 500_000_000, None),
        ("A budget of up to £30k has been agreed", 30_000, "at_most"),
        ("Invest £3-4 million in the town centre", 3_000_000, "at_least"),
        ("Spend between £10k and £15k on paint", 10_000, "at_least"),
    ],
)
def test_a_sum_set_aside_is_a_budget_and_a_range_at_least_its_lower_bound(
    quantities: QuantityReader, text: str, amount: float, comparator: str | None
) -> None:
    assert [(budget.amount, budget.comparator) for budget in quantities.read(text, 0, text)[1]] == [(amount, comparator)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Increase the number of young people not in education by 5%", "number of young people not in education"),
        ("Reduce the average waiting time from 5 weeks to 2 weeks", "average waiting time"),
        ("ensure that 90% of plans are issued within 20 weeks", "plans issued within 20 weeks"),
        ("Create 300 new parking spaces", "new parking spaces"),
        ("a 20% increase in visits to parks", "visits to parks"),
        ("Lay 14 km of greenway", "greenway"),
    ],
)
def test_the_metric_is_what_is_measured(quantities: QuantityReader, text: str, metric: str) -> None:
    assert [target.metric for target in quantities.read(text, 0, text)[0]] == [metric]


def test_a_figure_is_masked_by_as_many_marks_as_it_has_characters(quantities: QuantityReader) -> None:
    text = "Cut waste by 20%"
    assert mask(text, quantities.amounts(text)) == "Cut waste by " + 3 * MARKS["share"]


def test_the_marks_of_the_rules_are_those_of_the_amounts(rulebook: Rulebook) -> None:
    names = {"share": "share", "count": "count", "time": "period", "money": "sum", "bare": "bare"}
    names |= {"whole": "whole", "nothing": "nothing", "multiple": "multiple"}
    assert {kind: rulebook.fragments[name] for kind, name in names.items()} == {
        kind: f"(?:\\u{ord(mark):04x}+)" for kind, mark in MARKS.items()
    }
