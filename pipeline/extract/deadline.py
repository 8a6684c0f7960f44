"""When: the times of a commitment that are deadlines, from its timescale column, its words, its lead-in and its header."""

import re
from collections.abc import Iterable

from pipeline.extract.candidate import Candidate
from pipeline.extract.reading import Reading
from pipeline.extract.timex import Anchor, Timex, TimexFinder, resolve
from pipeline.model.record import Deadline, Relation
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook
from pipeline.rulebook.needed import NeededWords

NAMES = re.compile(r"\bthe\s*\Z", re.IGNORECASE)
STARTED = re.compile(
    r"\b(?:commenced|started|began|completed?|adopted|published|done|achieved|approved|agreed|implemented|delivered|appointed|recruited"
    r"|installed|opened|launched|awarded)\b",
    re.IGNORECASE,
)
STANDARD = re.compile(r"%|\b(?:per cent|percentage|proportion|number) ", re.IGNORECASE)  # of service, met so often: a target
WORD = re.compile(r"[^\W\d_][\w’'-]*")
BETWEEN = re.compile(r"between\b", re.IGNORECASE)  # its own preposition
BEHIND, OCCASION, CLAUSE = "behind", "occasion", "clause"
YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d\d)?\b")
LOOK_BACK, LONG_LOOK_BACK = 80, 400
AHEAD = re.compile(r"\b(?:by|until|till|from|before)\W+(?:the )?\Z", re.IGNORECASE)
TO_COME = frozenset({"by", "until", "from", "before"})


