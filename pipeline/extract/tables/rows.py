"""Table rows to candidates: rows of action plans, indicators, budget lines, and commitments with their steps."""

import re
from itertools import groupby, pairwise

from pipeline.extract.candidate import Candidate, LeadIn
from pipeline.extract.grammar import Grammar
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.judgement import NOTHING, Judgement
from pipeline.extract.sentences.progress import DUE
from pipeline.extract.sentences.promises import is_noting, is_question
from pipeline.extract.tables.columns import ColumnReader, Table
from pipeline.extract.tables.minuted import MINUTED, is_title
from pipeline.extract.tables.period_columns import in_periods
from pipeline.extract.tables.remarks import RESOLVED, RemarkReader
from pipeline.extract.tables.row_cells import cells_of, header_of, headers_above, parts_of
from pipeline.extract.tables.row_kinds import NUMBERED, TOTAL, is_of_account, is_over, is_stage, is_tally
from pipeline.extract.tables.row_steps import StepReader
from pipeline.extract.tables.upper_cells import Upper, read_upper
from pipeline.model.document import Block, Cell
from pipeline.model.span import Span

VALUES = ("owner", "partner", "timescale", "target", "baseline", "previous", "actual", "status", "budget", "measure")
LONGEST_REF = 20
NAMING = re.compile(r"[^\W\d_]{2,}")
DEED = re.compile(r"(?:[ts]ion|ing|ment|val)s?\Z", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{3}")
MEASURED = re.compile(r"%|\b(?:percentage|proportion|(?:number|rate|cost) (?:of|per)|average)\b", re.IGNORECASE)
RECOMMENDATION = re.compile(r"\b(?:recommendations?|main modifications?)\b", re.IGNORECASE)


class RowReader:
    """Reads the rows of one paper."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self._grammar, self._reading = grammar, reading
        self._remarks = RemarkReader(grammar, reading)
        self._steps = StepReader(grammar, reading, self._remarks)
        self._sections: dict[int | None, str | None] = {}
        self._themes: dict[int | None, str] = {}
        self._uppers: dict[int | None, Upper] = {}

    def read(self, block: Block, table: Table, lead_in: LeadIn | None, section: str | None) -> list[Candidate]:
        """The candidates of a row: what it is the first to stand below, itself, and its steps behind it."""
        begun = self._sections.setdefault(block.table, section)  # a heading that spans a table does not end its section
        records = self._read(block, table, lead_in, section or begun)
        upper = self._uppers.get(block.table)
        return upper.give(records) if upper and table.has("upper") else records

    def _read(self, block: Block, table: Table, lead_in: LeadIn | None, section: str | None) -> list[Candidate]:
        self._note_theme(block, table)
        if table.has("feedback"):
            return [] if table.header and block.span == table.header.span else self._answers(block, table, section)
        words = parts_of(block, table, "action")
        if table.has("discussion") and not (table.header and block.span == table.header.span):
            said = self._remarks.decided(block, table, only=bool(words))
            return said + self._planned(block, table, words, lead_in, section)
        return self._planned(block, table, words, lead_in, section)

    def _planned(self, block: Block, table: Table, words: list[Span], lead_in: LeadIn | None, section: str | None) -> list[Candidate]:
        """The row of a plan, with its steps."""
        if (table.header and block.span == table.header.span) or not words or TOTAL.match(words[0].of(self._reading.text)):
            return []
        if table.has(MINUTED):
            return self._minuted(block, table, words)
        judgement = self._judge(block, table, words[0], lead_in, section)
        if judgement.kind is None or is_over(block, table, self._reading) or is_tally(block, table, self._reading):
            return []
        judgement = self._as_headed(judgement, table)
        remarks = self._remarks.read(block, table)
        steps = parts_of(block, table, "steps") + remarks
        if not steps and table.has("owner", "timescale", "target", "budget", "indicator", "period"):
            record = self._record(block, table, judgement, words, lead_in)
            self._remarks.take(self._remarks.comments(block, table), record)
            return self._with_periods(block, table, record)
        records = self._with_steps(block, table, judgement, words, steps, lead_in)
        self._remarks.take(remarks, records[0])
        return records

    def _minuted(self, block: Block, table: Table, words: list[Span]) -> list[Candidate]:
        """What a row of minutes asks of whom it names at the margin; of a row that names nobody, the sentences that promise."""
        if parts_of(block, table, "owner"):
            resolved = self._grammar.judge.judge(words[0].of(self._reading.text), words[0].start, "minutes")
            is_resolved = resolved is not None and resolved.rule in RESOLVED and resolved.kind == "commitment"
            return [self._record(block, table, Judgement("commitment" if is_resolved else "action", "CO01"), words, None)]
        refs = parts_of(block, table, "ref")
        if refs and is_title(refs[0].of(self._reading.text), words[0].of(self._reading.text)):
            self._themes[block.table] = words[0].of(self._reading.text)
            return []
        judged = [found for part in words for found in self._grammar.judge.sentences(self._reading, part, "minutes")]
        themes = self._named(block)
        return [Candidate(j.kind, j.rule, (sentence,), subject=j.subject, themes=themes) for sentence, j in judged if j.kind]

    def _answers(self, block: Block, table: Table, section: str | None) -> list[Candidate]:
        """The promising sentences of an answer to what people said."""
        parts = parts_of(block, table, "action") + parts_of(block, table, "steps")
        judged = [found for part in parts for found in self._grammar.judge.sentences(self._reading, part, section)]
        return [Candidate(j.kind, j.rule, (sentence,), subject=j.subject) for sentence, j in judged if j.kind == "commitment"]

    def _as_headed(self, judgement: Judgement, table: Table) -> Judgement:
        """Rows under the word recommendation are advice, whatever else the table holds."""
        header = header_of(table, "action") if table.header else None
        advice = header is not None and RECOMMENDATION.search(header.of(self._reading.text)) is not None
        return judgement._replace(kind="recommendation") if advice else judgement

    def _note_theme(self, block: Block, table: Table) -> None:
        """A theme holds for the rows below it until another is printed, as cells merged downwards leave the others empty."""
        if themes := parts_of(block, table, "theme"):
            self._themes[block.table] = themes[0].of(self._reading.text)
        if (count := table.below.get(block.span.start)) and (cells := parts_of(block, table, "upper")):
            refs = parts_of(block, table, "upper_ref")
            self._uppers[block.table] = read_upper(cells[0], refs[0] if refs else None, count, self._reading, self._grammar)

    def _named(self, block: Block) -> tuple[str, ...]:
        """The theme that a row stands under."""
        return (self._themes[block.table],) if block.table in self._themes else ()

    def _judge(self, block: Block, table: Table, words: Span, lead_in: LeadIn | None, section: str | None) -> Judgement:
        """What the row is; nothing for one that promises nothing."""
        text = words.of(self._reading.text)
        if section == "contents" or (lead_in and lead_in.kind is None) or is_question(text) or is_noting(text) or not WORD.search(text):
            return NOTHING
        if table.has("indicator") and table.has("target"):
            return Judgement("indicator", "CO03") if parts_of(block, table, "target") else NOTHING
        if lead_in and not table.has("timescale", "owner", "budget"):
            return Judgement(lead_in.kind, lead_in.rule)
        if lead_in:
            return Judgement("commitment" if table.has("steps") else "action", lead_in.rule)
        if table.is_account and not self._is_step_of_plan(text, table):
            return NOTHING
        if table.has("target") and not table.has("owner", "timescale", "budget") and MEASURED.search(text):
            return Judgement("indicator", "CO03")
        if self._is_step_of_plan(text, table):
            return Judgement("commitment" if table.has("steps") and not table.has("owner", "timescale") else "action", "CO09")
        if table.has("target") and not table.has("budget"):
            return Judgement("indicator", "CO03") if table.header else NOTHING
        sets_aside = table.has("budget") and section in ("actions", "budget", "recommendations")
        if sets_aside and not is_of_account(block, table, self._reading):
            return Judgement("action", "CO06")
        by_words = self._grammar.judge.judge(text, words.start, section) if table.header and table.has("action") else None
        return by_words or NOTHING

    def _is_step_of_plan(self, text: str, table: Table) -> bool:
        """Whether a row below no lead-in is an action; without a header a name alone is none, in an account all but an order."""
        if table.header and not table.is_account:
            has_sums = len(table.columns.get("budget", ())) > 1 and not table.has("status", "measure")
            return table.has("timescale", "owner", "partner", "period") or (self._grammar.verbs.opens(text) and not has_sums)
        several = sum(word.isalpha() for word in text.split()) > 1
        is_order = several and self._grammar.verbs.opens(text) and not self._grammar.verbs.opens_as_title(text)
        if table.is_account:  # an order beside whoever answers for it is a saving to be made
            return is_order and table.has("owner", "status")
        return is_order or (table.has("timescale") and (len(NAMING.findall(text)) > 1 or DEED.search(text) is not None))

    def _record(self, block: Block, table: Table, judgement: Judgement, words: list[Span], lead_in: LeadIn | None) -> Candidate:
        numbered = NUMBERED.match(words[0].of(self._reading.text)) if not table.has("ref") else None
        if numbered:
            words = [Span(words[0].start + numbered.end(), words[0].end), *words[1:]]
        record = Candidate(judgement.kind or "action", judgement.rule, tuple(words), lead_in=lead_in)
        record.cells = {role: cells for role in VALUES if (cells := cells_of(block, table, role))}
        if "timescale" not in record.cells and (due := [cell for cell in record.cells.get("status", ()) if self._is_due(cell)]):
            record.cells["timescale"] = due
        record.header_spans = {role: header_of(table, role) for role in VALUES if table.has(role) and table.header}
        record.is_stage = is_stage(table, self._reading)
        record.periods = headers_above(block, table, "target")
        record.themes = self._named(block)
        refs = [part.of(self._reading.text) for part in parts_of(block, table, "ref")]
        record.ref = refs[0].rstrip(".:") if refs and len(refs[0]) <= LONGEST_REF else numbered["ref"].rstrip(".:)") if numbered else None
        return record

    def _with_periods(self, block: Block, table: Table, record: Candidate) -> list[Candidate]:
        """A record is due in the periods that its row marks; what it prints below others are its steps, due in those."""
        marked, told = in_periods(block, table.columns, table.header, self._reading) if table.header else ([], [])
        record.periods += tuple(marked)
        steps = [self._steps.step(part, record) for part, _ in told]
        for step, (_, period) in zip(steps, told, strict=True):
            step.periods = (period,)
        return [record, *steps]

    def _is_due(self, cell: Cell) -> bool:
        return cell.span is not None and DUE.match(cell.span.of(self._reading.text)) is not None

    def _with_steps(
        self, block: Block, table: Table, judgement: Judgement, words: list[Span], steps: list[Span], lead_in: LeadIn | None
    ) -> list[Candidate]:
        """The first paragraph, or the first sentence where there is but one, is the commitment; all that follow are its steps.

        In a table that tells who or when, all paragraphs of the promise are one.
        """
        whole, rest = (words, steps) if table.has("owner", "timescale") else (words[:1], words[1:] + steps)
        sentences = self._reading.sentences(words[0])
        if not rest and len(sentences) > 1:
            whole, rest = [sentences[0]], [Span(sentences[1].start, words[0].end)]
        record = self._record(block, table, judgement, whole, lead_in)
        return [record, *self._steps.read(rest, record, block, table)]


def find_tables(blocks: tuple[Block, ...], columns: ColumnReader, reading: Reading) -> dict[int, Table]:
    """The table of each row, by where the row begins."""
    rows = [block for block in blocks if block.table is not None]
    banded = frozenset(below.span.start for above, below in pairwise(blocks) if above.kind == "heading" and below.kind == "row")
    tables: dict[int, Table] = {}
    for _, group in groupby(rows, key=lambda block: block.table):
        tables |= columns.read(list(group), reading, banded)
    return tables
