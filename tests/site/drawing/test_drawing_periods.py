from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.site.drawing.periods import LENGTHS, MOST, Period, columns, length_for, places

MONTHS = st.lists(st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(lambda day: f"{day:%Y-%m}"), min_size=1, max_size=30)


@given(MONTHS, st.sampled_from(sorted(LENGTHS)), st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_every_month_has_just_one_column(months, length, today):
    periods = columns(months, length, today.isoformat())
    found = places(months, periods)
    assert found.keys() == set(months)
    for month, place in found.items():
        first, last = periods[place]
        assert (first is None or first.isoformat() <= f"{month}-01") and (last is None or last.isoformat() >= f"{month}-01")


@given(MONTHS, st.sampled_from(sorted(LENGTHS)), st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_columns_are_never_more_than_fit(months, length, today):
    assert len(columns(months, length, today.isoformat())) <= MOST + 2


def test_a_few_months_are_drawn_as_months_and_many_as_years():
    assert length_for(["2020-01", "2020-12"]) == "month"
    assert length_for(["2018-01", "2020-12"]) == "quarter"
    assert length_for(["2010-01", "2020-12"]) == "year"


def test_what_is_far_from_today_is_gathered_at_the_sides():
    periods = columns(["1950-01", "2020-01", "2090-01"], "year", "2020-06-01")
    assert (periods[0].first, periods[-1].last) == (None, None)
    assert periods[0].name == "Before January 2012"


def test_periods_are_named_in_words():
    assert Period(date(2020, 10, 1), date(2020, 12, 31)).name == "Oct to Dec 2020"
    assert Period(date(2020, 10, 1), date(2020, 10, 31)).name == "October 2020"
    assert Period(date(2020, 1, 1), date(2020, 12, 31)).name == "2020"


def test_without_months_there_is_nothing_to_draw():
    assert columns([], "year", None) == []
