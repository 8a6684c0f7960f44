"""What a paper is made of: its facts, its sections, which records it holds, and which belongs under which."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper
from pipeline.model.record import Commitment

Extract = Callable[[str], Paper]
Promises = Callable[[str], tuple[Commitment, ...]]

MINUTES = """Minutes of the meeting of Wexton Parish Council held on 4 May 2021

Present: Cllr A. Reed, Cllr B. Marsh

Apologies: Cllr C. Fern

"""
HEADED = "Northsea Borough Council\n\n# Harbour plan 2021/22\n\nMarch 2021\n\n"


def texts(records: tuple[Commitment, ...]) -> list[str]:
    return [record.text for record in records]


def parents(records: tuple[Commitment, ...]) -> list[str | None]:
    """The text of each record's parent."""
    by_id = {record.id: record.text for record in records}
    return [by_id[record.parent] if record.parent else None for record in records]


def test_the_first_heading_is_the_title(extract: Extract) -> None:
    assert extract("# Harbour plan\n\nWe will dredge.\n").paper.title == "Harbour plan"


def test_a_paper_that_begins_with_a_table_has_no_title(extract: Extract) -> None:
    assert extract("Action\tOwner\tTimescale\nPlant it\tParks Team\tMay 2021\n").paper.title is None


def test_the_council_at_the_head_is_the_publisher(extract: Extract) -> None:
    assert extract(HEADED + "We will dredge.\n").paper.publisher == "Northsea Borough Council"


def test_a_month_alone_at_the_head_is_the_date(extract: Extract) -> None:
    facts = extract(HEADED + "We will dredge.\n").paper
    assert (facts.published, facts.published_evidence) == ("2021-03", "March 2021")


def test_a_meetings_day_is_the_date_of_its_minutes(extract: Extract) -> None:
    assert extract(MINUTES + "The lamps were discussed.\n").paper.published == "2021-05-04"


def test_a_deadline_at_the_head_is_no_date_of_the_paper(extract: Extract) -> None:
    assert extract("# Plan\n\n- Plant a hedge by May 2021\n").paper.published is None


def test_a_financial_year_in_the_title_is_the_period(extract: Extract) -> None:
    facts = extract(HEADED + "We will dredge.\n").paper
    assert (facts.period_start, facts.period_end) == ("2021-04-01", "2022-03-31")


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Minutes of the Board", "minutes"), ("Action plan", "action plan"), ("Harbour strategy", "strategy"), ("Harbour", None)],
)
def test_the_title_tells_the_kind(extract: Extract, title: str, kind: str | None) -> None:
    assert extract(f"# {title}\n\nThe sea is grey.\n").paper.kind == kind


