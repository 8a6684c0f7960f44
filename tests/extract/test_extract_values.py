"""Deadlines that are none, how far a step is, targets and budgets."""

from collections.abc import Callable

import pytest

from pipeline.extract.sentences.status import StatusReader
from pipeline.model.record import Commitment
from pipeline.rulebook import Rulebook

Promise = Callable[..., Commitment]


@pytest.mark.parametrize(
    "text",
    [
        "Spend the 2020/21 budget well",
        "Use 2019 figures for the survey",
        "Comply with the Ports Act 2017",
        "Build on what was achieved in March 2020",
        "Open the Festival 2023 website",
        "Keep the rules agreed on 4 May 2020",
        "Follow the report of 4 May 2020",
        "Renew the lamps installed in 2015",
        "Carry out our 21 ideas for 2021",
    ],
)
def test_a_date_that_names_something_or_is_past_is_no_deadline(promise: Promise, text: str) -> None:
    assert promise(text).deadlines == ()


def test_a_day_printed_twice_counts_once(promise: Promise) -> None:
    assert len(promise("Draft the map by May 2021 and print it by May 2021").deadlines) == 1


def test_two_days_are_two_deadlines(promise: Promise) -> None:
    assert [day.end for day in promise("Draft the map by May 2021 and print it by June 2021").deadlines] == ["2021-05-31", "2021-06-30"]


def test_a_month_behind_a_plain_word_is_one_to_keep_it_by(promise: Promise) -> None:
    assert [(day.end, day.relation) for day in promise("Adopt the strategy Sep 2020").deadlines] == [("2020-09-30", "by")]


STATUS = {
    "done": [
        "Steering group set up",
        "Lamps in place",
        "Bins installed in the park",
        "Report agreed",
        "The policy has been adopted",
        "The fair was held",
        "Completed",
        "Complete",
        "Funding secured and builder appointed",
    ],
    "under_way": [
        "Design team being procured",
        "Strategy under development",
        "Plan in development",
        "Work ongoing",
        "WIP",
        "In progress",
        "Commenced Oct 2024",
        "Phase one complete",
    ],
    None: [
        "Working with schools on a map",
        "Agreeing the scope",
        "Continue to plant trees",
        "Lamps to be installed",
        "Report due to be agreed",
        "Not started",
        "Ongoing throughout the year",
        "Controls to be put in place",
        "Board established and plan to be prepared",
        "Well-being services for all",
    ],
}


@pytest.mark.parametrize(("status", "text"), [(status, text) for status, texts in STATUS.items() for text in texts])
def test_a_remark_says_how_far_it_is(rulebook: Rulebook, status: str | None, text: str) -> None:
    assert StatusReader(rulebook).read(text, is_order=False, has_date_to_come=False) == status


def test_a_participle_with_a_date_to_come_says_nothing(rulebook: Rulebook) -> None:
    assert StatusReader(rulebook).read("Lamps installed by May 2030", is_order=False, has_date_to_come=True) is None


def test_an_order_says_nothing(rulebook: Rulebook) -> None:
    assert StatusReader(rulebook).read("Keep the lamps installed", is_order=True, has_date_to_come=False) is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "direction"),
    [
        ("Cut litter by 20% by 2030", 20, "%", "decrease"),
        ("Reduce waste by 15 per cent", 15, "%", "decrease"),
        ("Increase recycling by 5%", 5, "%", "increase"),
        ("Increase recycling to 60%", 60, "%", "increase"),
        ("Create 300 new parking spaces", 300, "space", "reach"),
        ("Create 50 acres of new woodland", 50, "acre", "reach"),
        ("Plant 1,200 trees", 1200, "tree", "reach"),
        ("Plant two million trees", 2_000_000, "tree", "reach"),
        ("Open ten libraries", 10, "library", "reach"),
        ("Bring waste to zero", 0, "item", "decrease"),
        ("Ensure every school has a garden", 100, "%", "reach"),
        ("Answer letters within 24 hours", 24, "hour", "reach"),
        ("Support a bid for £25m for the hall", 25_000_000, "GBP", "reach"),
        ("Raise £3,000 for the hall", 3000, "GBP", "reach"),
    ],
)
def test_a_promise_has_the_target(promise: Promise, text: str, value: float, unit: str, direction: str) -> None:
    assert [(target.value, target.unit, target.direction) for target in promise(text).targets] == [(value, unit, direction)]


def test_a_target_from_a_figure_to_a_figure_has_a_baseline(promise: Promise) -> None:
    (target,) = promise("Reduce the wait from 5 weeks to 2 weeks").targets
    assert (target.baseline, target.value, target.unit, target.direction) == (5, 2, "week", "decrease")


@pytest.mark.parametrize(
    "text",
    [
        "Provide places for 2, 3 and 4 year olds",
        "Run the £10 challenge in schools",
        "Work with the 14 to 19 Partnership",
        "Use section 17 of the act",
        "Plan for our four teaching schools",
        "Open from 2012 to 2014",
        "Reduce the gap to the national average",
        "Develop zero carbon homes",
    ],
)
def test_a_figure_that_only_describes_is_no_target(promise: Promise, text: str) -> None:
    assert promise(text).targets == ()


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Spend £50k on the paths", 50_000, "GBP"),
        ("Invest £1m in the harbour", 1_000_000, "GBP"),
        ("Invest £2.5 million in the harbour", 2_500_000, "GBP"),
        ("Use 2.2m funding for the harbour", 2_200_000, "GBP"),
        ("Purchase a bench at £450.75", 450.75, "GBP"),
        ("Allocate €3,000 to the hall", 3000, "EUR"),
        ("Allocate $3,000 to the hall", 3000, "USD"),
        ("Allocate $3,000 to the hall with the Province of Ontario", 3000, "CAD"),
        ("Allocate $3,000 to the hall in Tasmania", 3000, "AUD"),
    ],
)
def test_a_promise_has_the_budget(promise: Promise, text: str, amount: float, currency: str) -> None:
    assert [(budget.amount, budget.currency) for budget in promise(text).budgets] == [(amount, currency)]


@pytest.mark.parametrize("text", ["Charge £5 per hour for parking", "Build 440 m of path", "Run the £10 challenge in schools"])
def test_a_sum_that_is_not_set_aside_is_no_budget(promise: Promise, text: str) -> None:
    assert promise(text).budgets == ()


def test_a_sum_is_a_budget_or_a_target_and_never_both(promise: Promise) -> None:
    record = promise("Raise £3,000 for the hall")
    assert (len(record.targets), len(record.budgets)) == (1, 0)
