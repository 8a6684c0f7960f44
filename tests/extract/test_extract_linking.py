"""Which time belongs to a promise, and which only names something."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper
from pipeline.model.record import Commitment

Extract = Callable[[str], Paper]
Promise = Callable[..., Commitment]
Promises = Callable[[str], tuple[Commitment, ...]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Reduce emissions by 50% from 2010 levels by 2030", ["2030-12-31"]),
        ("Report on 2019/20 figures in June 2021", ["2021-06-30"]),
        ("Publish a report in June 2021", ["2021-06-30"]),
        ("Reinstate the warden service to 2022-23 budget levels by May 2024", ["2024-05-31"]),
        ("Following the review in March 2020, publish a new plan by June 2021", ["2021-06-30"]),
        ("Adopt the plan agreed at the last meeting in May 2020 by June 2021", ["2021-06-30"]),
        ("Plan the route in 2021; procurement framework ready by December 2020", ["2021-12-31", "2020-12-31"]),
        ("Begin the works in April 2021 and finish them by June 2022", ["2021-04-30", "2022-06-30"]),
    ],
)
def test_the_times_that_are_due_are_told_from_those_that_name(promise: Promise, text: str, days: list[str]) -> None:
    assert [deadline.end for deadline in promise(text).deadlines] == days


def test_a_time_in_a_lead_in_belongs_to_every_item(promises: Promises) -> None:
    items = promises("# Plan\n\nBy March 2022 we will:\n\n- open a hub\n- plant oaks\n")
    assert [[deadline.end for deadline in item.deadlines] for item in items] == [["2022-03-31"], ["2022-03-31"]]


@pytest.mark.parametrize(
    "text",
    [
        "Following consultation, publish the plan",
        "By May 2021, adopt the strategy",
        "With partners, develop a route map",
        "Delete paragraph 3.4 and insert a new policy",
        "Aim to plant 100 oaks",
    ],
)
def test_an_item_that_orders_is_a_promise(promises: Promises, text: str) -> None:
    assert [item.text for item in promises(f"# Plan\n\n- {text}\n")] == [text]


@pytest.mark.parametrize(
    "text",
    ["Support for carers", "Help with rent", "Increase in visits", "Review of benefits", "In 2019, visits increased", "Redesign of homes"],
)
def test_an_item_that_names_a_thing_is_none(promises: Promises, text: str) -> None:
    assert promises(f"# Plan\n\n- {text}\n") == ()


@pytest.mark.parametrize("lead_in", ["Our services include:", "The centre offers:", "The main risks are:"])
def test_what_is_offered_or_feared_is_not_promised(promises: Promises, lead_in: str) -> None:
    assert promises(f"# Report\n\n{lead_in}\n\n- Build and support groups\n- Train carers\n") == ()


def test_a_glossary_ends_with_the_next_heading(promises: Promises) -> None:
    (only,) = promises("# Glossary\n\n- Adopt: to make policy\n\n## What we will do\n\n- Plant 400 trees\n")
    assert only.text == "Plant 400 trees"


def test_a_measure_against_harm_is_a_step(promises: Promises) -> None:
    table = (
        "# Plan\n\n| Impact | Mitigation | Who |\n| --- | --- | --- |\n| Fewer visits | We will open a desk in the library. | Libraries |\n"
    )
    assert [record.text for record in promises(table)] == ["We will open a desk in the library."]


def test_what_members_should_note_or_be_aware_of_is_none(promises: Promises) -> None:
    assert promises("# Report\n\nMembers should be aware that the hall will close. Members should note the risks.\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Outline working group has been formed",
        "Purchase/build cost",
        "To ensure effectiveness, modifications are required to the tables",
        "Note the forecast overspend",
        "Consider and note the progress",
        "Change not good for those with anxiety",
    ],
)
def test_an_item_that_tells_or_notes_is_none(promises: Promises, text: str) -> None:
    assert promises(f"# Plan\n\n- {text}\n") == ()


def test_what_is_noted_and_agreed_is_agreed(promises: Promises) -> None:
    (only,) = promises("# Recommendations\n\n1. Note and agree the changes to the budget\n")
    assert only.kind == "recommendation"


def test_what_stands_beside_dates_without_a_header_is_a_stage_only_where_it_names_a_deed(promises: Promises) -> None:
    rows = "Adoption\tMay 2022\nSeashells\tMay 2023\nPublic hearings\tJuly 2022\n"
    table = "# Timetable\n\n" + "".join(f"| {row.replace(chr(9), ' | ')} |\n" for row in rows.splitlines())
    assert [record.text for record in promises(table)] == ["Adoption", "Public hearings"]


def test_an_agenda_promises_nothing(promises: Promises) -> None:
    assert promises("# Agenda\n\n1. To receive apologies\n2. To approve the minutes\n3. To consider the plan by May 2021\n") == ()


MOTION = "# Minutes\n\nThis Council resolves to:\n\n1. plant 100 oaks\n2. open the hall\n\n{}\n\n## Next\n\n- Mend the wall\n"


@pytest.mark.parametrize(
    "vote", ["The motion was lost.", "The MOTION was put to the vote and DEFEATED by 12 votes to 30.", "The motion was not carried."]
)
def test_a_motion_that_was_lost_promises_nothing(promises: Promises, vote: str) -> None:
    assert [record.text for record in promises(MOTION.format(vote))] == ["Mend the wall"]


@pytest.mark.parametrize("vote", ["The motion was carried.", "The amendment was lost.", "The motion to defer was debated."])
def test_a_motion_that_was_not_lost_stands(promises: Promises, vote: str) -> None:
    assert len(promises(MOTION.format(vote))) == 3


def test_between_two_years_is_kept_by_the_last_of_them(extract: Extract) -> None:
    (deadline,) = extract("# Plan\n\nWe will build 40 homes between 2027 and 2029.\n").commitments[0].deadlines
    assert (deadline.end, deadline.relation) == ("2029-12-31", "by")


def test_a_recurrence_that_text_and_column_print_counts_once(extract: Extract) -> None:
    table = "Action\tOwner\tTimescale\nReport on progress every six months\tClerk\tEvery six months\n"
    assert len(extract(f"# Action plan\n\n{table}").commitments[0].deadlines) == 1


def test_a_row_without_an_owner_in_its_column_may_name_one_in_its_words(extract: Extract) -> None:
    table = "Action\tOwner\tTimescale\nThat the Executive provides a hardship fund\t-\tMay 2030\nPlant oaks\tClerk\tMay 2030\n"
    assert [owner.text for owner in extract(f"# Action plan\n\n{table}").commitments[0].owners] == ["Executive"]
