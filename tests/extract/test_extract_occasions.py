"""Dates that name a meeting, of which a promise may be due at the meeting."""

from collections.abc import Callable

import pytest

from pipeline.model.record import Commitment


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Bring a report to the July 2023 Cabinet", "2023-07-31"),
        ("Agree the charges at the March 2024 full Council meeting", "2024-03-31"),
        ("Register every young voter ahead of the May 2024 elections", "2024-05-31"),
        ("Hold six drop-in sessions between April 2023 and March 2024", "2024-03-31"),
    ],
)
def test_what_goes_to_a_meeting_is_due_at_it(promise: Callable[..., Commitment], words: str, last: str) -> None:
    assert [deadline.end for deadline in promise(words).deadlines] == [last]


@pytest.mark.parametrize(
    "words", ["Publish the May 2023 Council budget on the website", "Carry out the scheme agreed at the July 2023 Cabinet"]
)
def test_a_date_that_names_something_is_no_deadline(promise: Callable[..., Commitment], words: str) -> None:
    assert promise(words).deadlines == ()
