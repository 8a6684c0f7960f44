"""What a time comes to that leaves something to the paper: its dates, its period, its publisher's country."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extract.timex import Anchor, TimexFinder, anchor_day
from pipeline.model.record import Commitment, Deadline

OnlyDue = Callable[[str, Anchor], Deadline]
IN_MAY = Anchor(date(2021, 5, 1))
OF_MANY_YEARS = Anchor(date(2021, 5, 1), "2021-04/2026-03")
UNDATED = Anchor(date(2021, 5, 1), is_dated=False)
OF_PLAN = Anchor(date(2021, 5, 1), "2021-04/2022-03")
AUSTRALIAN = Anchor(date(2021, 5, 1), None, 7)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("by June", "2021-06-30"),
        ("by October", "2021-10-31"),
        ("by December", "2021-12-31"),
        ("by the end of Quarter 2", "2021-09-30"),
        ("in Oct/Nov", "2021-11-30"),
        ("in the autumn term", "2021-12-31"),
        ("in the spring term", "2022-03-31"),
        ("in the summer term", "2021-07-31"),
        ("in the final quarter", "2022-03-31"),
        ("by Easter", "2022-04-17"),
        ("at Easter", "2021-04-04"),
        ("in March", "2021-03-31"),
        ("by 22nd June", "2021-06-22"),
        ("at September 1 Cabinet", "2021-09-01"),
        ("by June 30", "2021-06-30"),
        ("by Feb 12", "2022-02-12"),
        ("until April", "2022-04-30"),
        ("by early August", "2021-08-31"),
        ("before Christmas", "2021-12-25"),
    ],
)
def test_a_year_that_is_left_out_is_the_papers_or_the_next(only_due: OnlyDue, text: str, last: str) -> None:
    assert only_due(text, IN_MAY).end == last


@pytest.mark.parametrize("text", ["by June", "by 22nd June", "this year", "next year"])
def test_without_a_date_of_the_paper_a_year_stays_unknown(only_due: OnlyDue, text: str) -> None:
    deadline = only_due(text, Anchor())
    assert (deadline.timex, deadline.start, deadline.end) == (None, None, None)


def test_the_29th_of_february_of_another_year_has_no_day(only_due: OnlyDue) -> None:
    assert only_due("by 29 February", IN_MAY).end is None


@pytest.mark.parametrize(
    ("text", "anchor", "first", "last"),
    [
        ("this year", IN_MAY, "2021-01-01", "2021-12-31"),
        ("this year", OF_PLAN, "2021-04-01", "2022-03-31"),
        ("next year", IN_MAY, "2022-01-01", "2022-12-31"),
        ("next year", OF_PLAN, "2022-01-01", "2022-12-31"),
        ("next year", OF_PLAN._replace(is_dated=False), "2022-04-01", "2023-03-31"),
        ("later this year", OF_PLAN, "2021-12-01", "2021-12-31"),
        ("during the summer", IN_MAY, "2021-06-01", "2021-08-31"),
        ("report back in 2 weeks", IN_MAY, "2021-05-10", "2021-05-16"),
        ("later this year", IN_MAY, "2021-12-01", "2021-12-31"),
        ("by the end of the financial year", OF_PLAN, "2022-03-01", "2022-03-31"),
        ("by the end of the financial year", IN_MAY, "2022-03-01", "2022-03-31"),
        ("this financial year", IN_MAY, "2021-04-01", "2022-03-31"),
        ("next financial year", IN_MAY, "2022-04-01", "2023-03-31"),
        ("by year end", IN_MAY, "2022-03-01", "2022-03-31"),
        ("by the end of the year", IN_MAY, "2021-12-31", "2021-12-31"),
        ("this year", OF_MANY_YEARS, "2021-01-01", "2021-12-31"),
    ],
)
def test_the_papers_own_year_is_its_plans_or_else_its_dates(only_due: OnlyDue, text: str, anchor: Anchor, first: str, last: str) -> None:
    deadline = only_due(text, anchor)
    assert (deadline.start, deadline.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"), [("in 2022/23", "2022-07-01", "2023-06-30"), ("by Q1 2022/23", "2022-07-01", "2022-09-30")]
)
def test_the_financial_year_of_australia_begins_in_july(only_due: OnlyDue, text: str, first: str, last: str) -> None:
    deadline = only_due(text, AUSTRALIAN)
    assert (deadline.start, deadline.end) == (first, last)


def test_a_paper_of_australia_counts_so(promise: Callable[..., Commitment]) -> None:
    (deadline,) = promise("Plant trees in 2022/23 with the NSW Government").deadlines
    assert deadline.end == "2023-06-30"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("in 3 months' time", "2021-08-31"),
        ("in a fortnight's time", "2021-05-23"),
        ("next month", "2021-06-30"),
        ("later this month", "2021-05-31"),
        ("by the end of the month", "2021-05-31"),
        ("by the end of term", "2021-07-31"),
        ("this autumn", "2021-11-30"),
        ("next spring", "2022-05-31"),
        ("this time next year", "2022-05-31"),
        ("by January next year", "2022-01-31"),
        ("in the New Year", "2022-01-31"),
        ("by the end of the academic year", "2021-08-31"),
    ],
)
def test_what_is_counted_from_the_papers_own_day_ends(only_due: OnlyDue, text: str, last: str) -> None:
    deadline = only_due(text, Anchor(date(2021, 5, 5)))
    assert (deadline.end, deadline.anchor, deadline.reason) == (last, "2021-05-05", None)


def test_nothing_is_counted_from_a_day_that_was_only_guessed(only_due: OnlyDue) -> None:
    deadline = only_due("in 3 months' time", UNDATED)
    assert (deadline.end, deadline.reason) == (None, "the paper tells no date of its own to count from")


def test_both_steps_are_kept(only_due: OnlyDue) -> None:
    deadline = only_due("by end of Quarter 2", OF_PLAN)
    assert (deadline.written, deadline.mod, deadline.anchor, deadline.timex) == ("FYXXXX-Q2", "END", "2021-04/2022-03", "2021-Q3")


def test_without_a_date_of_its_own_a_paper_lies_amid_the_months_it_names(times: TimexFinder) -> None:
    assert anchor_day(None, [timex.value for timex in times.find("by May 2020, by June 2020 and by August 2021")]) == date(2020, 6, 1)


def test_a_paper_that_names_no_month_tells_no_date(times: TimexFinder) -> None:
    assert anchor_day(None, [timex.value for timex in times.find("by 2020 or by Christmas")]) is None
