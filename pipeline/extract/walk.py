"""Walks through a document's blocks and finds its commitments: list items, prose, and rows with their steps."""

import re
from dataclasses import replace
from itertools import groupby

from pipeline.extract.candidate import Candidate, LeadIn
from pipeline.extract.columns import ColumnReader
from pipeline.extract.outline import Outline
from pipeline.extract.promises import Judge, Judgement, sentence_judgements
from pipeline.extract.reading import Reading
from pipeline.extract.rows import RowReader
from pipeline.extract.status import StatusReader
from pipeline.extract.steps import StepSplitter
from pipeline.model.document import Block
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

MINUTES = re.compile(r"\bminutes\b|\bmeeting (?:of|held)\b|^present:?\b|\bapologies\b", re.IGNORECASE | re.MULTILINE)
NUMBER = re.compile(r"\d+(?:\.\d+)*")
DOTTED = re.compile(r"\d+(?:\.\d+)+\.?")
CALLS_ON = re.compile(r"(?:calls? (?:up)?on|urges?|lobb(?:y|ies)|asks?) [\w’' ]{2,60}? to\b", re.IGNORECASE)
NOTHING = Judgement(None, "")
WE_WILL = re.compile(r"we (?:will|are committed to)\b", re.IGNORECASE)
HEAD = 1500


class Walker:
    """Finds the commitments of documents by one rulebook."""

    def __init__(self, rulebook: Rulebook, judge: Judge, status: StatusReader) -> None:
        self._rulebook = rulebook
        self._judge = judge
        self._status = status
        self._columns = ColumnReader(rulebook)
        self._rows = RowReader(StepSplitter(rulebook), judge)

    def find(self, reading: Reading) -> list[Candidate]:
        """All candidates in reading order; a parent stands before its children."""
        self._judge.prepare(reading.text)
        walk = Walk(self._rulebook, self._judge, self._status, self._columns, self._rows, reading)
        walk.run()
        return walk.found


