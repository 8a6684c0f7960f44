"""Lists below a lead-in: of things, which are one promise with it, and with captions between their items."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

MOTION = """# Minutes of the meeting of Wexton Parish Council held on 4 May 2021

Present: Cllr A. Reed

“Wexton Parish Council, having heard the report, is asked to agree the following:

Harbour

(a) Raise the harbour dues by May 2022
(b) Close the slipway

Trees

(c) Plant a hedge

In addition:

(d) To delegate authority to the Harbour Master to sign the lease
"""


def texts(records: tuple[Commitment, ...]) -> list[str]:
    return [record.text for record in records]


def test_things_listed_below_a_promise_are_part_of_it(promises: Promises) -> None:
    (record,) = promises("# Plan\n\nThe Parks Team will help developers to provide for:\n\n- local jobs\n- new skills\n")
    assert record.text == "The Parks Team will help developers to provide for: local jobs new skills"


def test_the_subject_of_a_promise_of_things_is_its_owner(promises: Promises) -> None:
    (record,) = promises("# Plan\n\nThe Parks Team will help developers to provide for:\n\n- local jobs\n- new skills\n")
    assert [owner.text for owner in record.owners] == ["Parks Team"]


def test_deeds_listed_below_a_promise_are_each_a_promise(promises: Promises) -> None:
    found = promises("# Plan\n\nThe Parks Team will help the town with:\n\n- plant a hedge\n- open a gate\n")
    assert texts(found) == ["plant a hedge", "open a gate"]


def test_a_caption_between_lettered_items_ends_no_list(promises: Promises) -> None:
    assert [(record.ref, record.kind) for record in promises(MOTION)] == [(f"({letter})", "recommendation") for letter in "abcd"]


def test_a_caption_is_the_section_of_the_items_below_it(promises: Promises) -> None:
    assert [record.section[-1] for record in promises(MOTION)][:3] == ["Harbour", "Harbour", "Trees"]


def test_a_body_before_an_aside_is_the_subject_of_a_lead_in(promises: Promises) -> None:
    assert [owner.text for owner in promises(MOTION)[0].owners] == ["Wexton Parish Council"]


def test_choices_promise_nothing(promises: Promises) -> None:
    assert promises("# Review\n\nThe Council may either:\n\n- agree the plan\n- reject the plan\n") == ()


def test_several_councillors_are_the_body_itself(promises: Promises) -> None:
    assert [record.kind for record in promises("# Plan\n\nIt is late and the Councillors will mend the seat.\n")] == ["commitment"]


def test_a_list_of_doings_is_one_promise_each(promises: Promises) -> None:
    records = promises("# Plan\n\nWe will open the library to all. We will do this by:\n\n- Reviewing the hours\n- Providing three ramps\n")
    assert [record.text for record in records] == ["Reviewing the hours", "Providing three ramps"]


def test_answers_to_feedback_promise_sentence_by_sentence(promises: Promises) -> None:
    table = (
        "| Consultation feedback | Council response |\n| --- | --- |\n| We will lose the hall | Noted. The Council will provide a bus. |\n"
    )
    assert texts(promises(f"# Responses\n\n{table}| Keep it | It is kept. |\n")) == ["The Council will provide a bus."]


def test_figures_below_years_are_no_actions(promises: Promises) -> None:
    assert promises("# Places\n\nBy 2025-26\tBy 2026-27\tPost 2032\n6.3FE\t14.3FE\t14FE\n") == ()


def test_a_numbered_line_that_only_says_who_is_asked_is_no_record(promises: Promises) -> None:
    found = promises("# Report\n\n## Recommendations\n\n4.1 The County Council is asked to:\n\n  (1) Approve the plan\n")
    assert texts(found) == ["Approve the plan"]


def test_a_sentence_among_mitigating_actions_is_an_action(promises: Promises) -> None:
    found = promises(
        "# Assessment\n\n## Mitigating actions for age\n\n1) Training will be provided before the move.\n2) Letters will be sent.\n"
    )
    assert [record.kind for record in found] == ["action", "action"]


def test_an_order_listed_in_an_action_plan_is_a_row_of_it(promises: Promises) -> None:
    listed = "## Dogs\n\n1. Research the cost of bags.\n2. Recruit more wardens.\n"
    assert [record.kind for record in promises(f"# Litter Action Plan 2007\n\n{listed}")] == ["action", "action"]
    assert [record.kind for record in promises(f"# Litter Strategy 2007\n\n{listed}")] == ["commitment", "commitment"]


def test_a_numbered_paragraph_below_recommendations_that_tells_how_they_came_about_advises_nothing(promises: Promises) -> None:
    told = "5.1 The options have been considered by the Health Committee on 4 May 2021."
    found = promises(f"# Report\n\n## 5. Recommendations of the committees\n\n{told}\n\n5.2 Publish a report on the options.\n")
    assert texts(found) == ["Publish a report on the options."]


def test_a_numbered_paragraph_below_recommendations_advises_whatever_it_tells_beside(promises: Promises) -> None:
    found = promises("# Report\n\n## 5. Recommendations\n\n5.1 The hall was closed in May and should be opened again.\n")
    assert texts(found) == ["The hall was closed in May and should be opened again."]


def test_a_numbered_paragraph_ends_the_bullets_of_a_lead_in(promises) -> None:
    source = (
        "# Plan\n\n5. Priorities\n\nThe Parks Board will:\n\n - plant a hedge\n - mow the green\n\n- 5.1 We will hold a fair in May 2024.\n"
    )
    assert [[owner.text for owner in record.owners] for record in promises(source)] == [["Parks Board"], ["Parks Board"], []]


def test_by_what_it_is_known_that_a_promise_was_kept_is_none(promises) -> None:
    source = "# Pledge\n\nWe will:\n\n- listen to you\n\nYou will know we have done this because:\n\n- Your words stand in the plan\n"
    assert [record.text for record in promises(source)] == ["listen to you"]


def test_what_a_numbered_paragraph_says_somebody_is_helped_for_is_no_promise(promises) -> None:
    source = (
        "# Report\n\n2. Introduction\n\n- 2.1 The Trust helps. It supports pupils so that they:\n\n - Attend school;\n - Make progress.\n"
    )
    assert promises(source) == ()


def test_the_year_that_a_lead_in_is_for_holds_for_its_items(promises) -> None:
    source = "# Plan\n\nPartners have committed to some areas of work for 2024-25:\n\n- Revise the strategy\n"
    assert [deadline.end for record in promises(source) for deadline in record.deadlines] == ["2025-03-31"]


def test_sentences_below_a_numbered_theme_are_promises_of_their_own(promises) -> None:
    source = "# Recommendations\n\n7. News for all carers:\n - 7.1 The Council should print it.\n - 7.2 The Trust should test it.\n"
    assert [record.ref for record in promises(source)] == ["7.1", "7.2"]


def test_what_may_be_done_is_no_promise_among_promises(promises: Promises) -> None:
    found = promises("# Plan\n\nIt was agreed that:\n\n- the Clerk will clear the ditch.\n- The bridge may need to be raised.\n")
    assert texts(found) == ["the Clerk will clear the ditch."]


def test_to_have_something_may_be_promised(promises: Promises) -> None:
    assert texts(promises("# Goals\n\n1. Plant a hedge\n2. Have regular talks with the Town Manager\n"))[1:] == [
        "Have regular talks with the Town Manager"
    ]


AGREED = MOTION.partition("“")[0] + "The Board agreed:-\n\n"


def test_an_officer_whom_an_infinitive_instructs_is_to_act(promises: Promises) -> None:
    (record,) = promises(AGREED + "- (i) to note the report;\n- (ii) to instruct the Chief Officer to submit a plan by May 2022.\n")
    assert (record.kind, [owner.text for owner in record.owners]) == ("action", ["Chief Officer"])


def test_what_an_officer_would_do_is_agreed_as_what_he_shall(promises: Promises) -> None:
    (record,) = promises(AGREED + "- (i) to note the report;\n- (ii) that the Chief Officer would circulate a list.\n")
    assert (record.kind, [owner.text for owner in record.owners]) == ("action", ["Chief Officer"])


def test_a_strategy_is_approved_with_the_vote(promises: Promises) -> None:
    assert promises(AGREED + "- (i) to note the report;\n- (ii) to approve the strategy and delivery plan.\n") == ()


def test_an_officer_may_have_a_department_in_brackets(promises: Promises) -> None:
    (record,) = promises("# Report\n\nActions:\n\n- Service Director (Environment) to circulate the list of salt bins.\n")
    assert [owner.text for owner in record.owners] == ["Service Director (Environment)"]


def test_a_heading_that_asks_promises_nothing(promises: Promises) -> None:
    assert promises("# Plan\n\nWhat the Energy Committee will do if the resolution passes\n\nIt meets on Tuesdays.\n") == ()
