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


def test_one_column_may_tell_who_and_when(promises) -> None:
    source = "# Actions\n\nNo/Ref\tAction\tWho/By When\n21/1\tBook the hall\tJM / 1 November 2021\n21/2\tSend the form\tClerk – ASAP\n"
    read = [([o.text for o in r.owners], [d.text for d in r.deadlines], r.ref) for r in promises(source)]
    assert read == [(["JM"], ["1 November 2021"], "21/1"), (["Clerk"], ["ASAP"], "21/2")]


def test_what_a_discussion_resolved_counts_beside_the_action(promises) -> None:
    head = "Ref\tMinutes/Matters Discussed\tAction\tWho\n"
    row = "214\tMembers saw the roof. RESOLVED to accept the quotation of £2,340 from Hall & Sons.\tPlace the order\tJM\n"
    assert texts(promises, MINUTES + head + row) == [
        "RESOLVED to accept the quotation of £2,340 from Hall & Sons.",
        "Place the order",
    ]


def test_a_title_between_rows_belongs_to_none_of_them(promises) -> None:
    head = "Ref\tAction\tOwner\tDue\tComments\n"
    source = (
        "# Log\n\n"
        + head
        + "OPEN\t\t\t\t\n24-03\tWrite a letter\tClerk\tMay 2024\t\nCLOSED\t\t\t\t\n23-18\tAppoint an auditor\tClerk\tMay 2023\tLate\n"
    )
    assert [(record.ref, record.section[-1]) for record in promises(source)] == [("24-03", "OPEN"), ("23-18", "CLOSED")]


def test_a_row_goes_on_in_the_first_cell_of_the_next(promises) -> None:
    head = "Recommendation\tResponse\tLead Officer\n"
    source = "# Plan\n\n" + head + "f) That the Board receives the plan before it is\tAgreed\tS Gould\nadopted by Cabinet\t\t\n"
    (only,) = promises(source)
    assert (only.ref, only.text) == ("f", "That the Board receives the plan before it is adopted by Cabinet")


def test_bullets_stand_below_a_lettered_clause_that_ends_in_a_colon(promises) -> None:
    clauses = "(a) Plant a wood;\n\n(b) Encourage Members to:\n\n- Sign up to the pledge;\n\n(c) Cut its use of paper.\n"
    _, above, child, last = promises(MINUTES + "RESOLVED that the Council agree to:\n\n" + clauses)
    assert (child.parent, last.ref, last.parent) == (above.id, "(c)", None)


@pytest.mark.parametrize("tag", ["(Action: Ann Lee).", "The Clerk to action."])
def test_a_tag_makes_an_action_of_the_sentence_before_it(promises, tag: str) -> None:
    (only,) = promises(f"{MINUTES}5 THE HALL\n\n5.1 The roof leaks. The Chair sought an update on its repair. {tag}\n")
    assert (only.text, only.kind, only.ref) == ("The Chair sought an update on its repair.", "action", "5.1")


def test_whom_a_resolution_recommends_to_act_is_to_act(promises) -> None:
    (only,) = promises(f"{MINUTES}It was RESOLVED to recommend the County Council to:\n\n1) Issue the precepts.\n")
    assert (only.kind, [owner.text for owner in only.owners]) == ("recommendation", ["County Council"])


def test_of_two_tags_in_a_row_neither_is_a_record(promises) -> None:
    (only,) = promises(f"{MINUTES}5 THE HALL\n\n5.1 The Chair sought an update on the roof. The Clerk to action. The Chair to follow up.\n")
    assert only.text == "The Chair sought an update on the roof."
