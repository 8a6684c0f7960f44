"""Owners that a label names: in a step, behind it, below it, below its heading."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]


def owners(records: tuple[Commitment, ...]) -> list[list[tuple[str, str]]]:
    return [[(owner.text, owner.role) for owner in record.owners] for record in records]


@pytest.mark.parametrize(
    ("item", "named"),
    [
        ("Plant 500 trees by 2025. Lead: Parks Team", [("Parks Team", "lead")]),
        ("Build homes by 2027. Responsible officer: Jane Smith", [("Jane Smith", "lead")]),
        ("Mow the lawn by May 2025 (Head of Parks)", [("Head of Parks", "lead")]),
        ("Order the bins by May 2025 (JB/SR)", [("JB", "lead"), ("SR", "lead")]),
        ("Plant trees by 2025. Lead: Parks Team; Partners: Natural England", [("Parks Team", "lead"), ("Natural England", "partner")]),
        ("Support children with an education plan by 2025 (EHC)", []),
    ],
)
def test_a_step_names_its_owner_behind_a_label_or_in_brackets(promises: Promises, item: str, named: list[tuple[str, str]]) -> None:
    assert owners(promises(f"# Plan\n\n- {item}\n- Sweep every road\n"))[0] == named


def test_a_label_below_a_heading_holds_for_all_below_it(promises: Promises) -> None:
    trees = "## Trees\n\nLead officer: Director of Place\n\n- Plant 500 trees by 2025\n- Mow lawns by 2026\n"
    assert owners(promises(f"# Plan\n\n{trees}\n## Roads\n\n- Mend roads by 2026\n")) == [[("Director of Place", "lead")]] * 2 + [[]]


def test_an_action_line_that_names_nobody_else_gives_the_promise_before_it_its_owner(promises: Promises) -> None:
    head = "Minutes of the meeting of Wexton Parish Council held on 4 May 2021\n\nPresent: Cllr A. Reed\n\nApologies: Cllr C. Fern\n\n"
    records = promises(head + "It was agreed to mend the stile. ACTION: Clerk\n")
    assert owners(records) == [[("Clerk", "lead")]]


def test_the_group_stands_for_the_group_named_before_it(promises: Promises) -> None:
    records = promises("# Plan\n\nThe Flood Working Group was set up in 2020. The group will map all drains by 2026.\n")
    assert owners(records) == [[("Flood Working Group", "lead")]]


def test_a_row_keeps_its_owner_and_gains_the_partners_of_its_words(promises: Promises) -> None:
    records = promises("# Plan\n\nAction\tOwner\tTimescale\nPlant trees with the Woodland Trust\tEM\tMay 2021\nMow\tEM\tMay 2021\n")
    assert owners(records)[0] == [("EM", "lead"), ("Woodland Trust", "partner")]


def test_a_column_behind_the_promise_that_names_nobody_holds_no_owners(promises: Promises) -> None:
    records = promises("# Plan\n\nPlant a hedge along the lane\tMay 2021\tOak Street\nMow the verge of the lane\tJune 2021\tElm Road\n")
    assert owners(records) == [[], []]
