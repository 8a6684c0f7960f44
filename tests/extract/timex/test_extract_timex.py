"""What a time printed in a paper comes to. Those that leave something to the paper's own dates are in `test_extract_time_anchor.py`."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extract.timex import Anchor, TimexFinder, resolve
from pipeline.model.record import Deadline

OnlyDue = Callable[[str, Anchor], Deadline]
IN_MAY = Anchor(date(2021, 5, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("by 31 March 2022", "2022-03-31", "2022-03-31"),
        ("by Monday 4th July 2022", "2022-07-04", "2022-07-04"),
        ("by July 4, 2022", "2022-07-04", "2022-07-04"),
        ("by 04/07/2022", "2022-07-04", "2022-07-04"),
        ("by 2022-07-04", "2022-07-04", "2022-07-04"),
        ("by July 2022", "2022-07-01", "2022-07-31"),
        ("by Feb 2024", "2024-02-01", "2024-02-29"),
        ("by Sept '22", "2022-09-01", "2022-09-30"),
        ("by 2025", "2025-01-01", "2025-12-31"),
        ("by end of 2020", "2020-12-01", "2020-12-31"),
        ("by the end of 2022/23", "2023-03-01", "2023-03-31"),
        ("by 30.06.2022", "2022-06-30", "2022-06-30"),
        ("by March 22", "2022-03-01", "2022-03-31"),
        ("Oct - Mar 22", "2021-10-01", "2022-03-31"),
        ("April 22 to March 23", "2022-04-01", "2023-03-31"),
        ("the thirtieth of September 2021", "2021-09-30", "2021-09-30"),
        ("in the 2022 calendar year", "2022-01-01", "2022-12-31"),
        ("by 5-Nov-22", "2022-11-05", "2022-11-05"),
        ("2 to 5 June 2022", "2022-06-02", "2022-06-05"),
        ("28 May - 2 June 2022", "2022-05-28", "2022-06-02"),
        ("w/c 16 May 2022", "2022-05-16", "2022-05-22"),
        ("week commencing 18 May 2022", "2022-05-18", "2022-05-24"),
        ("week ending 20 May 2022", "2022-05-14", "2022-05-20"),
        ("by Easter 2022", "2022-04-17", "2022-04-17"),
        ("by Christmas 2022", "2022-12-25", "2022-12-25"),
        ("Summer term 2022", "2022-04-01", "2022-07-31"),
        ("autumn term 2022", "2022-09-01", "2022-12-31"),
        ("Spring Term 2022/23", "2023-01-01", "2023-03-31"),
        ("academic year 2022/23", "2022-09-01", "2023-08-31"),
        ("by Q3 (2022/23)", "2022-10-01", "2022-12-31"),
        ("by 2022/23 Q3", "2022-10-01", "2022-12-31"),
        ("the third quarter of 2022/23", "2022-10-01", "2022-12-31"),
        ("the first half of 2022", "2022-01-01", "2022-06-30"),
        ("the second half of 2022/23", "2022-10-01", "2023-03-31"),
        ("2022-23 to 2024-25", "2022-04-01", "2025-03-31"),
        ("2012 to 2026", "2012-01-01", "2026-12-31"),
        ("by early 2025", "2025-01-01", "2025-04-30"),
        ("by the start of 2025", "2025-01-01", "2025-01-01"),
        ("at the start of 2025", "2025-01-01", "2025-04-30"),
        ("by the beginning of June 2025", "2025-06-01", "2025-06-01"),
        ("in September 2024-25", "2024-09-01", "2024-09-30"),
        ("by mid 2025", "2025-05-01", "2025-08-31"),
        ("by late 2025", "2025-12-01", "2025-12-31"),
        ("by mid-May 2022", "2022-05-01", "2022-05-31"),
        ("by spring 2022", "2022-03-01", "2022-05-31"),
        ("by summer 2022", "2022-06-01", "2022-08-31"),
        ("by autumn 2022", "2022-09-01", "2022-11-30"),
        ("by winter 2023", "2023-12-01", "2024-02-29"),
        ("in 2022/23", "2022-04-01", "2023-03-31"),
        ("in 22/23", "2022-04-01", "2023-03-31"),
        ("in 2022-23", "2022-04-01", "2023-03-31"),
        ("over 2020-2024", "2020-01-01", "2024-12-31"),
        ("by Q3 2026/27", "2026-10-01", "2026-12-31"),
        ("by Q4 2026/27", "2027-01-01", "2027-03-31"),
        ("by Q3 2026", "2026-07-01", "2026-09-30"),
        ("from July to September 2022", "2022-07-01", "2022-09-30"),
        ("from November to February 2022", "2021-11-01", "2022-02-28"),
    ],
)
def test_a_time_with_its_year_covers(only_due: OnlyDue, text: str, first: str, last: str) -> None:
    deadline = only_due(text, Anchor())
    assert (deadline.start, deadline.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("annually", "FREQ=YEARLY"),
        ("each year", "FREQ=YEARLY"),
        ("quarterly.", "FREQ=MONTHLY;INTERVAL=3"),
        ("twice a year", "FREQ=MONTHLY;INTERVAL=6"),
        ("bi-annually", "FREQ=MONTHLY;INTERVAL=6"),
        ("monthly.", "FREQ=MONTHLY"),
        ("every year for the next five years", "FREQ=YEARLY;COUNT=5"),
        ("every week", "FREQ=WEEKLY"),
    ],
)
def test_a_recurrence_has_a_rule_and_no_days(only_due: OnlyDue, text: str, rrule: str) -> None:
    deadline = only_due(text, IN_MAY)
    assert (deadline.type, deadline.relation, deadline.rrule, deadline.start, deadline.end) == ("SET", "recurring", rrule, None, None)


@pytest.mark.parametrize("text", ["ongoing throughout the year", "throughout the year"])
def test_what_goes_on_all_the_time_has_no_days(only_due: OnlyDue, text: str) -> None:
    deadline = only_due(text, IN_MAY)
    assert (deadline.relation, deadline.end) == ("ongoing", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("at the next meeting", "no day of the calendar: 'the next meeting'"),
        ("on Wednesday", "no day of the calendar: 'Wednesday'"),
        ("in due course", "no day of the calendar: 'in due course'"),
        ("once adopted", "no day of the calendar: 'once adopted'"),
        ("every few years", "no day of the calendar: 'every few years'"),
        ("over the next 3 years", "a length of time without its beginning: 'the next 3 years'"),
        ("within 26 weeks", "a length of time without its beginning: 'within 26 weeks'"),
        ("by 31 February 2021", "no such day: 31 February 2021"),
        ("by 13/13/2020", "no such day: 13/13/2020"),
        ("by 12/31/2020", "no such day: 12/31/2020"),
    ],
)
def test_a_time_without_a_day_says_why(only_due: OnlyDue, text: str, reason: str) -> None:
    deadline = only_due(text, IN_MAY)
    assert (deadline.end, deadline.rrule, deadline.reason) == (None, None, reason)


@pytest.mark.parametrize(
    "text",
    [
        "see 3.5.12",
        "open 24/7",
        "aged 16-19",
        "it may 2020 times",
        "Room 2020",
        "a ratio of 20:20",
        "£20/21",
        "in the Care Act 2014",
        "BS 5837:2012",
        "to ISO 9001:2015",
        "by Circular 11/95",
        "by PPS 3/2006",
        "the 14 to 19 Partnership",
        "at Key Stage 2",
        "Tel: 01983 2012",
        "to Cllr April Jones",
        "to Mrs May",
        "they march on",
        "in Room 2020",
        "Policy 12/13",
        "£2012",
        "15-16% of homes",
        "ME14 1XQ",
        "version 2.1",
    ],
)
def test_what_only_looks_like_a_time_is_none(times: TimexFinder, text: str) -> None:
    assert times.find_due(text) == []


def test_the_longest_of_times_that_overlap_counts(times: TimexFinder) -> None:
    text = "by the end of March 2022"
    assert [timex.span.of(text) for timex in times.find(text)] == ["the end of March 2022"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("in June and December 2022", ["2022-06-30", "2022-12-31"]),
        ("in June and July 2022", ["2022-07-31"]),
        ("between June and December 2022", ["2022-12-31"]),
        ("on 4 and 18 May 2022", ["2022-05-04", "2022-05-18"]),
        ("on 4 and 5 May 2022", ["2022-05-05"]),
        ("by March, June and September 2022", ["2022-03-31", "2022-06-30", "2022-09-30"]),
    ],
)
def test_times_joined_by_and_are_several_unless_they_follow_each_other(times: TimexFinder, text: str, ends: list[str]) -> None:
    assert [resolve(timex, text, "in", IN_MAY).end for timex in times.find_due(text)] == ends
