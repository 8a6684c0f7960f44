"""Tables that were exported one cell a line: orders, and on lines of their own below them when and who."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

TABLE = """Reconciliation plan

7 Support those who carry out this plan.

Define what resources are needed.

September 2020

Director, People and Culture

Train all senior leaders.

December 2020

Reconciliation Champions

8 Build the next plan.

Register with the national body.

April 2021

Parks Manager
"""
WITH_GAPS = """Tree plan

What

Who

Success measure

Target date

Recruit a tree officer

Parks Manager

Officer in post

December 2022

Design new signage for the park

Parks Manager

Communications Officer

Signage prepared

September 2022

Survey all trees in streets

Parks Manager

All trees surveyed

December 2025
"""


def test_each_order_is_an_action_with_the_time_and_the_owner_below_it(promises: Promises) -> None:
    actions = [record for record in promises(TABLE) if record.kind == "action"]
    assert [(record.text, record.deadlines[0].text, record.owners[0].text) for record in actions] == [
        ("Define what resources are needed.", "September 2020", "Director, People and Culture"),
        ("Train all senior leaders.", "December 2020", "Reconciliation Champions"),
        ("Register with the national body.", "April 2021", "Parks Manager"),
    ]


def test_a_numbered_order_above_several_is_what_they_stand_under(promises: Promises) -> None:
    records = promises(TABLE)
    assert [(record.ref, record.parent == records[0].id) for record in records[:3]] == [("7", False), (None, True), (None, True)]


def test_a_numbered_order_above_a_single_one_gives_it_its_number(promises: Promises) -> None:
    assert [(record.ref, record.text) for record in promises(TABLE)[3:]] == [("8", "Register with the national body.")]


def test_lines_that_are_neither_time_nor_owner_are_passed_over(promises: Promises) -> None:
    assert [record.text for record in promises(WITH_GAPS)] == [
        "Recruit a tree officer",
        "Design new signage for the park",
        "Survey all trees in streets",
    ]


def test_two_lines_of_owners_are_two_owners(promises: Promises) -> None:
    assert [owner.text for owner in promises(WITH_GAPS)[1].owners] == ["Parks Manager", "Communications Officer"]


def test_two_orders_with_a_time_and_an_owner_are_no_table(promises: Promises) -> None:
    text = "Notes\n\nPlant the trees.\n\nMay 2021\n\nParks Team\n\nMend the wall.\n\nJune 2021\n\nParks Team\n"
    assert not [owner for record in promises(text) for owner in record.owners]
