"""Printings of deadlines seen across councils, as an auditor reads them in a paper of 14 May 2024."""

from datetime import date

import pytest

from pipeline.extract.timex import Anchor, TimexFinder, resolve

IN_MAY = Anchor(date(2024, 5, 14))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2025 (Autumn)", "2025-11-30"),
        ("Summer (2025)", "2025-08-31"),
        ("Summer 24", "2024-08-31"),
        ("FYE 2026", "2026-03-31"),
        ("FYE March 2026", "2026-03-31"),
        ("by the end of FY26", "2026-03-31"),
        ("in the financial year ending 2026", "2026-03-31"),
        ("y/e 31 March 2026", "2026-03-31"),
        ("by the end of Quarter Three", "2024-12-31"),
        ("Qtr 3 2024-25", "2024-12-31"),
        ("H1 2025/26", "2025-09-30"),
        ("H2 2025", "2025-12-31"),
        ("within the 2024/25 financial year", "2025-03-31"),
        ("AY 2024/25", "2025-08-31"),
        ("by the end of the decade", "2029-12-31"),
        ("by 30 september 2025", "2025-09-30"),
        ("by december 2025", "2025-12-31"),
        ("by the end of Aug 24", "2024-08-31"),
        ("by 9/2025", "2025-09-30"),
        ("July 1, 2024 to June 30, 2025", "2025-06-30"),
        ("on November 19-20", "2024-11-20"),
        ("over the remainder of the financial year", "2025-03-31"),
        ("by the year’s end", "2025-03-31"),
        ("before December 2024", "2024-12-31"),
    ],
)
def test_a_printing_has_its_last_day(times: TimexFinder, text: str, end: str) -> None:
    (timex,) = times.find_due(text)
    assert resolve(timex, text, "in", IN_MAY).end == end


@pytest.mark.parametrize(
    "text", ["over the next two to three years", "within 12 to 18 months", "before the summer recess", "at the next Full Council meeting"]
)
def test_a_time_without_its_day_is_kept_as_printed(times: TimexFinder, text: str) -> None:
    (timex,) = times.find_due(text)
    assert resolve(timex, text, "by", IN_MAY).end is None


@pytest.mark.parametrize("text", ["Minute 03/2025", "may 4 to 6 apply", "300 of 2,400 in 25 places", "100% by hand"])
def test_what_only_looks_like_such_a_printing_is_none(times: TimexFinder, text: str) -> None:
    assert times.find_due(text) == []
