"""What the rules read in a phrase by itself."""

from datetime import date

import pytest

from pipeline.rulebook import Rulebook
from pipeline.trial import Anchor, Readers, read_phrase
from pipeline.trial.phrase import Time

IN_MAY = Anchor(date(2024, 5, 14))


@pytest.fixture(scope="module")
def readers(rulebook: Rulebook) -> Readers:
    return Readers(rulebook)


def only_time(readers: Readers, text: str) -> Time:
    (time,) = read_phrase(readers, text, IN_MAY).times
    return time


@pytest.mark.parametrize("text", ["2-3 years", "18 months", "Short term (0-12 months)", "Years 1-3", "2026", "Per annum", "Once per term"])
def test_a_phrase_that_is_no_more_than_a_timescale_is_a_deadline(readers: Readers, text: str) -> None:
    assert only_time(readers, text).is_due


def test_an_hour_is_due_on_its_day(readers: Readers) -> None:
    time = only_time(readers, "by 5pm on Friday 14th June 2024")
    assert (time.is_due, time.deadline.end, time.timex3.value) == (True, "2024-06-14", "2024-06-14T17:00")


def test_an_hour_without_a_day_is_no_deadline(readers: Readers) -> None:
    assert not only_time(readers, "at 7.30pm").is_due


def test_a_length_within_a_sentence_only_tells(readers: Readers) -> None:
    assert not only_time(readers, "it lasted 18 months in all").is_due
