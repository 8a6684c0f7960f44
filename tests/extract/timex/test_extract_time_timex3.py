"""Times in any English text, as the TIMEX3 standard writes them, by the day of the text."""

from datetime import date

import pytest

from pipeline.extract.timex import Anchor, TimexFinder, resolve_timex

FRIDAY = Anchor(date(2013, 3, 22))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("the council met Friday", "DATE", "2013-03-22"),
        ("on Wednesday", "DATE", "2013-03-20"),
        ("last Thursday", "DATE", "2013-03-21"),
        ("yesterday", "DATE", "2013-03-21"),
        ("today", "DATE", "2013-03-22"),
        ("last week", "DATE", "2013-W11"),
        ("this week", "DATE", "2013-W12"),
        ("last month", "DATE", "2013-02"),
        ("this month", "DATE", "2013-03"),
        ("last year", "DATE", "2012"),
        ("next year", "DATE", "2014"),
        ("early this year", "DATE", "2013"),
        ("last June", "DATE", "2012-06"),
        ("last summer", "DATE", "2012-SU"),
        ("four years ago", "DATE", "2009"),
        ("a year earlier", "DATE", "2012"),
        ("two months ago", "DATE", "2013-01"),
        ("in August", "DATE", "2012-08"),
        ("in June", "DATE", "2013-06"),
        ("Feb. 28", "DATE", "2013-02-28"),
        ("October 30, 1989", "DATE", "1989-10-30"),
        ("on 11/02/89", "DATE", "1989-02-11"),
        ("fiscal 1990", "DATE", "1990"),
        ("the third quarter", "DATE", "2013-Q3"),
        ("the 1988 third quarter", "DATE", "1988-Q3"),
        ("the 1990s", "DATE", "199"),
        ("the 20th century", "DATE", "19"),
        ("nineteen ninety-six", "DATE", "1996"),
        ("now", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
        ("soon", "DATE", "FUTURE_REF"),
        ("w/c 18 March 2013", "DATE", "2013-W12"),
        ("Friday afternoon", "TIME", "2013-03-22TAF"),
        ("tomorrow morning", "TIME", "2013-03-23TMO"),
        ("5 p.m. on 9 November 2012", "TIME", "2012-11-09T17:00"),
        ("at 7.30pm", "TIME", "2013-03-22T19:30"),
        ("two years", "DURATION", "P2Y"),
        ("the past three months", "DURATION", "P3M"),
        ("more than four hours", "DURATION", "PT4H"),
        ("a decade", "DURATION", "P10Y"),
        ("several days", "DURATION", "PXD"),
        ("five-year", "DURATION", "P5Y"),
        ("every month", "SET", "P1M"),
        ("daily", "SET", "P1D"),
    ],
)
def test_a_time_of_the_news_has_its_value(times: TimexFinder, text: str, kind: str, value: str) -> None:
    (timex,) = times.find(text)
    found = resolve_timex(timex, FRIDAY)
    assert (found.type, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["yesterday", "last year", "two months ago", "the 1990s", "recently", "now", "at 7.30pm", "earlier this year"]
)
def test_what_only_tells_is_no_deadline(times: TimexFinder, text: str) -> None:
    assert times.find_due(text) == []


def test_news_prints_years_whole(times: TimexFinder) -> None:
    (timex,) = times.find("March 14")
    assert resolve_timex(timex, FRIDAY).value == "2013-03-14"


def test_a_day_is_covered_by_itself(times: TimexFinder) -> None:
    (timex,) = times.find("last Thursday")
    found = resolve_timex(timex, FRIDAY)
    assert (found.start, found.end) == (date(2013, 3, 21), date(2013, 3, 21))


def test_without_a_day_a_weekday_stays_as_written(times: TimexFinder) -> None:
    (timex,) = times.find("Friday")
    assert resolve_timex(timex, Anchor()).value == "XXXX-WXX-5"
