"""Sentences that open with their verb, under headings that name objectives, and lead-ins with a date or a name in them."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

PLAN = "# Library strategy\n\n## Objective 1: Core offer\n\n{}\n\n## Objective 2: Staff\n\nTrain all staff in first aid.\n"
LEAD = """# Governance statement

## 2. Review

2.1 The group met.

2.2 The Corporate Governance Group (CGG) will, by 20 December 2024:

(a) test the continuity plan; and
(b) replace the code.
"""


def test_an_order_under_an_objective_is_a_commitment_with_its_number(promises: Promises) -> None:
    records = promises(PLAN.format("Deliver a wide core service in each town."))
    assert [(record.kind, record.ref) for record in records] == [("commitment", "Objective 1"), ("commitment", "Objective 2")]


def test_guidance_to_readers_is_no_promise(promises: Promises) -> None:
    assert len(promises(PLAN.format("Contact the clerk for a printed copy."))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Return on investment from dividends and rent",
        "Limit on principal invested beyond year end",
        "Direct payments, day services and short breaks",
        "Surface water from the upper town",
        "Process by which the bank sells bonds",
        "Scale: a population of 1.5 million",
        "Care & Support",
    ],
)
def test_a_noun_that_may_be_a_verb_too_is_no_order(promises: Promises, words: str) -> None:
    assert len(promises(PLAN.format(words + "."))) == 1


def test_an_order_under_any_other_heading_is_no_promise(promises: Promises) -> None:
    assert promises("# Guide\n\n## Your garden\n\nPlant the bulbs in autumn.\n") == ()


def test_the_items_below_a_dated_lead_in_have_its_owner_and_date(promises: Promises) -> None:
    below = [record for record in promises(LEAD) if record.parent]
    assert [([owner.text for owner in record.owners], [deadline.text for deadline in record.deadlines]) for record in below] == [
        (["Corporate Governance Group (CGG)"], ["20 December 2024"]),
        (["Corporate Governance Group (CGG)"], ["20 December 2024"]),
    ]


def test_a_year_before_the_name_in_a_lead_in_is_no_part_of_the_owner(promises: Promises) -> None:
    records = promises("# Plan\n\nIn 2025 the Roads Section will:\n\n- resurface 38 km of road\n- erect lights\n")
    assert [owner.text for record in records for owner in record.owners] == ["Roads Section", "Roads Section"]


def test_decided_the_following_opens_resolutions(promises: Promises) -> None:
    records = promises("# Decision\n\nCouncil met and decided the following:\n\n1. That progress be reported to the Committee.\n")
    assert [record.kind for record in records] == ["commitment"]


def test_a_resolution_that_a_letter_be_noted_is_no_promise(promises: Promises) -> None:
    assert promises("# Decision\n\nRESOLVED:\n\n1. That the letter from the Centre for Governance be noted.\n") == ()


def test_a_dotted_number_in_front_of_a_rows_words_is_its_reference(promises: Promises) -> None:
    header = "| Milestone | Measurement | Target Date |\n|---|---|---|\n"
    table = header + "| 4.1 Publish the data | Completion | May 2021 |\n| 4.2 Train staff | Done | June 2021 |\n"
    assert [(record.ref, record.text) for record in promises("# Plan\n\n" + table)] == [("4.1", "Publish the data"), ("4.2", "Train staff")]


def test_a_length_of_time_in_the_name_of_a_measure_is_no_deadline(promises: Promises) -> None:
    table = "| Indicator | 2024 outturn | 2025 target |\n|---|---|---|\n| Calls answered within 8 weeks | 71% | 80% |\n| Visits | 7 | 9 |\n"
    assert [deadline.text for deadline in promises("# Plan\n\n" + table)[0].deadlines] == ["2025"]
