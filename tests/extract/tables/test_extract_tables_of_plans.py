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


def test_references_need_no_name_in_the_header(promises: Promises) -> None:
    records = promises(plan(" | Description | Lead | When", "1.1 | Plant a hedge | Clerk | May 2024", "1.2 | Mend it | Clerk | May 2024"))
    assert [record.ref for record in records] == ["1.1", "1.2"]


def test_names_above_dated_columns_are_a_header_whatever_they_say(promises: Promises) -> None:
    rows = "Parks paper | Autumn 2024 | March 2025 | Parks Officer", "Lanes paper | Spring 2025 | May 2025 | Parks Officer"
    assert texts(promises(plan("Document | Draft out | Adoption | Lead", *rows))) == ["Parks paper", "Lanes paper"]


def test_a_first_row_that_names_an_owner_among_owners_is_no_header(promises: Promises) -> None:
    rows = "Mend the fence | Clerk | Immediate", "Plant a hedge | Parks Officer | May 2024", "Paint the gate | Clerk | March 2024"
    assert texts(promises(plan(*rows))) == ["Mend the fence", "Plant a hedge", "Paint the gate"]


def test_an_outcome_before_the_order_is_what_it_stands_under(promises: Promises) -> None:
    rows = "Outcome | Activity | Lead | When | Success measure", "Green lanes | Plant a hedge | Clerk | May 2024 | 20 whips"
    (record,) = promises(plan(*rows))
    assert record.section[-1] == "Green lanes"


def test_words_of_progress_below_an_outcome_are_a_status(promises: Promises) -> None:
    rows = "1 | That a hedge be planted | The Mayor | Actioned.", "2 | That it be mended | The Mayor | Pending"
    records = promises(plan("Ref | Recommendation made | Recommendation made to: | Outcome", *rows))
    assert [(record.status, [owner.text for owner in record.owners]) for record in records] == [("done", ["Mayor"]), (None, ["Mayor"])]


def test_a_row_stands_below_its_theme_and_the_objective_above_it(promises: Promises) -> None:
    rows = "Priority area | Objectives | Actions | When", "Parks | Hedges and lanes | Plant a hedge | May 2024", " |  | Mend it | May 2024"
    assert [record.section[-2:] for record in promises(plan(*rows))] == [("Parks", "Hedges and lanes")] * 2


def test_a_heading_may_say_by_when_all_below_it_is_to_be_complete(promises: Promises) -> None:
    (record,) = promises(plan("Action | Lead", "Plant a hedge | Clerk", title="Short term – to be complete by end of March 2025"))
    assert [str(deadline.end) for deadline in record.deadlines] == ["2025-03-31"]


def test_a_stage_of_which_part_is_over_is_under_way(promises: Promises) -> None:
    (record,) = promises(plan("Document | Consultation date | Adoption date | Lead", "Parks paper | Completed May 2023 | May 2025 | Clerk"))
    assert record.status == "under_way"
