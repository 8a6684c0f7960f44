"""Columns that a quarter or a year heads: what they mark, tell, set aside or aim at is due in it."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]


def plan(*rows: str) -> str:
    return "# Plan 2024/25\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


def ends(record: Commitment) -> list[str | None]:
    return [deadline.end for deadline in record.deadlines]


def test_a_mark_below_a_quarter_is_a_deadline(promises: Promises) -> None:
    (record,) = promises(plan("Action | Lead | Q1 | Q2 | Q3", "Plant a hedge | Parks Team |  | x | "))
    assert ends(record) == ["2024-09-30"]


def test_words_below_a_quarter_are_a_step_due_in_it(promises: Promises) -> None:
    row, step = promises(plan("Action | Lead | Q1 | Q2 | Q3", "Build a hall | Property Team |  |  | Hall opens"))
    assert (step.text, step.parent, ends(step), ends(row)) == ("Hall opens", row.id, ["2024-12-31"], [])


def test_each_column_of_targets_has_its_year(promises: Promises) -> None:
    (record,) = promises(plan("Indicator | Baseline | Target 2024/25 | Target 2025/26", "Visits | 300 | 400 | 500"))
    assert ends(record) == ["2025-03-31", "2026-03-31"]


def test_sums_below_years_are_budgets(promises: Promises) -> None:
    rows = plan("Project | 2024/25 | 2025/26", "Plant a hedge | £400 | £500").replace("# Plan", "# Capital programme")
    assert [budget.amount for budget in promises(rows)[0].budgets] == [400, 500]


def test_figures_below_years_promise_nothing(promises: Promises) -> None:
    assert promises(plan("Indicator | 2022/23 | 2023/24", "Visits | 300 | 400")) == ()
