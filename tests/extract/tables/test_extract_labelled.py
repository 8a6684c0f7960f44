"""Promises with labelled lines below them, which say who, when and for how much."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

ENTRY = """# Library plan

## Key activities

Develop a library plan

Lead officer: Principal Librarian

2007-10

Budget implications: £5,000 for premises

Review the service

Lead officer: Services Manager
"""


def test_an_order_with_labelled_lines_below_it_is_an_action(promises: Promises) -> None:
    assert [(record.kind, record.text) for record in promises(ENTRY)] == [
        ("action", "Develop a library plan"),
        ("action", "Review the service"),
    ]


def test_a_label_names_the_owner(promises: Promises) -> None:
    assert [owner.text for record in promises(ENTRY) for owner in record.owners] == ["Principal Librarian", "Services Manager"]


def test_a_time_alone_behind_a_label_is_the_deadline(promises: Promises) -> None:
    assert [deadline.text for deadline in promises(ENTRY)[0].deadlines] == ["2007-10"]


def test_a_label_of_money_with_a_sum_is_the_budget(promises: Promises) -> None:
    assert [budget.amount for budget in promises(ENTRY)[0].budgets] == [5000]


def test_a_label_of_money_without_a_sum_sets_nothing_aside(promises: Promises) -> None:
    record = promises("# Plan\n\nReview the service\n\nLead officer: Parks Manager\n\nBudget: 2 posts needed\n")[0]
    assert record.budgets == ()


def test_a_numbered_heading_with_an_owner_below_it_is_an_action_with_its_number(promises: Promises) -> None:
    record = promises("# Plan\n\n## Trees\n\n1.1 Plant 500 trees by 2025\nLead: Parks Team\n\n1.2 Inspect the oaks\nLead: Parks Team\n")[0]
    assert (record.ref, record.text, [owner.text for owner in record.owners]) == ("1.1", "Plant 500 trees by 2025", ["Parks Team"])


def test_who_to_ask_about_a_paper_makes_no_action_of_its_title(promises: Promises) -> None:
    assert promises("# Review the budget\n\nContact officer: Jane Smith\n\nReport author: Parks Manager\n\nTrees grow.\n") == ()


def test_lines_without_owner_or_time_make_no_action(promises: Promises) -> None:
    assert promises("# Plan\n\nDevelop a library\n\nOutcome: a library\n\nTrees grow.\n") == ()


def test_a_response_that_promises_nothing_tells_how_far_the_thing_is(promises: Promises) -> None:
    text = (
        "# Response to recommendations\n\nRecommendation 6\n\nThat officers should review the letters to tenants.\n\n"
        "Response: Accepted in principle – in progress, due Autumn 2024\nLead: Tenancy Manager\nCost: £5k from existing budgets\n"
    )
    (record,) = promises(text)
    assert (record.status, [deadline.end for deadline in record.deadlines], [budget.amount for budget in record.budgets]) == (
        "under_way",
        ["2024-11-30"],
        [5000],
    )


def test_a_response_that_promises_is_a_promise(promises: Promises) -> None:
    text = (
        "# Response to recommendations\n\nRecommendation 5\n\nThat the Council lobbies the Government.\n\n"
        "Response: Accepted. The Leader will write to the Secretary of State by May 2024.\nLead: Policy Manager\n"
    )
    assert any("will write" in record.text for record in promises(text))