def test_a_record_stands_under_all_open_headings(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n## Green\n\n### Trees\n\n- Plant a hedge\n")
    assert record.section == ("Plan", "Green", "Trees")


def test_a_heading_closes_those_of_its_level_and_below(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n## Green\n\n### Trees\n\n## Clean\n\n- Clean the streets\n")
    assert record.section == ("Plan", "Clean")


def test_a_dotted_number_belongs_under_the_shorter_one(promises: Promises) -> None:
    records = promises("# Plan\n\n3.5 Improve our parks by May 2022.\n\n3.5.1 Plant a hedge.\n\n3.5.2 Open a gate.\n")
    assert [record.ref for record in records] == ["3.5", "3.5.1", "3.5.2"]
    assert parents(records) == [None, "Improve our parks by May 2022.", "Improve our parks by May 2022."]


def test_verbs_below_a_colon_are_children(promises: Promises) -> None:
    records = promises("# Plan\n\n1. Improve our parks and gardens as follows:\n   - Plant a hedge\n   - Open a gate\n")
    assert parents(records) == [None, *["Improve our parks and gardens as follows:"] * 2]


def test_nouns_below_a_colon_are_part_of_its_record(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n1. Set out a clear offer for young people, covering:\n   - sport\n   - music and drama\n")
    assert record.text == "Set out a clear offer for young people, covering: sport music and drama"


def test_we_will_makes_promises_of_the_publisher(promises: Promises) -> None:
    records = promises("# Plan\n\nWe will:\n\n- map the paths\n- mend the lamps\n")
    assert [(record.kind, record.owners, record.parent) for record in records] == [("commitment", (), None)] * 2


def test_a_body_that_will_owns_every_item(promises: Promises) -> None:
    records = promises("# Plan\n\nThe Marina Board will:\n\n- map the paths\n- mend the lamps\n")
    assert [owner.text for record in records for owner in record.owners] == ["Marina Board", "Marina Board"]


def test_a_time_in_a_lead_in_is_every_items(promises: Promises) -> None:
    records = promises("# Plan\n\nBy June 2021 we will:\n\n- map the paths\n- mend the lamps\n")
    assert [day.end for record in records for day in record.deadlines] == ["2021-06-30", "2021-06-30"]


def test_a_lead_in_ends_with_its_list(promises: Promises) -> None:
    records = promises("# Plan\n\nThe Marina Board will:\n\n- map the paths\n\nThe sea is grey.\n\n- Plant a hedge\n")
    assert [len(record.owners) for record in records] == [1, 0]


def test_a_committee_that_is_asked_gets_advice(promises: Promises) -> None:
    records = promises("# Report\n\nThe committee is asked to:\n\n1. approve the plan\n2. note the budget\n")
    assert [(record.ref, record.kind) for record in records] == [("1", "recommendation")]


def test_what_stands_under_recommendations_is_advice(promises: Promises) -> None:
    (record,) = promises("# Report\n\n## Recommendations\n\n1. Publish the accounts\n")
    assert (record.kind, record.ref) == ("recommendation", "1")


def test_what_others_should_do_is_advice(promises: Promises) -> None:
    (record,) = promises("# Report\n\nLocal authorities should publish their own plans.\n")
    assert record.kind == "recommendation"


def test_what_a_body_notes_promises_nothing(promises: Promises) -> None:
    assert promises("# Motion\n\nThis Council notes that:\n\n1. Rents will rise by May\n2. buses are rare\n") == ()


def test_what_a_body_resolves_is_its_promise(promises: Promises) -> None:
    records = promises("# Motion\n\nThis Council resolves to:\n\n1. Publish a bus plan\n2. Review the fares\n")
    assert [(record.ref, record.kind) for record in records] == [("1", "commitment"), ("2", "commitment")]


def test_a_call_on_others_in_a_resolution_is_advice(promises: Promises) -> None:
    (record,) = promises("# Motion\n\nThis Council resolves to:\n\n1. Call on the Government to fund more buses.\n")
    assert (record.kind, [owner.text for owner in record.owners]) == ("recommendation", ["Government"])


def test_an_action_line_of_minutes_is_an_action(promises: Promises) -> None:
    (record,) = promises(MINUTES + "ACTION: Clerk to order the bench by June.\n")
    assert (record.kind, [day.end for day in record.deadlines]) == ("action", ["2021-06-30"])


def test_what_minutes_resolve_is_a_commitment(promises: Promises) -> None:
    (record,) = promises(MINUTES + "RESOLVED: that the quotation of £450 from Oakcraft be accepted.\n")
    assert (record.kind, [budget.amount for budget in record.budgets]) == ("commitment", [450])


def test_what_is_over_with_the_vote_promises_nothing(promises: Promises) -> None:
    assert promises(MINUTES + "It was resolved to approve the minutes of the last meeting.\n") == ()


def test_a_discussion_in_minutes_promises_nothing(promises: Promises) -> None:
    assert promises(MINUTES + "- There was a discussion about the bench.\n- Cllr Reed thanked the Clerk.\n") == ()


def test_a_list_of_contents_promises_nothing(promises: Promises) -> None:
    assert promises("# Plan\n\n## Contents\n\n1. We will plant trees\n2. Develop the harbour\n") == ()


@pytest.mark.parametrize("heading", ["Contents", "Background documents", "Appendices", "Contact details"])
def test_a_heading_below_a_list_of_contents_ends_it(promises: Promises, heading: str) -> None:
    (record,) = promises(f"# Plan\n\n## {heading}\n\n1. Plant trees\n\n### Introduction\n\nWe will develop the harbour.\n")
    assert record.text == "We will develop the harbour."


@pytest.mark.parametrize(
    "text",
    [
        "## Next steps\n\n- Plant a hedge, or wait?\n",
        "Will we dredge, and shall we plant trees?\n",
        "We will:\n\n- plant what?\n",
        "Action\tOwner\tTimescale\nUse of profiling?\tClerk\tMay 2021\n",
    ],
)
def test_a_question_promises_nothing(promises: Promises, text: str) -> None:
    assert promises(f"# Plan\n\n{text}") == ()


def test_background_promises_nothing(promises: Promises) -> None:
    assert promises("# Plan\n\n## Background\n\nThe Harbour Board will dredge the channel.\n\n- Develop the harbour\n") == ()


def test_an_indicator_has_its_target_and_the_plans_period(promises: Promises) -> None:
    (record,) = promises("# Measures 2021/22\n\nMeasure\tThis Year's Target\nHomes let in time\t95%\n")
    assert (record.kind, record.text, record.targets[0].value, record.deadlines[0].end) == (
        "indicator",
        "Homes let in time",
        95,
        "2022-03-31",
    )


def test_a_stage_that_is_over_is_none(promises: Promises) -> None:
    records = promises("# Timetable\n\nStage\tDate\nConsultation on draft\tJune 2023\nAdoption\tCompleted January 2022\n")
    assert texts(records) == ["Consultation on draft"]


def test_the_reference_of_a_heading_is_its_only_actions(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n## Action 03: Lamps\n\n- Replace the lamps\n")
    assert (record.ref, record.section[-1]) == ("Action 03", "Action 03: Lamps")


def test_the_reference_of_a_heading_with_two_actions_stays_there(promises: Promises) -> None:
    assert [record.ref for record in promises("# Plan\n\n## Action 03: Lamps\n\n- Replace the lamps\n- Repair the posts\n")] == [None, None]


def test_steps_in_a_cell_belong_under_their_commitment(promises: Promises) -> None:
    records = promises(
        "# Plan\n\nTheme\tCommitment\tDelivery\nGreen\tCreate a wood\tDraft designs by July 2020 Appoint a builder by August 2020\n"
        "Clean\tClean the streets\tNew brooms ordered\n"
    )
    assert parents(records) == [None, "Create a wood", "Create a wood", None, "Clean the streets"]


def test_a_step_tells_how_far_it_is(promises: Promises) -> None:
    records = promises("# Plan\n\nTheme\tCommitment\tDelivery\nGreen\tOpen a park\tBuilder being chosen\nClean\tClean it\tBrooms ordered\n")
    assert [record.status for record in records] == [None, "under_way", None, "done"]


def test_bullets_below_a_promise_are_its_steps(promises: Promises) -> None:
    records = promises("# Plan\n\n- Develop a map\n  - Survey completed in March\n  - Design to be agreed by May 2022\n")
    assert [(record.kind, record.status) for record in records] == [("commitment", None), ("action", "done"), ("action", None)]


def test_a_line_of_money_under_a_heading_of_budgets_is_an_action(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n## Capital Works\n\nPlayground, stage 2 $400,000\n")
    assert (record.kind, record.budgets[0].amount) == ("action", 400_000)


def test_the_title_of_a_paper_makes_no_budget_of_its_tables(promises: Promises) -> None:
    assert promises("# Draft Capital Programme\n\n## Council tax\n\nDistrict\tYield\nWexton\t£9,290\nNorthsea\t£1,700\n") == ()


@pytest.mark.parametrize("figures", ["-£9,290", "+£55.1m", "(£3,000)", "£1\t£2\t£3"])
def test_a_row_of_an_account_sets_no_money_aside(promises: Promises, figures: str) -> None:
    assert promises(f"# Plan\n\n## Capital budget\n\nPlayground\t{figures}\nFootpath\t{figures}\n") == ()


def test_an_item_of_several_sentences_is_one_record(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n- We will plant a hedge. The hedge will be tall.\n")
    assert record.text == "We will plant a hedge. The hedge will be tall."


def test_each_promising_sentence_of_prose_is_one_record(promises: Promises) -> None:
    assert texts(promises("# Plan\n\nWe will plant a hedge. The sea is grey. We will open a gate.\n")) == [
        "We will plant a hedge.",
        "We will open a gate.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The sea is grey.",
        "We may plant a hedge.",
        "The Council would like to see more trees.",
        "This plan will help residents.",
        "Residents will be affected.",
    ],
)
def test_a_sentence_that_promises_nothing_is_no_record(promises: Promises, text: str) -> None:
    assert promises(f"# Plan\n\n{text}\n") == ()


def test_headings_right_below_a_lead_in_part_its_list(promises: Promises) -> None:
    records = promises(
        "# Plan\n\nWe will:\n\n## Homes\n\n- all homes to be warm\n\n## Roads\n\n- all roads to be mended\n\n# Facts\n\n- 12 parks\n"
    )
    assert texts(records) == ["all homes to be warm", "all roads to be mended"]
    assert [record.section[-1] for record in records] == ["Homes", "Roads"]


def test_a_time_that_a_heading_names_is_that_of_all_below_it(promises: Promises) -> None:
    (record,) = promises("# Plan\n\n## In the next 6 months (October to December 2013)\n\nThe Parks Team will:\n\n- plant a hedge\n")
    assert [str(deadline.end) for deadline in record.deadlines] == ["2013-12-31"]


@pytest.mark.parametrize("lead_in", ["OUR COMMITMENTS TO ADULTS – THE BOARD WILL:", "What the Board will do:"])
def test_who_acts_stands_behind_a_dash_or_what(promises: Promises, lead_in: str) -> None:
    (record,) = promises(f"Plan for 2024\n\n{lead_in}\n\n- plant a hedge\n")
    assert [owner.text.lower() for owner in record.owners] == ["board"]


def test_in_a_list_what_a_body_is_to_do_is_promised(promises: Promises) -> None:
    (record,) = promises("# Parks\n\n- The Parks Team to plant a hedge by May 2030\n- Phase 2 (the BBC) to commence in June\n")
    assert (record.text, [owner.text for owner in record.owners]) == ("The Parks Team to plant a hedge by May 2030", ["Parks Team"])
