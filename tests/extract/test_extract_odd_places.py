"""Dates, owners and items where plans seldom print them."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

STATUS = "# Plan\n\nRef\tAction\tOwner\tStatus\nH1\tRecruit surveyors\tParks Team\t{}\nH2\tBuild a hall\tMayor\tComplete\n"


def texts(records: tuple[Commitment, ...]) -> list[str]:
    return [record.text for record in records]


def test_a_status_may_hold_the_date_that_is_due(promises: Promises) -> None:
    first, _ = promises(STATUS.format("In progress – due Autumn 2024"))
    assert (first.status, [deadline.end for deadline in first.deadlines]) == ("under_way", ["2024-11-30"])


def test_what_a_status_tells_in_a_sentence_stays_a_step(promises: Promises) -> None:
    assert len(promises(STATUS.format("In progress. The first surveyor will start work in May 2024."))) > 2


def test_that_the_council_opens_a_list(promises: Promises) -> None:
    source = "# Motion\n\nThat the Council:\n\n(a) plants 500 trees;\n(b) notes the report.\n"
    assert texts(promises(source)) == ["plants 500 trees;"]


def test_below_recommendations_it_opens_advice(promises: Promises) -> None:
    (only,) = promises("# Recommendations\n\nThat the Council:\n\n1. increases the tax by 4.99%;\n")
    assert only.kind == "recommendation"


def test_rows_of_an_account_are_no_actions(promises: Promises) -> None:
    source = "# Accounts\n\nAction fund\t2021/22 £000\t2022/23 £000\nSupport services\t1,200\t1,340\nReduce reserves\t300\t250\n"
    assert promises(source) == ()


def test_lines_that_look_like_headings_are_items_below_a_lead_in(promises: Promises) -> None:
    source = "Delivery\n\nWe will:\n\nDeliver 300 homes by 2026\n\nReduce rough sleeping to zero by 2027\n"
    assert texts(promises(source)) == ["Deliver 300 homes by 2026", "Reduce rough sleeping to zero by 2027"]


def test_a_heading_behind_printed_items_stays_one(promises: Promises) -> None:
    source = "Delivery\n\nWe will:\n\n- Deliver 300 homes\n\nCreate Thriving Towns\n\nThe towns are old.\n"
    assert texts(promises(source)) == ["Deliver 300 homes"]


def test_a_line_that_says_who_leads_is_no_heading(promises: Promises) -> None:
    source = "Safer streets\n\nLead Officer: Head of Community Safety\n\n- Install 30 new cameras\n"
    (only,) = promises(source)
    assert (only.section, [owner.text for owner in only.owners]) == (("Safer streets",), ["Head of Community Safety"])


def test_an_order_behind_the_word_action_is_no_owner(promises: Promises) -> None:
    (only,) = promises("# Plan\n\nAction: Clerk to write to highways by 5 May 2024\n")
    assert [owner.text for owner in only.owners] == ["Clerk"]
