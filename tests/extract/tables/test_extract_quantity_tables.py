"""Columns of indicators and budgets: told apart by their headers, and read with the units and scales that these tell."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]


def only(promises: Promises, *rows: str) -> Commitment:
    (row,) = promises("# Plan 2021/22\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n")
    return row


@pytest.mark.parametrize("header", ["Baseline", "Previous year", "2020/21 Actual", "Last year's target"])
def test_a_column_that_tells_how_it_stood_is_the_baseline(promises: Promises, header: str) -> None:
    row = only(promises, f"Measure | {header} | Target", "Visits to parks | 300 | 400")
    assert [(target.value, target.baseline) for target in row.targets] == [(400, 300)]


def test_the_column_called_baseline_comes_before_that_of_the_last_year(promises: Promises) -> None:
    row = only(promises, "Measure | 2020/21 Actual | Baseline | Target", "Visits to parks | 300 | 250 | 400")
    assert [target.baseline for target in row.targets] == [250]


@pytest.mark.parametrize(
    ("measure", "cell", "value", "unit"),
    [
        ("Percentage of calls answered", "95", 95, "%"),
        ("Average time to let a home (days)", "21", 21, "day"),
        ("Number of families helped", "257", 257, "family"),
        ("First time entrants per 100,000", "450", 450, "per 100,000"),
        ("Homes improved", "1,200", 1200, "home"),
        ("Waste recycled", "60%", 60, "%"),
        ("Missed bins", "zero", 0, "bin"),
    ],
)
def test_the_name_of_the_measure_tells_the_unit(promises: Promises, measure: str, cell: str, value: float, unit: str) -> None:
    row = only(promises, "Measure | Baseline | Target", f"{measure} | 10 | {cell}")
    assert [(target.value, target.unit) for target in row.targets] == [(value, unit)]


def test_a_bound_in_a_cell_is_kept(promises: Promises) -> None:
    row = only(promises, "Measure | Baseline | Target", "Calls answered | 90% | at least 95%")
    assert [(target.value, target.comparator) for target in row.targets] == [(95, "at_least")]


def test_a_change_in_a_cell_has_its_direction(promises: Promises) -> None:
    row = only(promises, "Measure | Baseline | Target", "Visits to parks | 300 | Increase by 5%")
    assert [(target.value, target.direction) for target in row.targets] == [(5, "increase")]


def test_a_header_tells_the_thousands_of_its_sums(promises: Promises) -> None:
    row = only(promises, "Action | Owner | Budget (£000s)", "Plant a hedge | Parks Team | 25")
    assert [budget.amount for budget in row.budgets] == [25_000]


def test_a_year_in_a_column_of_money_is_no_sum(promises: Promises) -> None:
    row = only(promises, "Action | Owner | Funding", "Plant a hedge | Parks Team | 2024/25")
    assert row.budgets == ()


def test_a_figure_printed_twice_counts_once(promises: Promises) -> None:
    row = only(promises, "Action | Owner | Measure", "Plant 40 trees | Parks Team | 40 trees planted")
    assert [target.value for target in row.targets] == [40]
