"""Forms in which decisions and what became of them are printed: motions that fell, clauses over with the vote, remarks in tables."""

import pytest

MINUTES = "Minutes of the meeting of the Board held on 4 May 2021\n\nPresent: Cllr A. Reed\n\nApologies: none\n\n"
LOG = "# Action log\n\nUpdated 1 June 2024\n\nAction\tOwner\tDue\tProgress\n"


def texts(promises, source: str) -> list[str]:
    return [record.text for record in promises(source)]


def test_a_clause_above_the_words_that_it_was_lost_is_no_promise(promises) -> None:
    source = MINUTES + "7 THE POOL\n\nThat the Council close the pool in winter.\n\nThe motion was put to the vote and was lost.\n"
    assert texts(promises, source) == []


def test_what_was_carried_under_another_heading_stays(promises) -> None:
    source = (
        MINUTES
        + "6 THE HALL\n\nThat the Council paint the hall.\n\n7 THE POOL\n\nThat the Council close the pool.\n\nThe motion was lost.\n"
    )
    assert texts(promises, source) == ["That the Council paint the hall."]


def test_a_resolution_may_end_in_a_colon_and_a_dash(promises) -> None:
    source = MINUTES + "RESOLVED:- that the Council agree to:-\n\n(a) Plant a wood;\n\n(b) Call on the Government to help;\n"
    assert [(record.ref, record.kind) for record in promises(source)] == [("(a)", "commitment"), ("(b)", "recommendation")]


@pytest.mark.parametrize(
    "clause", ["thank Ann Lee for her visit.", "receive the June update report.", "confirm the minutes of its last meeting."]
)
def test_a_clause_that_is_over_with_the_vote_promises_nothing(promises, clause: str) -> None:
    assert texts(promises, f"{MINUTES}That the Waitawa Local Board:\n\na) {clause}\n\nb) allocate $500 to the park.\n") == [
        "allocate $500 to the park."
    ]


def test_whom_a_committee_recommends_something_to_is_to_act(promises) -> None:
    (only,) = promises("# Report\n\nThe Committee recommends that Council:\n\nR1 Adopt the new rules.\n")
    assert [owner.text for owner in only.owners] == ["Council"]


def test_the_day_an_action_came_up_is_no_deadline(promises) -> None:
    source = "# Actions\n\nDate and item\tAction\tOwner\tDue\n4 Dec 2023 Item 4\tReview the charges\tClerk\tMay 2024\n"
    assert [deadline.text for deadline in promises(source)[0].deadlines] == ["May 2024"]


def test_a_remark_with_a_past_day_is_a_step_that_is_done(promises) -> None:
    row, step = promises(LOG + "Write to the county\tClerk\tJuly 2024\tLetter sent 4 May 2024.\n")
    assert (row.status, step.status, step.deadlines) == (None, "done", ())


def test_a_word_of_progress_is_the_status_of_its_row(promises) -> None:
    (row,) = promises(LOG + "Write to the county\tClerk\tJuly 2024\tWork under way.\n")
    assert row.status == "under_way"


def test_a_comment_that_only_describes_is_no_step(promises) -> None:
    assert len(promises(LOG + "Cut task groups\tClerk\tJuly 2024\tThere were 17 task groups at 31 March.\n")) == 1