class DeadlineReader:
    """Reads deadlines by one rulebook."""

    def __init__(self, rulebook: Rulebook, times: TimexFinder) -> None:
        self._times = times
        rules = rulebook.of("deadline")
        self._not_due = [rule for rule in rules if "only" not in rule.rule.value]
        self._names = [rule for rule in rules if rule.rule.value.get("only") == BEHIND]
        self._occasions = [rule for rule in rules if rule.rule.value.get("only") == OCCASION]
        self._clauses = NeededWords([rule for rule in rules if rule.rule.value.get("only") == CLAUSE])
        self._function = rulebook.words["function_words"]

    def read(self, candidate: Candidate, reading: Reading, anchor: Anchor) -> tuple[Deadline, ...]:
        """The deadlines of a commitment; a day or a recurrence that is printed twice counts once."""
        found = [
            *self._columns(candidate, reading, anchor),
            *(deadline for span in candidate.spans for deadline in self._in_text(span, reading, anchor)),
            *self._inherited(candidate, reading, anchor),
            *self._headers(candidate, reading, anchor),
        ]
        measured = candidate.kind == "indicator"
        once = {
            (d.end, d.rrule, d.relation == "ongoing", "" if d.end or d.rrule else d.text.lower()): d
            for d in reversed(found)
            if not (measured and _is_length(d))
        }
        return tuple(once.values())[::-1]

    def _columns(self, candidate: Candidate, reading: Reading, anchor: Anchor) -> Iterable[Deadline]:
        for cell in candidate.cells.get("timescale", []):
            if cell.span and is_over(cell.span.of(reading.text)):
                continue
            for part in cell.parts:
                for timex in self._times.read_cell(reading.text, part, reading.times):
                    relation = self._times.relation(reading.text, timex.span.start, part.start) or "by"
                    yield resolve(timex, reading.text, relation, anchor)
        for cell in [*candidate.cells.get("measure", []), *candidate.cells.get("target", [])]:
            for part in cell.parts:
                yield from self._in_text(part, reading, anchor)

    def _in_text(self, span: Span, reading: Reading, anchor: Anchor) -> Iterable[Deadline]:
        for timex in reading.times_in(span):
            relation = self._relation(timex, span, reading)
            if relation:
                yield resolve(timex, reading.text, relation, anchor)

    def _relation(self, timex: Timex, span: Span, reading: Reading) -> Relation | None:
        """What a time in running text is to its promise; None where it only names something or tells of the past."""
        before = reading.text[max(span.start, timex.span.start - LOOK_BACK) : timex.span.start]
        after = WORD.match(reading.text[timex.span.end : min(span.end, timex.span.end + LOOK_BACK)].lstrip())
        value = timex.value
        if self._is_of_other_clause(timex, span, reading):
            return None
        if value.relation == "recurring" or value.relation == "ongoing" or value.timex is None:
            return "in"
        behind = reading.text[timex.span.end : min(span.end, timex.span.end + LOOK_BACK)]
        if any(rule.pattern.search(before) for rule in self._not_due):
            return None
        said = self._times.relation(reading.text, timex.span.start, span.start)
        if said and NAMES.search(before) and any(rule.pattern.match(behind) for rule in self._occasions):
            return "at" if said == "until" else said  # what goes to a meeting is due at it
        if any(rule.pattern.match(behind) for rule in self._names):
            return None
        if value.type == "DURATION" and STANDARD.search(before):
            return None
        if value.is_open:
            return said or "in"
        if NAMES.search(before) and after and after[0].lower() not in self._function:
            return None
        return said or ("by" if BETWEEN.match(reading.text, timex.span.start) else self._unsaid(timex, before))

    def _is_of_other_clause(self, timex: Timex, span: Span, reading: Reading) -> bool:
        """Whether a clause beside the promise ends in the time, as in `members who attend the next meeting`."""
        before = reading.text[max(span.start, timex.span.start - LONG_LOOK_BACK) : timex.span.start]
        is_vague = timex.value.timex is None and timex.value.relation != "recurring"
        rules = (rule for rule in self._clauses.may_match(before.lower()) if is_vague or "vague" not in rule.rule.value)
        return any(rule.pattern.search(before) for rule in rules)

    def _unsaid(self, timex: Timex, before: str) -> Relation | None:
        """A month or a day without a preposition, behind a plain word or at the very beginning, is one to keep it by."""
        words = before.split()
        exact = timex.value.timex is not None and re.fullmatch(
            r"(?:\d{4}|XXXX|[AF]Y(?:\d{4}|XXXX))-(?:\d\d(?:-\d\d)?|SP|SU|FA|WI|[HQT]\d)(?:/P1W|/FY\d{4}-Q\d)?|P1W/.+", timex.value.timex
        )
        if not (exact or timex.value.mod) or (
            words and (words[-1].lower() in self._function or (not words[-1][0].islower() and words[-1][0] != "("))
        ):
            return None
        return "by"

    def _inherited(self, candidate: Candidate, reading: Reading, anchor: Anchor) -> Iterable[Deadline]:
        """A time in the lead-in's own clause belongs to every item below it, and so does one that a heading names."""
        for clause in filter(None, (candidate.lead_in.clause if candidate.lead_in else None, candidate.period)):
            times = reading.times_in(clause)
            dated = [timex for timex in times if timex.value.has_days] or times
            for timex in dated:
                relation = self._relation(timex, clause, reading) or (
                    "in" if reading.text.endswith(("(", " for "), 0, timex.span.start) else None
                )
                if relation:
                    yield resolve(timex, reading.text, relation, anchor)

    def _headers(self, candidate: Candidate, reading: Reading, anchor: Anchor) -> Iterable[Deadline]:
        """The year, quarter or day that a column of targets or marks is for."""
        for header in candidate.periods:
            year = YEAR.search(header.of(reading.text))
            own = Span(header.start + year.start(), header.start + year.end()) if year else header
            for timex in reading.times_in(header) or self._times.read_cell(reading.text, own, []):
                yield resolve(timex, reading.text, "in", anchor)


def _is_length(deadline: Deadline) -> bool:
    """Whether a deadline is a length of time without its beginning; with a measure it is what is measured."""
    return deadline.type == "DURATION" and deadline.end is None and deadline.relation != "ongoing"


def has_date_to_come(deadlines: Iterable[Deadline], text: str, anchor: Anchor) -> bool:
    """Whether a deadline in `text` is one that lies ahead by its own words; without such a word (`sent 4 August`) it must not lie
    before the paper's own date."""
    return any(deadline.relation in TO_COME and not _is_past(deadline, text, anchor) for deadline in deadlines)


def _is_past(deadline: Deadline, text: str, anchor: Anchor) -> bool:
    over = anchor.day is not None and anchor.is_dated and deadline.end is not None and deadline.end < anchor.day.isoformat()
    return over and AHEAD.search(text, max(0, deadline.span.start - LOOK_BACK), deadline.span.start) is None


def is_over(timescale: str) -> bool:
    """Whether a timescale cell tells when the thing was begun or done, rather than when it is due."""
    return STARTED.match(timescale) is not None
