"""What has become of a commitment: by its status and timescale columns, else by its own words where it may tell of progress."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.candidate import Candidate
from pipeline.extract.deadline import has_date_to_come, is_over
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.status import Progress, StatusReader
from pipeline.extract.sentences.verbs import Verbs
from pipeline.extract.timex import Anchor
from pipeline.model.record import Deadline, Status, Value
from pipeline.model.span import Span

DUE = re.compile(
    r"(?:(?:partially |partly |fully )?(?:accepted|agreed|supported)(?: in (?:principle|part))?[\s–,;:.-]+)?"
    r"(?:in progress|on track|on target|started|on-?going|under ?way|delayed|not (?:yet )?started|planned|green|amber|red)\b[\s–,;:.-]*"
    r"(?:now )?(?:due|expected|scheduled|on track|target(?:ed)?|(?:for|to be|expected to be|due to be) complet\w+)"
    r"(?: (?:complet\w+|date))?(?: (?:by|in|for|on|at))?[ :](?:\w+[ /-]?){1,5}\.?\Z",
    re.IGNORECASE,
)
IS_IT_DONE = re.compile(r"\W*(?:completed?|done|achieved|implemented|delivered|met|actioned)(?: or not)?\W*", re.IGNORECASE)
ANSWER = re.compile(
    r"\W*(?:yes|no|y|n|done|completed?|in progress|on-?going|part(?:ly|ially)?|started|not|under ?way|closed|achieved|implemented"
    r"|delivered)\b",
    re.IGNORECASE,
)


class Standing(NamedTuple):
    """How far a commitment is, and the words that say so; both None for what is merely planned."""

    status: Status | None = None
    evidence: Value | None = None


class ProgressReader:
    """Reads how far commitments are."""

    def __init__(self, status: StatusReader, verbs: Verbs) -> None:
        self._status, self._verbs = status, verbs

    def read(self, candidate: Candidate, reading: Reading, deadlines: Iterable[Deadline], anchor: Anchor) -> Standing:
        """How far a commitment is whose deadlines are known."""
        if cells := _cells(candidate, reading):
            share = _share_sign(candidate, reading)
            read = ((cell, self._status.find(cell.of(reading.text) + share, is_order=False, has_date_to_come=False)) for cell in cells)
            standing = next((_standing(found, cell, reading) for cell, found in read if found and found.status), Standing())
            return standing._replace(status="under_way") if standing.status == "done" and _is_partly_over(candidate, reading) else standing
        if not candidate.reports:
            return Standing()
        text = " ".join(" ".join(span.of(reading.text) for span in candidate.spans).split())
        found = self._status.find(text, self._verbs.opens(text), has_date_to_come(deadlines, reading.text, anchor))
        return _standing(found, candidate.span, reading) if found and found.status else Standing()


def _cells(candidate: Candidate, reading: Reading) -> list[Span]:
    """What the columns say of progress: that of the status, and a timescale that tells when the thing was done."""
    cells = [cell.span for cell in candidate.cells.get("status", []) if cell.span]
    header = candidate.header_spans.get("status")
    if header and IS_IT_DONE.fullmatch(header.of(reading.text)):  # a remark there answers only if it begins with the answer
        cells = [cell for cell in cells if ANSWER.match(cell.of(reading.text))]
    return cells + [cell.span for cell in candidate.cells.get("timescale", []) if cell.span and is_over(cell.span.of(reading.text))]


def _is_partly_over(candidate: Candidate, reading: Reading) -> bool:
    """Whether one timescale tells that its part is done, and another when the rest is due."""
    times = [cell.span.of(reading.text) for cell in candidate.cells.get("timescale", []) if cell.span]
    return "status" not in candidate.cells and any(map(is_over, times)) and not all(map(is_over, times))


def _share_sign(candidate: Candidate, reading: Reading) -> str:
    """The sign that the figures of a column lack where its header has it, as in `Progress %`."""
    header = candidate.header_spans.get("status")
    cells = [cell.span.of(reading.text) for cell in candidate.cells.get("status", []) if cell.span]
    return "%" if header and "%" in header.of(reading.text) and all(cell.isdigit() for cell in cells) else ""


def _standing(progress: Progress, span: Span, reading: Reading) -> Standing:
    """The standing with its words where they are printed: in the text they may have line ends between them."""
    words = progress.words.split()
    printed = re.compile(r"\s+".join(map(re.escape, words))).search(reading.text, span.start, span.end)
    place = Span(*printed.span()) if printed else span
    return Standing(progress.status, Value(text=" ".join(words), span=place, rule=progress.rule))
