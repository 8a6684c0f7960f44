"""Words of progress, with the words that were read."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]
TABLE = "# Action plan\n\n| Action | Lead | Progress |\n| --- | --- | --- |\n| Mend the wall | Clerk | {} |\n"
STEPS = "# Plan\n\n| Commitment | Delivery |\n| --- | --- |\n| Plant trees in every park | {} |\n"


def test_a_status_has_the_words_of_its_column(promises: Promises) -> None:
    (only,) = promises(TABLE.format("Completed"))
    assert only.status_evidence is not None
    assert (only.status, only.status_evidence.text, only.status_evidence.rule) == ("done", "Completed", "ST06")


def test_a_status_has_the_words_of_the_step(promises: Promises) -> None:
    _, step = promises(STEPS.format("A nursery is being built by volunteers."))
    assert step.status_evidence is not None
    assert (step.status, step.status_evidence.text) == ("under_way", "being built")


def test_the_words_stand_where_the_span_says(promises: Promises) -> None:
    (only,) = promises(TABLE.format("Work under way"))
    assert only.status_evidence is not None
    start = only.span.end + len("\tClerk\t")
    assert only.status_evidence.span == (start, start + len("Work under way"))


def test_what_is_merely_planned_has_no_words(promises: Promises) -> None:
    (only,) = promises(TABLE.format("Not started"))
    assert (only.status, only.status_evidence) == (None, None)


TRACKER = "# Log\n\n| Action | Councillor | Due Date | Completed |\n|---|---|---|---|\n| Obtain costs of signs | Clerk | May 2021 | {} |\n"


@pytest.mark.parametrize(
    ("said", "status"), [("Yes", "done"), ("In progress – quotes awaited", "under_way"), ("Quote of £450 accepted", None)]
)
def test_a_column_that_asks_whether_it_is_done_is_answered_or_not(promises, said: str, status: str | None) -> None:
    (record,) = promises(TRACKER.format(said))
    assert record.status == status
