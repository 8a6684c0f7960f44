"""The numbered lists of a paper, as its labels print them: with what promises nothing, so that a number that lacks can be seen."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.references import Reference, parse_reference
from pipeline.model.paper import Label, Paper

MOST_LETTERS = 4
"""Letters of a code (`EC1`, `PA 1`); in front of more stands a word, which is one of these."""
DEEPEST = 20
"""Open lists of bare numbers among which one that goes on is sought."""
WORDS = frozenset({"action", "aim", "commitment", "item", "measure", "motion", "objective", "outcome", "priority", "project", "promise"})
WORDS |= {"proposal", "recommendation", "resolution", "step", "task"}
NOT_CODES = frozenset(
    {"fy", "h", "jan", "feb", "mar", "apr", "may", "june", "july", "aug", "sept", "oct", "nov", "dec", "page", "q", "rev", "week"}
)
"""Letters before numbers that are dates and pages."""


class Number(NamedTuple):
    """A label with its place among the labels of the paper (from 0) and its reference taken apart."""

    place: int
    label: Label
    reference: Reference

    @property
    def printed(self) -> str:
        """The reference as printed, without what only ends it."""
        return (self.label.marker or "").strip(" .:")

    @property
    def last(self) -> int:
        """The number that counts within its list: 4 of 3.4."""
        return self.reference.numbers[-1]

    @property
    def is_bare(self) -> bool:
        """Whether it is a single number, as lists within lists have it, which start again and again."""
        return not self.reference.letters and len(self.reference.numbers) == 1


def numbered_lists(paper: Paper) -> list[list[Number]]:
    """The lists of the paper, each in reading order: of one lettering and of one leading number (3.1, 3.2), or of bare numbers."""
    numbers = list(_numbers(paper))
    series: dict[tuple[str, tuple[int, ...]], list[Number]] = defaultdict(list)
    for number in numbers:
        if not number.is_bare:
            series[number.reference.letters, number.reference.numbers[:-1]].append(number)
    labelled = [part for each in series.values() for part in _parted(each)]
    return sorted([*labelled, *_nested([number for number in numbers if number.is_bare])], key=lambda each: each[0].place)


def _numbers(paper: Paper) -> Iterator[Number]:
    for place, label in enumerate(paper.labels):
        reference = parse_reference(label.marker)
        if reference and _is_numbering(reference.letters):
            yield Number(place, label, reference)


def _is_numbering(letters: str) -> bool:
    return letters in WORDS or (len(letters) <= MOST_LETTERS and letters not in NOT_CODES)


def _parted(series: list[Number]) -> Iterator[list[Number]]:
    """The lists of one series, parted where it starts again."""
    part: list[Number] = []
    lowest = 0
    for number in series:
        if len(part) > 1 and number.last <= lowest:
            yield part
            part = []
        lowest = min(lowest, number.last) if part else number.last
        part.append(number)
    yield part


def _nested(numbers: list[Number]) -> list[list[Number]]:
    """Lists of bare numbers: each number goes on with the innermost list that waits for it, and closes those within that list."""
    lists: list[list[Number]] = []
    waiting: list[list[Number]] = []
    for number in numbers:
        alike = [each for each in reversed(waiting) if _shape(each[-1]) == _shape(number)]
        goes_on = next((each for each in alike if number.last - each[-1].last in (0, 1)), None)
        if goes_on is None and number.last > 1:
            goes_on = next((each for each in alike if each[-1].last < number.last), None)
        if goes_on is None:
            goes_on = []
            lists.append(goes_on)
            waiting = [*waiting, goes_on][-DEEPEST:]
        goes_on.append(number)
        del waiting[next(place for place, each in enumerate(waiting) if each is goes_on) + 1 :]
    return lists


def _shape(number: Number) -> tuple[str, bool]:
    """What tells lists within lists apart: `1.`, `1)` and `(1)`, and rows of a table."""
    return re.sub("[0-9]+", "#", number.label.marker or "").strip(), number.label.kind == "row"
