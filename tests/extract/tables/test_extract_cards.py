"""Entries of a plan below small headings that come again and again, and numbered items that only name a theme."""

from collections.abc import Callable

from pipeline.model.record import Commitment

Promises = Callable[[str], tuple[Commitment, ...]]

ENTRY = "{}\n\nActions\n\n- {}\n\nLead\n\n- {}\n\nTimescale\n\n- {}\n\n"
PLAN = "Harbour Plan\n\n"
PLAN += ENTRY.format("Cleaner Water", "Clean the beach", "Harbour Board", "2022/23")
PLAN += ENTRY.format("Safer Piers", "Rebuild the pier", "Parks Team", "May 2024")


def test_a_time_below_a_small_heading_is_that_of_the_actions_above(promises: Promises) -> None:
    assert [[deadline.end for deadline in record.deadlines] for record in promises(PLAN)] == [["2023-03-31"], ["2024-05-31"]]


def test_a_body_below_a_small_heading_leads(promises: Promises) -> None:
    assert [[owner.text for owner in record.owners] for record in promises(PLAN)] == [["Harbour Board"], ["Parks Team"]]


def test_values_are_no_promises(promises: Promises) -> None:
    assert [record.text for record in promises(PLAN)] == ["Clean the beach", "Rebuild the pier"]


def test_small_headings_stand_below_that_of_their_entry(promises: Promises) -> None:
    assert [record.section[-2:] for record in promises(PLAN)] == [("Cleaner Water", "Actions"), ("Safer Piers", "Actions")]


def test_a_promise_below_such_a_heading_is_no_value(promises: Promises) -> None:
    source = PLAN.replace("- Harbour Board", "- Build a new harbour wall by May 2025")
    assert len(promises(source)) == 3


def test_a_numbered_item_that_names_a_theme_is_a_section(promises: Promises) -> None:
    (only,) = promises("# Deliverables\n\n16. Better engagement with employers.\n   - Develop an engagement plan.\n")
    assert only.section == ("Deliverables", "16. Better engagement with employers.")


def test_capitals_behind_through_that_nobody_explains_are_no_partner(promises: Promises) -> None:
    (only,) = promises("# Plan\n\n- Increase training through AEB and NSF\n")
    assert only.owners == ()


def test_capitals_with_an_article_behind_through_are(promises: Promises) -> None:
    (only,) = promises("# Plan\n\n- Continue to lobby through the LGA\n")
    assert [owner.text for owner in only.owners] == ["LGA"]


def test_a_priority_alone_on_its_line_is_a_heading(promises: Promises) -> None:
    title = "Preparing all of our young people for their life and their work"
    (only,) = promises(f"Plan\n\nPriority 1: {title}\n\nWe will build a school.\n")
    assert only.section[-1] == f"Priority 1: {title}"
