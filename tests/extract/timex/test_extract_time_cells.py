"""What the word before a time tells of it, and what the cells of a timescale column say."""

import pytest

from pipeline.extract.timex import Anchor, TimexFinder, resolve
from pipeline.model.span import Span


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("by May 2022", "by"),
        ("no later than May 2022", "by"),
        ("in May 2022", "in"),
        ("during May 2022", "in"),
        ("on 5 May 2022", "at"),
        ("before May 2022", "before"),
        ("until May 2022", "until"),
        ("from May 2022", "from"),
        ("starting in May 2022", "from"),
    ],
)
def test_the_word_before_a_time_tells_its_relation(times: TimexFinder, text: str, relation: str) -> None:
    (timex,) = times.find_due(text)
    assert resolve(timex, text, times.relation(text, timex.span.start, 0) or "in", Anchor()).relation == relation


@pytest.mark.parametrize(
    ("cell", "last"),
    [("June 2022", "2022-06-30"), ("Ongoing", None), ("TBC", None), ("1-2 years", None), ("Annual", None), ("Once in post", None)],
)
def test_a_cell_of_a_timescale_column_is_read_whole(times: TimexFinder, cell: str, last: str | None) -> None:
    (timex,) = times.read_cell(cell, Span(0, len(cell)), times.find_due(cell))
    assert (timex.span.of(cell), resolve(timex, cell, "by", Anchor()).end) == (cell, last)


def test_a_cell_in_no_form_of_ours_is_read_if_it_names_its_day(times: TimexFinder) -> None:
    (timex,) = times.read_cell("2022 March 4", Span(0, 12), [])
    assert timex.value.timex == "2022-03-04"


@pytest.mark.parametrize("cell", ["Parks Team", "12", "see note 4", "Phase 2"])
def test_a_cell_without_a_time_has_none(times: TimexFinder, cell: str) -> None:
    assert times.read_cell(cell, Span(0, len(cell)), times.find_due(cell)) == []
