"""Days that move from year to year, by hand from printed calendars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.timex import Anchor, TimexFinder, resolve
from pipeline.extract.timex.moving import settled

IN_MAY = Anchor(date(2024, 5, 14))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-EA", "2024-03-31"),
        ("2025-EA-2", "2025-04-18"),
        ("2025-EA+1", "2025-04-21"),
        ("2024-BE", "2024-05-06"),
        ("2024-BS", "2024-05-27"),
        ("2024-BA", "2024-08-26"),
        ("2024-10-MO1", "2024-10-07"),
        ("2024-11-SU2", "2024-11-10"),
        ("2024-03-FR-1", "2024-03-29"),
        ("2024-02-DY-1", "2024-02-29"),
        ("2024-06-WD1", "2024-06-03"),
        ("2024-06-WD-1", "2024-06-28"),
        ("2014-10-WK1", "2014-W41"),
        ("2017-07-WK-1", "2017-W30"),
    ],
)
def test_a_day_that_moves_is_settled_by_its_year(written: str, day: str) -> None:
    assert settled(written) == day


@pytest.mark.parametrize(("written", "day"), [("2020-BE", "2020-05-08"), ("2012-BS", "2012-06-04"), ("2022-BS", "2022-06-02")])
def test_a_holiday_moved_by_proclamation_lies_where_it_was_held(written: str, day: str) -> None:
    assert settled(written) == day


@pytest.mark.parametrize("written", ["2024-10", "2024-10-07", "XXXX-BA", "2024-SU", "FY2024-Q2", "2024-05/2024-06"])
def test_any_other_value_stays_as_it_is(written: str) -> None:
    assert settled(written) == written


def test_a_fifth_monday_that_a_month_has_not_is_no_day() -> None:
    with pytest.raises(ValueError, match="2024-02 has no MO5"):
        settled("2024-02-MO5")


@given(st.integers(1990, 2060), st.integers(1, 12), st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), st.integers(1, 4))
def test_a_counted_weekday_lies_in_its_week_of_the_month(year: int, month: int, kind: str, count: int) -> None:
    day = date.fromisoformat(settled(f"{year}-{month:02}-{kind}{count}"))
    assert (day.month, (day.day - 1) // 7) == (month, count - 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("finished by the August bank holiday", "2024-08-26"),
        ("open by Spring Bank Holiday Monday", "2024-05-27"),
        ("ready for the Early May bank holiday 2025", "2025-05-05"),
        ("by the May bank holiday 2025", "2025-05-31"),
        ("before Remembrance Sunday", "2024-11-10"),
        ("by Good Friday 2025", "2025-04-18"),
        ("by the last working day of June", "2024-06-28"),
        ("on the first Monday in October", "2024-10-07"),
        ("in the first week of September", "2024-09-08"),
        ("by the October half term", "2024-10-31"),
    ],
)
def test_a_promise_by_such_a_day_is_due_on_it(times: TimexFinder, text: str, day: str) -> None:
    (timex,) = times.find_due(text)
    assert resolve(timex, text, "by", IN_MAY).end == day
