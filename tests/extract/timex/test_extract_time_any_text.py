"""Whatever the text: no crash, spans that hold what was read, days in order near their paper, work that grows as the text does."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.timex import Anchor, TimexFinder, resolve, resolve_timex
from pipeline.extract.timex.relative import relative_value
from pipeline.rulebook import Rulebook

WORDS = [
    "the",
    "end",
    "of",
    "next",
    "last",
    "this",
    "year",
    "month",
    "week",
    "quarter",
    "term",
    "May",
    "may",
    "Sept",
    "31",
    "30th",
    "2021",
    "'12",
    "2012/13",
    "Q3",
    "w/c",
    "w/e",
    "early",
    "mid-",
    "by",
    "in",
    "within",
    "two",
    "every",
    "each",
    "annually",
    "to",
    "-",
    "–",
    "/",
    ".",
    "1990s",
    "century",
    "spring",
    "Friday",
    "am",
    "10:30",
    "half",
    "ago",
    "now",
    "time",
    "'s",
    "(",
    ")",
    "Easter",
    "financial",
    "academic",
    "£",
    "%",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
DAYS = st.dates(date(1910, 1, 1), date(2090, 12, 31))
FARTHEST = timedelta(days=366 * 200)


@given(TEXTS | st.text(max_size=80), DAYS)
def test_any_text_is_read_without_a_crash(times: TimexFinder, text: str, day: date) -> None:
    for timex in times.find(text):
        deadline = resolve(timex, text, "by", Anchor(day))
        resolve_timex(timex, Anchor(day))
        assert deadline.text == " ".join(text[timex.span.start : timex.span.end].split())
        assert (deadline.end is None) == (deadline.start is None)
        assert (deadline.end is None) == (deadline.reason is not None)


@given(TEXTS, DAYS)
def test_a_time_begins_before_it_ends_and_lies_near_its_paper(times: TimexFinder, text: str, day: date) -> None:
    for timex in times.find_due(text):
        deadline = resolve(timex, text, "by", Anchor(day))
        if deadline.start and deadline.end:
            assert deadline.start <= deadline.end
            assert abs(date.fromisoformat(deadline.end) - day) < FARTHEST


@given(TEXTS)
def test_times_stand_in_order_and_apart(times: TimexFinder, text: str) -> None:
    spans = [timex.span for timex in times.find(text)]
    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(st.sampled_from(["PRESENT-MONTH", "NEXT-YEAR", "LAST-06", "NEXT-SU", "PRESENT-DAY"]), DAYS, st.integers(0, 60))
def test_what_is_counted_from_a_day_is_a_day_of_the_calendar(written: str, day: date, count: int) -> None:
    assert relative_value(f"{written}+{count}" if written.startswith("PRESENT") else written, day) is not None


@pytest.mark.parametrize("written", ["PRESENT-YEAR+9999", "PRESENT-DAY+99999999", "PRESENT-CENTURY-99", "NOW", ""])
def test_what_lies_beyond_the_calendar_is_no_day(written: str) -> None:
    assert relative_value(written, date(2020, 5, 1)) is None


class Counted:
    """A pattern that counts how many characters it is asked to look at."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern, self.pattern, self.characters = pattern, pattern.pattern, 0

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches between `start` and `end`."""
        self.characters += end - start
        return self._pattern.finditer(text, start, end)


@pytest.fixture
def looked_at(rulebook: Rulebook) -> Callable[[str], int]:
    """How many characters all rules of time together are asked to look at in a text."""

    def count(text: str) -> int:
        counters = {rule.id: Counted(rule.pattern) for rule in rulebook.of("time")}
        rules = tuple(replace(rule) for rule in rulebook.rules)
        for rule in rules:
            vars(rule)["pattern"] = counters.get(rule.id, rule.pattern)
        TimexFinder(rulebook._replace(rules=rules)).find(text)
        return sum(counter.characters for counter in counters.values())

    return count


@pytest.mark.parametrize(
    "piece", ["by May 2021 ", "31/12/2020, ", "the end of ", "1,", "every year ", "Act 2010 ", "Q3 2012/13 to ", "a week ago "]
)
def test_a_text_twice_as_long_is_twice_the_work(looked_at: Callable[[str], int], piece: str) -> None:
    once, twice = looked_at(piece * 400), looked_at(piece * 800)
    assert twice <= 2.1 * once
