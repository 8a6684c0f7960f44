"""Steps in the cells of a row: how they are counted, and whose and when they are."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]


def plan(*rows: str) -> str:
    return "# Plan 2024/25\n\n" + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


def test_steps_that_a_cell_counts_keep_their_numbers(promises: Promises) -> None:
    rows = "Activity | Milestones | Key partners", "Deliver a hall | 1. Appoint a builder. 2. Finish it by May 2024. | Town Trust"
    assert [(record.ref, record.text) for record in promises(plan(*rows))] == [
        (None, "Deliver a hall"),
        ("1", "Appoint a builder."),
        ("2", "Finish it by May 2024."),
    ]


def test_as_many_owners_and_times_as_steps_belong_one_to_each(promises: Promises) -> None:
    row = "Issue a guide | <p>Produce the guide</p><p>Publish the guide</p> | <p>Ann Lee</p><p>Bo Ray</p> | <p>May 2024</p><p>June 2024</p>"
    _, produce, publish = promises(plan("Recommendation | Proposed actions/progress | Responsible | Date", row))
    assert [owner.text for owner in produce.owners + publish.owners] == ["Ann Lee", "Bo Ray"]
    assert [deadline.text for deadline in produce.deadlines + publish.deadlines] == ["May 2024", "June 2024"]


def test_what_has_been_done_has_no_owner_of_the_row(promises: Promises) -> None:
    row = "Plant a hedge | Ann Lee | A survey of the lane was carried out in March. | May 2024"
    _, step = promises(plan("Action | Lead | Progress | Due", row))
    assert step.owners == ()


def test_progress_beside_a_rating_is_told_in_steps(promises: Promises) -> None:
    row = "Plant 24 oaks | Ann Lee | May 2024 | G | 16 oaks have been planted. The rest will be in place by April 2024."
    records = promises(plan("Action | Lead | Due | RAG | Progress", row))
    assert [(record.text, record.status) for record in records[1:]] == [
        ("16 oaks have been planted.", "done"),
        ("The rest will be in place by April 2024.", None),
    ]


def test_only_what_is_to_be_done_is_the_lead_s_where_progress_stands_beside(promises: Promises) -> None:
    row = "Plant a hedge | Ann Lee | Choose the plants | A survey of the lane was carried out. | May 2024"
    _, step, remark = promises(plan("Action | Lead | Milestones | Progress | Due", row))
    assert [[owner.text for owner in each.owners] for each in (step, remark)] == [["Ann Lee"], []]
