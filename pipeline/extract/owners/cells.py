"""Owners in the cells of owner and partner columns."""

import re
from collections.abc import Iterator

from pipeline.extract.candidate import Candidate
from pipeline.extract.owners.names import Names
from pipeline.extract.reading import Reading
from pipeline.model.record import Owner, Role
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

COLUMN_RULE = "CO01"
PARTNER_COLUMN_RULE = "CO12"
LONGEST_NAME = 14
SENTENCE = re.compile(r"(?:\S+ ){3,}[\w)’]{3,}\.\s*\Z")
ORDER = re.compile(r" (?:to|will|shall|must) (?P<verb>[a-z]+)\b")
COLUMNS: tuple[tuple[str, Role, str], ...] = (("owner", "lead", COLUMN_RULE), ("partner", "partner", PARTNER_COLUMN_RULE))


class CellReader:
    """Reads cells by rules/owner/around and rules/owner/labels."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._partners_follow = next(rule.pattern for rule in rulebook.of("owner/around") if rule.rule.name == "owner.partners_follow")
        self._labels = rulebook.of("owner/labels")
        self._verbs = rulebook.words["verbs"] | rulebook.words["noun_verbs"]

    def read(self, candidate: Candidate, reading: Reading, names: Names) -> Iterator[Owner]:
        """The owners in the cells of the row, leads before partners."""
        for column, role, rule in COLUMNS:
            for cell in candidate.cells.get(column, []):
                for part in cell.parts:
                    span = _before_times(part, reading) if cell in candidate.cells.get("timescale", []) else part
                    yield from self._read_cell(span, reading, names, role, rule)

    def _read_cell(self, span: Span, reading: Reading, names: Names, role: Role, rule: str) -> Iterator[Owner]:
        """Bodies have the role of their column, unless a label says otherwise; those behind via, with and the like are partners."""
        cell = span.of(reading.text)
        for start, end, own in self._stretches(self._before_order(cell), role):
            for owner in names.named(cell[start:end], span.start + start, own, rule):
                if len(owner.text.split()) <= LONGEST_NAME and not _is_time(owner.span, reading):
                    yield owner

    def _before_order(self, cell: str) -> str:
        """The cell up to what the one it names is to do: `Cllr Khan to report in May`."""
        order = next((match for match in ORDER.finditer(cell) if match["verb"] in self._verbs), None)
        return cell[: order.start()] if order else cell

    def _stretches(self, cell: str, role: Role) -> Iterator[tuple[int, int, Role]]:
        """The cell in pieces of one role each, as `[start, end)`, without the words that tell the role, or sentences before them."""
        marks: list[tuple[int, int, Role]] = [(match.start(), match.end(), "partner") for match in self._partners_follow.finditer(cell)]
        for label in self._labels:
            marks += [(match.start(), match.end(), label.rule.value["role"]) for match in label.pattern.finditer(cell)]
        labelled = min((match.start() for label in self._labels for match in label.pattern.finditer(cell)), default=0)
        start = labelled if SENTENCE.search(cell, 0, labelled) else 0
        for first, last, following in sorted(marks):
            if first >= start:
                yield start, first, role
                start, role = last, following
        yield start, len(cell), role


def _before_times(span: Span, reading: Reading) -> Span:
    """The words of a cell before its first time, where one column tells who and when."""
    first = min((timex.span.start for timex in reading.times_in(span)), default=span.end)
    return Span(span.start, span.start + len(reading.text[span.start : first].rstrip(" –-/,;:(\n")))


def _is_time(span: Span, reading: Reading) -> bool:
    """Whether a name is hardly more than a time, as where a column holds something else in one of its rows."""
    return 2 * sum(timex.span.end - timex.span.start for timex in reading.times_in(span)) > span.end - span.start
