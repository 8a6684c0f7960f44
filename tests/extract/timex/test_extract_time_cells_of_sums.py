"""Cells of sums, which the last resort must not take for times counted from today."""

import pytest

from pipeline.extract.timex.fallback import read_by_dateparser


@pytest.mark.parametrize("cell", ["£200.27m", "200.27m", "in 3 days x", "5 min", "2h 30min"])
def test_what_only_today_could_date_is_no_time(cell: str) -> None:
    assert read_by_dateparser(cell) is None


def test_a_day_in_an_unusual_printing_is_read() -> None:
    value = read_by_dateparser("12/Mar/2024")
    assert value is not None
    assert value.timex == "2024-03-12"
