"""Table rows to candidates: rows of action plans, indicators, budget lines, and commitments with their steps."""

import re

from pipeline.extract.candidate import Candidate, LeadIn
from pipeline.extract.columns import Table
from pipeline.extract.promises import Judge
from pipeline.extract.reading import Reading
from pipeline.extract.steps import StepSplitter
from pipeline.model.document import Block, Cell
from pipeline.model.record import Kind
from pipeline.model.span import Span

VALUES = ("owner", "partner", "timescale", "target", "status", "budget", "measure")
TOTAL = re.compile(r"(?:sub-?)?total\b|n/?a$|not applicable", re.IGNORECASE)
PAST = re.compile(r"(?:completed?|adopted|done|published|undertaken)\b", re.IGNORECASE)
REFERENCE = re.compile(r"[\w ./()-]{1,14}\d?[\w.]*")


class RowReader:
    """Reads rows with the help of a step splitter and a judge."""

    def __init__(self, steps: StepSplitter, judge: Judge) -> None:
        self._steps = steps
        self._judge = judge

    def read(self, block: Block, table: Table, reading: Reading, lead_in: LeadIn | None, section: str | None) -> list[Candidate]:
        """The candidates of a row: itself, and its steps behind it."""
        words = [part for column in table.columns.get("action", []) for part in _parts(block, column)]
        if block is table.header or not words or TOTAL.match(words[0].of(reading.text)):
            return []
        kind, rule = self._kind(block, table, words[0].of(reading.text), lead_in, section)
        if kind is None or self._is_over(block, table, reading):
            return []
        steps = [part for column in table.columns.get("steps", []) for part in _parts(block, column)]
        if steps or not table.has("owner", "timescale", "target", "budget", "indicator"):
            return self._with_steps(block, table, reading, kind, rule, words, steps, lead_in)
        return [self._record(block, table, reading, kind, rule, tuple(words), lead_in)]

    def _kind(self, block: Block, table: Table, words: str, lead_in: LeadIn | None, section: str | None) -> tuple[Kind | None, str]:
        """What the row is, with the rule that says so; None for a row that promises nothing."""
        if section == "contents" or (lead_in and lead_in.kind is None):
            return None, ""
        if lead_in and lead_in.kind and not table.has("timescale", "owner", "budget"):
            return lead_in.kind, lead_in.rule
        if "indicator" in table.columns and table.has("target"):
            return ("indicator", "CO03") if _parts(block, table.columns["target"][0]) else (None, "")
        if lead_in and lead_in.kind:
            return ("commitment" if "steps" in table.columns else "action"), lead_in.rule
        if table.has("timescale", "owner") and table.header:
            return "action", "CO09"
        if table.has("timescale") or self._judge.opens_with_verb(words):
            return "action", "CO09"
        if table.has("target") and not table.has("budget"):
            return ("indicator", "CO03") if table.header else (None, "")
        return ("action", "CO06") if table.has("budget") and section in ("actions", "recommendations") else (None, "")

    def _is_over(self, block: Block, table: Table, reading: Reading) -> bool:
        """A stage of a timetable that only an actual date in the past, or no date at all, stands beside."""
        if table.has("owner", "status", "target", "budget", "measure") or not table.has("timescale"):
            return False
        texts = [cell.span.of(reading.text) for cell in _cells(block, table, "timescale") if cell.span]
        return bool(texts) and all(PAST.match(text) or TOTAL.match(text) for text in texts)

    def _record(
        self, block: Block, table: Table, reading: Reading, kind: Kind, rule: str, words: tuple[Span, ...], lead_in: LeadIn | None
    ) -> Candidate:
        record = Candidate(kind, rule, words, lead_in=lead_in)
        record.cells = {role: cells for role in VALUES if (cells := _cells(block, table, role))}
        record.theme = next(
            (part.of(reading.text) for column in table.columns.get("theme", []) for part in _parts(block, column)[:1]), None
        )
        refs = [cell.span.of(reading.text) for cell in _cells(block, table, "ref") if cell.span]
        record.ref = refs[0].rstrip(".:") if refs and len(refs[0]) <= 20 else None
        record.header_spans = {role: _header(table, role) for role in VALUES if role in table.columns and table.header}
        return record

    def _with_steps(
        self,
        block: Block,
        table: Table,
        reading: Reading,
        kind: Kind,
        rule: str,
        words: list[Span],
        steps: list[Span],
        lead_in: LeadIn | None,
    ) -> list[Candidate]:
        """The first paragraph, or the first sentence where there is but one, is the commitment; all that follows are its steps."""
        first, rest = words[0], words[1:] + steps
        sentences = reading.sentences(first)
        if not rest and len(sentences) > 1:
            first, rest = sentences[0], [Span(sentences[1].start, first.end)]
        record = self._record(block, table, reading, kind, rule, (first,), lead_in)
        return [record, *(self._step(step, record, reading) for part in rest for step in self._steps.split(reading, part))]

    def _step(self, span: Span, parent: Candidate, reading: Reading) -> Candidate:
        text = span.of(reading.text)
        judgement = None if self._judge.opens_with_verb(text) else self._judge.judge(text, span.start, "minutes")
        step = Candidate("action", "step", (span,), parent=parent, reports=True, subject=judgement.subject if judgement else None)
        step.theme = parent.theme
        return step


def _parts(block: Block, column: int) -> list[Span]:
    return list(block.cells[column].parts) if column < len(block.cells) else []


def _cells(block: Block, table: Table, role: str) -> list[Cell]:
    return [block.cells[column] for column in table.columns.get(role, []) if column < len(block.cells) and block.cells[column].parts]


def _header(table: Table, role: str) -> Span | None:
    cells = table.header.cells if table.header else ()
    spans = [cells[column].span for column in table.columns[role] if column < len(cells)]
    return spans[0] if spans else None
