"""What a commitment states, and what it leaves open."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper
from pipeline.model.record import Stated

CASES = {
    "a_verb_a_figure_an_owner_and_a_date": (
        "The Clerk will plant 300 trees by May 2030.",
        Stated(specific=True, measurable=True, assigned=True, time_bound=True),
    ),
    "no_more_than_a_promise": ("We will mend the old bridge.", Stated(specific=True, measurable=False, assigned=False, time_bound=False)),
    "a_recurrence_binds_in_time": (
        "We will publish a report every year.",
        Stated(specific=True, measurable=False, assigned=False, time_bound=True),
    ),
    "a_date_without_a_calendar_does_not": (
        "We will mend the old bridge in due course.",
        Stated(specific=True, measurable=False, assigned=False, time_bound=False),
    ),
    "a_verb_without_a_thing": ("We will improve.", Stated(specific=False, measurable=False, assigned=False, time_bound=False)),
}


@pytest.mark.parametrize("case", CASES)
def test_it_states(extract: Callable[[str], Paper], case: str) -> None:
    text, stated = CASES[case]
    assert [commitment.stated for commitment in extract(f"1. {text}\n").commitments] == [stated]


def test_steps_lend_their_figures_and_dates(extract: Callable[[str], Paper]) -> None:
    parent, *_ = extract("1. We will make the parks greener:\n   a. Plant 300 trees by May 2030\n   b. Mend the old fence\n").commitments
    assert parent.stated and parent.stated.measurable and parent.stated.time_bound


def test_a_lead_in_lends_its_owner(extract: Callable[[str], Paper]) -> None:
    paper = extract("The Parks Team will:\n\n- plant trees along the road\n- mend the old fence\n")
    assert [commitment.stated.assigned for commitment in paper.commitments if commitment.stated] == [True, True]
