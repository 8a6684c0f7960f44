"""Tables whose headers say less, or something else, than their cells; and rows that plan nothing."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]


def plan(*rows: str, title: str = "Plan 2024/25") -> str:
    return f"# {title}\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


def texts(records: tuple[Commitment, ...]) -> list[str]:
    return [record.text for record in records]


def test_names_below_action_are_owners_where_another_column_has_the_words(promises: Promises) -> None:
    (record,) = promises(plan("No. | Item | Year | Action", "1 | Plant a hedge along the lane | 2024/25 | Town Clerk"))
    assert (record.text, record.ref, [owner.text for owner in record.owners]) == ("Plant a hedge along the lane", "1", ["Town Clerk"])


def test_a_reference_beside_merged_cells_is_that_of_the_objective(promises: Promises) -> None:
    rows = "HS1 | Tenants will be asked for their views | Hold a forum | May 2024", " |  | Send a survey | June 2024"
    records = promises(plan("Ref | Improvement | Milestones | Target date", *rows))
    assert [(record.ref, record.parent is None) for record in records] == [("HS1", True), (None, False), (None, False)]


def test_the_number_that_opens_a_cell_is_its_reference(promises: Promises) -> None:
    (record,) = promises(plan("Action | When", "3. Plant a hedge | May 2024"))
    assert (record.ref, record.text) == ("3", "Plant a hedge")


def test_several_paragraphs_in_a_row_that_names_its_owner_are_one_promise(promises: Promises) -> None:
    (record,) = promises(plan("Action | Owner | When", "<p>Plant a hedge</p><p>Water it</p> | Parks Team | May 2024"))
    assert record.text == "Plant a hedge Water it"


def test_an_objective_beside_a_list_of_actions_stands_above_them(promises: Promises) -> None:
    cells = "Hall | To repair the hall within the year | <p>- Clerk to find a builder</p><p>- Grant to be applied for</p>"
    records = promises(plan("Aim | Objective | Actions", cells))
    assert [(record.kind, record.text) for record in records] == [
        ("commitment", "To repair the hall within the year"),
        ("action", "Clerk to find a builder"),
        ("action", "Grant to be applied for"),
    ]


def test_sums_below_a_budget_need_no_name_over_their_items(promises: Promises) -> None:
    rows = " | Budget | Reserves | Grants", "PARKS", "Fence repair | $ 900 | $ 600 | $ 300", "GRAND TOTAL | $ 900 | $ 600 | $ 300"
    records = promises(plan(*rows, title="Capital program 2024"))
    assert [(record.text, record.budgets[0].amount) for record in records] == [("Fence repair", 900)]


def test_a_stage_with_its_actual_date_is_over(promises: Promises) -> None:
    rows = "Draft | May 2023 |  | June 2023", "Adoption | June 2024 | May 2025 | "
    records = promises(plan("Milestone | Planned in March 2023 | Planned now | Actual", *rows))
    assert [(record.text, [deadline.end for deadline in record.deadlines]) for record in records] == [("Adoption", ["2025-05-31"])]


@pytest.mark.parametrize(("cell", "status"), [("100", "done"), ("40", "under_way"), ("0", None)])
def test_a_share_in_a_column_of_progress_tells_the_status(promises: Promises, cell: str, status: str | None) -> None:
    (record,) = promises(plan("Action | Owner | Progress %", f"Plant a hedge | Parks Team | {cell}"))
    assert record.status == status


def test_no_further_action_is_none(promises: Promises) -> None:
    assert promises(plan("Risk | Mitigating action | Owner", "Flood | No further action. Risk tolerated. | Parks Team")) == ()


def test_what_was_not_agreed_has_no_steps(promises: Promises) -> None:
    cells = "Reduce the number of forms. | Not agreed. The forms were reviewed in 2023."
    assert texts(promises(plan("Recommendation | Response", cells))) == ["Reduce the number of forms."]


def test_stages_that_were_over_when_the_paper_was_written_are_none(promises: Promises) -> None:
    rows = "Stage\tDates\nScoping\tMay 2017\nExamination\tSpring 2022\n"
    assert texts(promises(f"# Local Development Scheme\n\nOctober 2021\n\n{rows}")) == ["Examination"]


def test_a_finding_beside_its_recommendations_is_none_of_them(promises: Promises) -> None:
    rows = "75% of Members asked for more training | Hold a course | May 2024", " | Write a guide | June 2024"
    records = promises(plan("Objective | Action | When", *rows))
    assert texts(records) == ["Hold a course", "Write a guide"]


def test_how_often_may_end_a_cell(promises: Promises) -> None:
    (record,) = promises(plan("Action | Priority | Owner", "Check the swings monthly | High | Town Clerk"))
    assert [deadline.rrule for deadline in record.deadlines] == ["FREQ=MONTHLY"]


def test_a_measure_with_a_target_is_an_indicator_though_its_first_word_may_be_a_verb(promises: Promises) -> None:
    (record,) = promises(plan("Code | Description | Target 2024/25", "H1 | Rent collected as a % of rent due | 98%"))
    assert record.kind == "indicator"


def test_days_below_a_header_that_may_mean_people_are_deadlines(promises: Promises) -> None:
    (record,) = promises(plan("Action | To be completed by", "Plant a hedge | May 2024"))
    assert ([deadline.text for deadline in record.deadlines], record.owners) == (["May 2024"], ())


def test_names_below_a_header_that_may_mean_days_are_owners(promises: Promises) -> None:
    (record,) = promises(plan("Action | Completed by", "Plant a hedge | Parks Team"))
    assert [owner.text for owner in record.owners] == ["Parks Team"]