class Walk:
    """One way through one document: open headings, the lead-in in force, and the numbered items that may have children."""

    def __init__(
        self, rulebook: Rulebook, judge: Judge, status: StatusReader, columns: ColumnReader, rows: RowReader, reading: Reading
    ) -> None:
        self.found: list[Candidate] = []
        self._judge, self._status, self._columns, self._rows, self._reading = judge, status, columns, rows, reading
        self._outline = Outline(rulebook)
        self._lead_in: LeadIn | None = None
        self._numbered: dict[str, Candidate] = {}
        self._parents: list[tuple[int, Candidate | None, LeadIn | None]] = []
        self._is_minutes = len(MINUTES.findall(reading.text[:HEAD])) >= 2

    def run(self) -> None:
        """Walks through the blocks; the rows of a table, and the items of a list, belong together."""
        blocks = list(self._reading.document.blocks)
        tables = {
            key: list(group)
            for key, group in groupby(sorted((b for b in blocks if b.table is not None), key=lambda b: b.table or 0), key=lambda b: b.table)
        }
        opened = {number: self._columns.read(rows, self._reading) for number, rows in tables.items()}
        for index, block in enumerate(blocks):
            if block.kind == "heading":
                self._heading(block)
            elif block.kind == "item":
                self._item(block, blocks, index)
            elif block.kind == "row" and block.table is not None:
                self._row(block, opened[block.table])
            elif block.kind == "paragraph":
                self._paragraph(block)

    @property
    def _context(self) -> str | None:
        return "minutes" if self._is_minutes else self._outline.kind

    def _text(self, block: Block) -> str:
        return block.span.of(self._reading.text)

    def _heading(self, block: Block) -> None:
        text = self._text(block)
        self._parents = []
        if text.endswith(":") and (lead := self._judge.lead_in(text, block.span.start)):
            self._lead_in = lead
            return
        self._outline.open(block, text)
        self._lead_in = None

    def _paragraph(self, block: Block) -> None:
        text = self._text(block)
        self._parents = [] if not text.endswith(":") else self._parents
        if text.endswith((":", ":-", "–", "-")) or self._is_split_lead(text):
            self._lead_in = self._judge.lead_in(text, block.span.start)
            return
        self._lead_in = None
        if self._outline.kind != "contents":
            self._prose(block.span)

    def _is_split_lead(self, text: str) -> bool:
        """A short line that ends in will, to or that opens a list without a colon."""
        return len(text) < 120 and text.endswith((" will", " to", " that", "WILL")) and self._judge.lead_in(text, 0) is not None

    def _prose(self, span: Span) -> None:
        """Each promising sentence of running prose is a commitment; background does not promise."""
        background = self._outline.kind == "background" and not self._is_minutes
        for sentence, judgement in sentence_judgements(self._judge, self._reading, span, self._context):
            if judgement.kind and not background:
                self._add(Candidate(judgement.kind, judgement.rule, (sentence,), subject=judgement.subject))

    def _add(self, candidate: Candidate) -> Candidate:
        candidate.section = self._outline.path
        innermost = self._outline.innermost
        candidate.heading = innermost.number if innermost and innermost.ref else None
        if candidate.heading is not None and candidate.ref is None and innermost and innermost.ref:
            candidate.heading_ref = _plain(innermost.ref)
        self.found.append(candidate)
        return candidate

    def _row(self, block: Block, table: object) -> None:
        for candidate in self._rows.read(block, table, self._reading, self._lead_in, self._outline.kind):  # type: ignore[arg-type]
            theme = candidate.theme
            self._add(candidate)
            if theme:
                candidate.section = (*candidate.section, theme)

    def _item(self, block: Block, blocks: list[Block], index: int) -> None:
        if any(block.span.start < candidate.span.end for candidate in self.found[-1:] if len(candidate.spans) > 1):
            return
        self._parents = [entry for entry in self._parents if entry[0] < block.level]
        text, below = self._text(block), _below(blocks, index)
        parent, lead = self._above(block)
        if text.endswith(":") or (
            below and below[0].level > block.level and self._judge.lead_in(text, 0) and text.endswith(("to", "that"))
        ):
            self._opening_item(block, text, below, parent, lead)
            return
        self._plain_item(block, text, parent, lead)

    def _above(self, block: Block) -> tuple[Candidate | None, LeadIn | None]:
        """The parent by number or by depth, and the lead-in that holds for the item."""
        number = NUMBER.match(block.marker or "")
        parent = None
        if number and "." in number[0]:
            pieces = number[0].split(".")
            parent = next(
                (self._numbered[key] for cut in range(len(pieces) - 1, 0, -1) if (key := ".".join(pieces[:cut])) in self._numbered), None
            )
        for _, candidate, lead in reversed(self._parents):
            return parent or candidate, lead or self._lead_in
        return parent, self._lead_in

    def _opening_item(self, block: Block, text: str, below: list[Block], parent: Candidate | None, lead: LeadIn | None) -> None:
        """An item that ends in a colon: a parent with children, one record with its bullets, or a lead-in alone."""
        own = self._judge.lead_in(text, block.span.start)
        kind, rule, subject = self._kind_of_item(text, block, lead)
        children = [item for item in below if item.level > block.level]
        verbal = sum(self._judge.opens_with_verb(self._text(item)) for item in children)
        if own and own.kind is None:
            self._parents.append((block.level, None, own))
        elif own and not self._judge.opens_with_verb(text) and own.rule in ("LI01", "LI05", "LI07") and not kind:
            self._parents.append((block.level, parent, own))
        elif kind and children and 2 * verbal <= len(children) and not own:
            self._add_item(block, Judgement(kind, rule, subject), parent, lead, (block.span, *(item.span for item in children)))
        else:
            record = (
                self._add_item(block, Judgement(kind, rule, subject), parent, lead, (block.span,))
                if kind and _says_something(text)
                else None
            )
            own = own or (LeadIn("action", rule, record.subject) if record and record.kind == "action" and record.subject else None)
            self._parents.append((block.level, record or parent, self._passed_on(own, lead)))

    def _plain_item(self, block: Block, text: str, parent: Candidate | None, lead: LeadIn | None) -> None:
        judgement = self._kind_of_item(text, block, lead)
        if judgement.kind and parent and not lead and self._parents and judgement.rule == "verb":
            judgement = Judgement("action", "step")
        if judgement.kind:
            record = self._add_item(block, judgement, parent, lead, (block.span,))
            record.reports = judgement.rule == "step"
            self._parents.append((block.level, record, lead if lead and lead.kind != "commitment" else None))
        elif parent and self._parents and not lead and self._tells_progress(text, block):
            self._add_item(block, Judgement("action", "step"), parent, None, (block.span,)).reports = True
        elif not self._judge.is_noting(text) and (self._is_minutes or not (lead and lead.kind is None)):
            self._prose_of_item(block)

    def _tells_progress(self, text: str, block: Block) -> bool:
        """Whether a bullet under a promise is a step of it: it has a time of its own, is to be done, or tells how far it is."""
        return bool(self._reading.times_in(block.span)) or self._status.read(text, is_order=False, has_date_to_come=False) is not None

    def _prose_of_item(self, block: Block) -> None:
        before = len(self.found)
        if self._outline.kind != "contents":
            self._prose(block.span)
        added = self.found[before:]
        if len(added) == 1 and block.marker and block.marker[0].isalnum() | (block.marker[0] == "("):
            added[0].ref = _plain(block.marker)

    def _add_item(
        self, block: Block, judgement: Judgement, parent: Candidate | None, lead: LeadIn | None, spans: tuple[Span, ...]
    ) -> Candidate:
        ref = (
            _plain(block.marker) if block.marker and (block.marker[0].isalnum() or block.marker[0] == "(") and block.marker != "o" else None
        )
        record = self._add(Candidate(judgement.kind or "commitment", judgement.rule, spans, ref=ref, parent=parent, lead_in=lead))
        text = spans[0].of(self._reading.text)
        own = None if judgement.subject or self._judge.opens_with_verb(text) else self._judge.judge(text, spans[0].start, "minutes")
        record.subject = judgement.subject or (own.subject if own else None)
        if ref and NUMBER.fullmatch(ref):
            self._numbered[ref] = record
        return record

    def _kind_of_item(self, text: str, block: Block, lead: LeadIn | None) -> Judgement:
        """What a list item is, by its lead-in, its section, its first word, or a sentence in it."""
        section = self._outline.kind
        if section == "contents" or (lead and lead.kind is None) or self._judge.is_noting(text):
            return NOTHING
        if lead and lead.kind:
            return self._kind_under(lead, text, block.span.start)
        if section == "recommendations":
            return Judgement("recommendation", "SC01")
        if self._judge.opens_with_verb(text) and not self._is_minutes and section != "background":
            return Judgement("action", "SC04") if section == "actions" else Judgement("commitment", "verb")
        if section == "background" and WE_WILL.match(text):
            return Judgement("commitment", "SE09")
        if self._is_minutes or section == "background" or DOTTED.fullmatch(block.marker or ""):
            return NOTHING
        judged = [
            judgement for _, judgement in sentence_judgements(self._judge, self._reading, block.span, self._context) if judgement.kind
        ]
        return judged[0] if judged else NOTHING

    def _passed_on(self, own: LeadIn | None, above: LeadIn | None) -> LeadIn | None:
        """The lead-in that holds below an item: its own, with the subject of the one above where it names none; what a resolution
        requests of an officer is an action."""
        if own and above and own.subject is None and own.kind == above.kind:
            return replace(own, subject=above.subject)
        if own and own.subject and above and above.rule == "LI04" and self._judge.is_officer(own.subject.of(self._reading.text)):
            return replace(own, kind="action")
        return own or above

    def _kind_under(self, lead: LeadIn, text: str, offset: int) -> Judgement:
        """What an item is under a lead-in that promises; in a resolution, what an officer is requested to do is an action, and what
        others are called on to do is advice."""
        plain = Judgement(lead.kind, lead.rule)
        if lead.rule != "LI04":
            return plain
        judgement = self._judge.judge("Council " + text if CALLS_ON.match(text) else text, offset, "resolution")
        if judgement is None or judgement.subject is None or not judgement.kind:
            return plain
        shift = len("Council ") if CALLS_ON.match(text) else 0
        subject = Span(judgement.subject.start - shift, judgement.subject.end - shift)
        officer = self._judge.is_officer(subject.of(self._reading.text))
        return Judgement("action" if officer else judgement.kind, judgement.rule, subject)


def _below(blocks: list[Block], index: int) -> list[Block]:
    """The items of the list that stand below an item, up to its next sibling."""
    below = []
    for block in blocks[index + 1 :]:
        if block.kind != "item" or block.level <= blocks[index].level:
            break
        below.append(block)
    return below


def _plain(marker: str) -> str:
    """The reference as printed, without the stop that only ends it."""
    return marker.rstrip(".:") if not marker.startswith("(") else marker


def _says_something(text: str) -> bool:
    """Whether a lead-in holds more than who is to act."""
    return len(text.split()) > 4
