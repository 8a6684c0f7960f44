"""Walks through a document's blocks and finds its commitments."""

from pipeline.extract.candidate import Candidate, LeadIn
from pipeline.extract.grammar import Grammar
from pipeline.extract.lists.items import ItemJudge
from pipeline.extract.lists.lead_in import ASKS, COLONS, OPEN_ENDS, may_lead
from pipeline.extract.lists.motions import Motions
from pipeline.extract.lists.nesting import Nesting, below_colons, items_below, plain, reference
from pipeline.extract.lists.outline import Outline
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.judgement import Judgement
from pipeline.extract.sentences.promises import is_noting
from pipeline.extract.sentences.prose import ProseJudge
from pipeline.extract.sentences.resolutions import are_minutes, behind_topic, is_over, is_resolving
from pipeline.extract.tables.cards import Cards
from pipeline.extract.tables.cellwise import Cellwise
from pipeline.extract.tables.columns import Table
from pipeline.extract.tables.labelled import Labels
from pipeline.extract.tables.rows import RowReader, find_tables
from pipeline.model.document import Block
from pipeline.model.span import Span

FEW_WORDS = 4


class Walk:
    """One way through one document: open headings, the lead-in in force, and the items that may have children."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self.found: list[Candidate] = []
        self._grammar, self._reading = grammar, reading
        self._outline = Outline(grammar.sections)
        self._rows, self._cellwise = RowReader(grammar, reading), Cellwise(grammar, reading)
        self._is_minutes = are_minutes(reading.text)
        self._items = ItemJudge(grammar, reading, self._is_minutes)
        self._prose = ProseJudge(grammar, reading, self._is_minutes)
        self._cards, self._labels = Cards(grammar, reading), Labels(grammar, reading)
        self._nesting, self._motions = Nesting(), Motions(self.found, reading.text)
        self._labelled = 0  # where the labelled lines of the promise above end
        self._listed = 0  # how many were found before the list that the lead-in in force opened
        self._told, self._entry_level = 0, 1  # how many were found before the entry that small headings tell of, and its heading's level

    def run(self) -> list[Candidate]:
        """All candidates in reading order; a parent stands before its children."""
        blocks = below_colons(self._reading.document.blocks, self._reading.text)
        tables = find_tables(blocks, self._grammar.columns, self._reading)
        for index, block in enumerate(blocks):
            if block.span.start < self._labelled:
                continue  # a labelled line of the promise above it
            if cell := self._cellwise.read(index):
                self._cell_of_entry(*cell)
            elif self._items.is_entry(block, self._outline.kind) and self._labels.read(index):
                self._entry(block, index)
            elif block.kind == "heading" and self._items.is_bare(block, self._nesting, blocks[index + 1 : index + 2]):
                self._item_of_list(block)
            elif block.kind == "heading":
                self._heading(block, blocks, index)
            elif block.kind == "item":
                self._item(block, blocks, index)
            elif block.kind == "row":
                self._row(block, tables[block.span.start])
            elif block.kind == "paragraph":
                self._paragraph(block, blocks, index)
        return self.found

    def _cell_of_entry(self, record: Candidate | None, end: int) -> None:
        self._nesting.open_text(keeps_parents=False)
        self._nesting.lead_in, self._labelled = None, end
        if record:
            self._add(record)

    def _entry(self, block: Block, index: int) -> None:
        self._nesting.close()
        if block.kind == "heading":
            self._outline.close(block.level)
        self._label(self._add(Candidate("action", "labelled", (block.span,), ref=reference(block))), index)

    def _label(self, record: Candidate, index: int) -> None:
        """Gives a record the labelled lines right below it, as a row of a table has its cells."""
        if labelled := self._labels.read(index):
            record.cells, record.header_spans, self._labelled = labelled.cells, labelled.labels, labelled.end

    def _heading(self, block: Block, blocks: tuple[Block, ...], index: int) -> None:
        text = block.span.of(self._reading.text)
        if not self._cards.is_label(block):
            self._told, self._entry_level = len(self.found), block.level
        elif card := self._cards.read(blocks, index):
            card.give(self.found[self._told :])
            self._labelled = card.end
            return
        else:
            block = block._replace(level=self._entry_level + 1)
        parts = self._outline.kind_of(text) is None and self._nesting.is_parted(blocks, index)
        self._nesting.open_text(keeps_parents=False, part_level=block.level if parts else None)
        lead_in = self._grammar.lead_ins.read(text, block.span.start) if text.endswith(COLONS) or is_resolving(text) else None
        self._nesting.lead_in = self._nesting.lead_in if parts and not lead_in else lead_in
        self._listed = len(self.found)
        if lead_in is None:
            self._outline.open(block, text)
            self._nesting.forget(block.marker or "")

    def _paragraph(self, block: Block, blocks: tuple[Block, ...], index: int) -> None:
        text = block.span.of(self._reading.text)
        if self._nesting.is_caption(text, blocks[index + 1 : index + 2]):
            self._nesting.name(text)
            return
        self._nesting.open_text(keeps_parents=text.endswith(":"))
        self._motions.read(text, self._listed, self._nesting.lead_in is not None)
        self._outline.pass_text(text)
        if may_lead(text):
            self._nesting.lead_in, self._listed = self._grammar.lead_ins.read(text, block.span.start), len(self.found)
            if whole := self._items.of_things(block, blocks, index, self._nesting.lead_in):
                self._add(whole)
        elif self._items.is_unmarked(text, self._nesting.lead_in, self._outline.kind):
            self._item_of_list(block)
        else:
            self._nesting.lead_in = None
            self._add_prose(block.span)

    def _item_of_list(self, block: Block) -> None:
        judgement = self._items.judge(block, self._nesting.lead_in, self._outline.kind)
        if judgement.kind:
            self._add_item(block, judgement, None, self._nesting.lead_in)

    def _add_prose(self, span: Span) -> list[Candidate]:
        return [self._add(candidate) for candidate in self._prose.read(span, self._outline)]

    def _row(self, block: Block, table: Table) -> list[Candidate]:
        return [self._add(candidate) for candidate in self._rows.read(block, table, self._nesting.lead_in, self._outline.kind)]

    def _add(self, candidate: Candidate) -> Candidate:
        innermost = self._outline.innermost
        themes = candidate.themes or ((self._nesting.theme,) if self._nesting.theme else ())
        candidate.section, candidate.period = (*self._outline.path, *themes), self._outline.period
        if innermost and innermost.ref:
            candidate.heading, candidate.heading_ref = innermost.number, plain(innermost.ref)
        self.found.append(candidate)
        return candidate

    def _item(self, block: Block, blocks: tuple[Block, ...], index: int) -> None:
        if self.found and len(self.found[-1].spans) > 1 and block.span.start < self.found[-1].span.end:
            return  # its words are already part of the item above
        self._nesting.enter(block)
        text, children = block.span.of(self._reading.text), items_below(blocks, index)
        self._motions.read(text, self._listed, is_led=False)
        if text.endswith(":") or (children and text.endswith(OPEN_ENDS) and self._grammar.lead_ins.read(text, 0)):
            self._opening_item(block, text, children)
        elif children and self._items.is_theme(block, self._nesting.above(block)[1], self._outline.kind):
            self._nesting.push(block.level, None, None, f"{block.marker} {text}")
        else:
            self._plain_item(block, text, index)

    def _opening_item(self, block: Block, text: str, children: list[Block]) -> None:
        """An item that ends in a colon: a lead-in alone, one record with its bullets, or a parent with children."""
        parent, lead = self._nesting.above(block)
        own = self._grammar.lead_ins.read(text, block.span.start)
        judgement = self._items.judge_opening(block, own, lead, self._outline.kind)
        verbal = sum(self._items.is_verbal(child) for child in children)
        record = None
        if own and own.kind is None:
            self._nesting.push(block.level, None, own)
            return
        if judgement.kind and children and 2 * verbal <= len(children) and not own:
            self._add_item(block, judgement, parent, lead, tuple(child.span for child in children))
            return
        if own and own.subject and judgement.kind and (passed := self._items.pass_on(own, lead)):
            judgement = judgement._replace(kind=passed.kind)
        if judgement.kind and not ASKS.fullmatch(text) and (len(text.split()) > FEW_WORDS or self._grammar.verbs.opens(text)):
            record = self._add_item(block, judgement, parent, lead)
        if record and record.kind == "action" and record.subject and not own:
            own = LeadIn("action", record.rule, record.subject)
        self._nesting.push(block.level, record or parent, self._items.pass_on(own, lead))

    def _plain_item(self, block: Block, text: str, index: int) -> None:
        parent, lead = self._nesting.above(block)
        judgement = self._items.judge(block, lead, self._outline.kind)
        below_promise = bool(parent and self._nesting.has_parents and not lead)
        if below_promise and (judgement.rule == "verb" or (not judgement.kind and self._items.tells_progress(block.span))):
            judgement = Judgement("action", "step")
        if judgement.kind:
            record = self._add_item(block, judgement, parent, lead)
            if not self._is_minutes:
                self._label(record, index)
            self._nesting.push(block.level, record, lead if lead and lead.kind != "commitment" else None)
        elif not (is_noting(text) or (lead and is_over(text))) and (self._is_minutes or lead is None or lead.kind):
            added = self._add_prose(Span(block.span.start + behind_topic(text) * self._is_minutes, block.span.end))
            if len(added) == 1:  # a single promise in a numbered paragraph takes its number
                added[0].ref = reference(block)

    def _add_item(
        self, block: Block, judgement: Judgement, parent: Candidate | None, lead: LeadIn | None, more: tuple[Span, ...] = ()
    ) -> Candidate:
        text = block.span.of(self._reading.text)
        own = None if judgement.subject or self._grammar.verbs.opens(text) else self._grammar.judge.judge(text, block.span.start, "minutes")
        subject = judgement.subject or (own.subject if own else None)
        kind = judgement.kind or "commitment"
        record = Candidate(kind, judgement.rule, (block.span, *more), ref=reference(block), parent=parent, lead_in=lead, subject=subject)
        record.reports = judgement.rule == "step"
        self._nesting.number(record)
        return self._add(record)
