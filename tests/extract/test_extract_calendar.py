"""Which days a value covers, whatever the month, quarter, season or year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.calendar import days_covered, financial_quarter, financial_year, nearest_year

YEARS = st.integers(1901, 2099)
MONTHS = st.integers(1, 12)
BEGINNINGS = st.sampled_from([1, 4, 7])
ONE_DAY = timedelta(days=1)


@given(YEARS, MONTHS)
def test_a_month_ends_on_the_day_before_the_next(year: int, month: int) -> None:
    first, last = days_covered(f"{year}-{month:02}")
    assert (first.day, (last + ONE_DAY).day, last.month) == (1, 1, month)


@given(YEARS, st.integers(1, 4))
def test_a_quarter_has_three_months(year: int, quarter: int) -> None:
    first, last = days_covered(f"{year}-Q{quarter}")
    assert (first, last.month, (last + ONE_DAY).day) == (date(year, 3 * quarter - 2, 1), 3 * quarter, 1)


@given(YEARS, st.sampled_from(["SP", "SU", "FA", "WI"]))
def test_a_season_has_90_to_92_days_and_begins_in_its_year(year: int, season: str) -> None:
    first, last = days_covered(f"{year}-{season}")
    assert (first.year, first.day, (last + ONE_DAY).day) == (year, 1, 1)
    assert 90 <= (last - first).days + 1 <= 92


@given(YEARS)
def test_the_seasons_of_a_year_follow_each_other_without_a_gap(year: int) -> None:
    spans = [days_covered(f"{year}-{season}") for season in ("SP", "SU", "FA", "WI")]
    assert all(one[1] + ONE_DAY == two[0] for one, two in pairwise(spans))


@given(YEARS, BEGINNINGS)
def test_a_financial_year_has_a_whole_year(year: int, month: int) -> None:
    first, last = days_covered(financial_year(year, month))
    assert first == date(year, month, 1)
    assert last + ONE_DAY == date(year + 1, month, 1)


@given(YEARS, BEGINNINGS)
def test_the_quarters_of_a_financial_year_make_it_up(year: int, month: int) -> None:
    spans = [days_covered(financial_quarter(year, quarter, month)) for quarter in (1, 2, 3, 4)]
    assert all(one[1] + ONE_DAY == two[0] for one, two in pairwise(spans))
    assert (spans[0][0], spans[3][1]) == days_covered(financial_year(year, month))


@given(YEARS, st.none() | st.sampled_from(["START", "MID", "END"]))
def test_a_part_of_a_year_lies_in_it(year: int, part: str | None) -> None:
    first, last = days_covered(str(year), part)
    assert date(year, 1, 1) <= first <= last <= date(year, 12, 31)


@given(YEARS, MONTHS, st.sampled_from(["START", "MID", "END"]))
def test_a_part_of_a_month_ends_with_the_month(year: int, month: int, part: str) -> None:
    assert days_covered(f"{year}-{month:02}", part)[1] == days_covered(f"{year}-{month:02}")[1]


@pytest.mark.parametrize(("part", "last"), [("START", "2025-04-30"), ("MID", "2025-08-31"), ("END", "2025-12-31")])
def test_a_part_of_a_year_ends_on(part: str, last: str) -> None:
    assert days_covered("2025", part)[1].isoformat() == last


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_a_day_covers_itself(day: date) -> None:
    assert days_covered(day.isoformat()) == (day, day)


@given(YEARS, st.integers(1, 5))
def test_years_that_are_joined_cover_all_between_them(year: int, more: int) -> None:
    assert days_covered(f"{year}/{year + more}") == (date(year, 1, 1), date(year + more, 12, 31))


@pytest.mark.parametrize(
    "value", ["2021-02-29", "2021-13", "2021-00", "XXXX-05", "FY2020", "PRESENT-YEAR", "", "2021-Q5", "20", "2021-05-"]
)
def test_what_no_calendar_has_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        days_covered(value)


@given(MONTHS, st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_the_nearest_year_leaves_half_a_year_at_most(month: int, anchor: date) -> None:
    year = nearest_year(month, anchor)
    assert -6 < (year - anchor.year) * 12 + month - anchor.month <= 6


def test_of_two_years_as_near_the_later_counts() -> None:
    assert nearest_year(1, date(2020, 7, 15)) == 2021


def test_a_winter_ends_on_the_leap_day_of_a_leap_year() -> None:
    assert days_covered("2023-WI")[1] == date(2024, 2, 29)
