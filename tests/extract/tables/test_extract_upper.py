"""Tables with two columns of orders, of which one stands above the other."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

MERGED = """# Plan

| Action | Deliverable | Timeline | Responsibility |
|---|---|---|---|
| 13. Set up a working group to drive the plan. | Draft its terms of reference. | June 2020 | Parks Manager |
| | Hold four meetings. | May 2021 | Parks Manager |
| 14. Build the next plan. | Register with the county. | March 2021 | Chief Executive |
"""


def test_an_order_with_cells_merged_downwards_is_what_the_rows_stand_under(promises: Promises) -> None:
    upper, *rows = promises(MERGED)
    assert (upper.ref, upper.kind, upper.text) == ("13", "commitment", "Set up a working group to drive the plan.")
    assert [(row.text, row.parent == upper.id) for row in rows[:2]] == [
        ("Draft its terms of reference.", True),
        ("Hold four meetings.", True),
    ]


def test_an_order_above_a_single_row_gives_it_its_number(promises: Promises) -> None:
    last = promises(MERGED)[-1]
    assert (last.ref, last.text, last.parent) == ("14", "Register with the county.", None)


def test_cells_printed_again_in_each_row_count_as_merged(promises: Promises) -> None:
    rows = promises(
        "# Plan\n\n| Commitment | Action | Lead |\n|---|---|---|\n"
        "| Cut waste | Sort the bins | Parks Team |\n| Cut waste | Sell the bags | Clerk |\n"
    )
    assert [row.text for row in rows] == ["Cut waste", "Sort the bins", "Sell the bags"]


def test_an_objective_of_its_own_for_each_row_is_its_theme(promises: Promises) -> None:
    rows = promises(
        "# Plan\n\n| Objective | Action | Lead |\n|---|---|---|\n"
        "| Cleaner air | Plant ten trees | Parks Team |\n| Safer roads | Mend the kerbs | Clerk |\n"
    )
    assert [(row.text, row.section[-1]) for row in rows] == [("Plant ten trees", "Cleaner air"), ("Mend the kerbs", "Safer roads")]


def test_milestones_beside_an_action_are_its_steps(promises: Promises) -> None:
    action, step = promises(
        "# Plan\n\n| Action | Milestones | Lead |\n|---|---|---|\n| Renew the hall | Publish the plan by May 2024 | Clerk |\n"
    )
    assert (action.text, step.text, step.parent == action.id) == ("Renew the hall", "Publish the plan by May 2024", True)


def test_a_first_row_with_a_sum_is_no_header(promises: Promises) -> None:
    text = "# Capital works\n\nStage 1 of the market square\t£1,250,000\nRural roads\t£860,500\nSwimming pool liner\t£95k\n"
    assert [record.budgets[0].amount for record in promises(text)] == [1_250_000, 860_500, 95_000]


def test_an_objective_behind_its_action_is_no_part_of_it(promises: Promises) -> None:
    rows = promises("# Plan\n\n| Action | Objective | Lead |\n|---|---|---|\n| Plant ten trees | Cleaner air | Parks Team |\n")
    assert [row.text for row in rows] == ["Plant ten trees"]


def test_milestones_beside_an_objective_and_its_action_are_steps_of_the_action(promises: Promises) -> None:
    action, step = promises(
        "# Plan\n\n| Objective | Action | Milestones | Lead |\n|---|---|---|---|\n"
        "| Cleaner air | Plant ten trees | Order the trees by May 2024 | Parks Team |\n"
    )
    assert (action.text, step.text, step.parent) == ("Plant ten trees", "Order the trees by May 2024", action.id)
