"""What a list item is: by its lead-in, its section, its first word, or a sentence in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.candidate import Candidate, LeadIn
from pipeline.extract.grammar import Grammar
from pipeline.extract.lists.lead_in import PROMISING_LEAD
from pipeline.extract.lists.nesting import Nesting, items_after, reference
from pipeline.extract.lists.outline import CONTENTS
from pipeline.extract.lists.runs import Runs
from pipeline.extract.lists.telling import is_to_be, is_told
from pipeline.extract.reading import Reading
from pipeline.extract.sentences.judgement import NOTHING, Judgement
from pipeline.extract.sentences.promises import is_noting, is_question
from pipeline.extract.sentences.resolutions import as_order, is_clause, is_over
from pipeline.extract.tables.labelled import is_labelled
from pipeline.model.document import Block
from pipeline.model.record import Kind
from pipeline.model.span import Span

RESOLVES, OVER_WITH_THE_VOTE, BODY_TO_DO = "LI04", "SE01", "SE06"
DOTTED = re.compile(r"\d+(?:\.\d+)+\.?")
CALLS_ON = re.compile(
    r"(?:calls? (?:up)?on|urges?|lobb(?:y|ies)|asks?|requests?|instructs?|directs?|remits?) [\w’' ]{2,60}? to\b", re.IGNORECASE
)
CALLER, THAT = "Council ", "that "
NAMED = re.compile(r"(?P<kind>commitment|pledge|promise|action|recommendation) ", re.IGNORECASE)
DEED = re.compile(
    r"(?:(?:further|continued|full|greater|better|improved|increased|regular|joint) )?"
    r"(?:\w{4,}(?:tion|ment|sion|ance)|review|delivery|launch|roll-?out|renewal|approval|appraisal|design|upgrade|purchase|closure)"
    r"(?: and \w+)? (?:of|for|with|to|on|in|across|from)\b",
    re.IGNORECASE,
)
TELLING = re.compile(r"\b(?:is|are|was|were|has|have|had|ensures?|means|helps?|continues?|will|can|may)\b")
PROMISING_OF = re.compile(r"\b(?:will|shall)(?:,? [\w/’-]+){2,}? (?:for|with|of|in|through|by|following(?: \w+)?)\s*:\s*\Z", re.IGNORECASE)
STATED = re.compile(r"[^.;]*? (?:is|are|was|were|should|set out|sets out)\b")
MOST_ORDERS = 4  # of so many listed things, one may open with what looks like a verb
OFFICERS = re.compile(r"(?:the )?(?:relevant |council |appropriate )?(?:officers|staff)", re.IGNORECASE)
KINDS: dict[str, Kind] = {"action": "action", "recommendation": "recommendation"}
WORDS_OF_PROMISE, LONGEST_THEME = 5, 25  # words
ACTION_PLAN = re.compile(r"\baction plan\b", re.IGNORECASE)
TITLE_BLOCKS = 3  # of the first so many blocks, one may be the title
WE_WILL = re.compile(r"we (?:will|are committed to)\b", re.IGNORECASE)


class ItemJudge:
    """Judges the list items of one paper."""

    def __init__(self, grammar: Grammar, reading: Reading, is_minutes: bool) -> None:
        self._grammar, self._reading, self._is_minutes = grammar, reading, is_minutes
        titles = (block.span.of(reading.text) for block in reading.document.blocks[:TITLE_BLOCKS] if block.kind == "heading")
        self._runs = Runs(reading.document, grammar.verbs)
        self._is_action_plan = not is_minutes and any(ACTION_PLAN.search(title) for title in titles)

    def judge_opening(self, block: Block, own: LeadIn | None, lead: LeadIn | None, section: str | None) -> Judgement:
        """What an item is that opens a list, as `judge` tells, or failing that by `own`, the lead-in that it is."""
        judgement = self.judge(block, lead, section)
        if own and own.kind and not judgement.kind and reference(block) and PROMISING_LEAD.search(block.span.of(self._reading.text)):
            judgement = Judgement(own.kind, own.rule)
        return judgement._replace(subject=own.subject) if own and own.subject and not judgement.subject else judgement

    def judge(self, block: Block, lead: LeadIn | None, section: str | None) -> Judgement:
        """What the item is under the lead-in and in the kind of section that hold for it."""
        text = block.span.of(self._reading.text)
        if section == CONTENTS or (lead and lead.kind is None) or is_noting(text) or is_question(text):
            return NOTHING
        if lead is None and self._is_minutes and is_clause(text):
            lead = LeadIn("commitment", RESOLVES)
        if lead and self._grammar.judge.leaves_open(self._reading, block.span, section) and not self._grammar.verbs.opens(text):
            return NOTHING
        if lead and not (lead.rule == RESOLVES and section == "recommendations"):
            return self._under(lead, text, block.span.start)
        if section == "recommendations":
            return NOTHING if self._only_tells(block, text, section) else Judgement("recommendation", "SC01")
        if section == "background":
            return Judgement("commitment", "SE09") if WE_WILL.match(text) else NOTHING
        if self._is_minutes:
            return NOTHING
        if (named := NAMED.match(block.marker or "")) and len(text.split()) >= WORDS_OF_PROMISE:
            return Judgement(KINDS.get(named["kind"].lower(), "commitment"), "labelled")
        if section == "actions" and DEED.match(text) and not TELLING.search(text):
            return Judgement("action", "SC04")
        if self._grammar.verbs.opens(text):
            if section == "actions" or self._is_action_plan:
                return Judgement("action", "SC04")
            return NOTHING if self._runs.stands_out(block) else Judgement("commitment", "verb")
        if section == "actions" and DOTTED.fullmatch(block.marker or "") is None and reference(block) and is_to_be(text):
            return Judgement("action", "SC04")
        judged = NOTHING if DOTTED.fullmatch(block.marker or "") else self._by_sentence(block.span, section)
        return judged._replace(kind="action") if section == "actions" and judged.kind == "commitment" else judged

    def _only_tells(self, block: Block, text: str, section: str) -> bool:
        """Whether an item below recommendations tells how things are, or a numbered paragraph how they came about, and advises nothing."""
        if not is_told(text, is_numbered=DOTTED.fullmatch(block.marker or "") is not None) or is_clause(text):
            return False
        return not self._grammar.verbs.opens(text) and self._by_sentence(block.span, section).kind is None

    def of_things(self, block: Block, blocks: tuple[Block, ...], index: int, lead: LeadIn | None) -> Candidate | None:
        """The one promise of a lead-in and the list below it, where that names things and no deeds; None for any other list."""
        text = block.span.of(self._reading.text)
        if self._is_minutes or lead is None or lead.kind is None or not PROMISING_OF.search(text):
            return None
        items = items_after(blocks, index)
        listed = [item.span.of(self._reading.text) for item in items]
        verbs = self._grammar.verbs
        orders = sum(verbs.opens(text) and not verbs.opens_as_title(text) for text in listed)
        doings = sum(map(verbs.opens_in_ing, listed))
        if not items or orders * MOST_ORDERS > len(items) or 2 * (orders + doings) > len(items):
            return None
        return Candidate(lead.kind, lead.rule, (block.span, *(item.span for item in items)), subject=lead.subject)

    def is_verbal(self, block: Block) -> bool:
        """Whether an item opens with its verb, or is a sentence that promises or advises."""
        text = block.span.of(self._reading.text)
        return self._grammar.verbs.opens(text) or bool((judged := self._grammar.judge.judge(text, block.span.start)) and judged.kind)

    def is_entry(self, block: Block, section: str | None) -> bool:
        """Whether a paragraph or heading is an order; with labelled lines below it, which say who and when, it is an entry of a plan."""
        text = block.span.of(self._reading.text)
        if block.kind not in ("paragraph", "heading") or self._is_minutes or is_labelled(text) or text.endswith(":"):
            return False
        return section != CONTENTS and self._grammar.verbs.opens(text)

    def is_theme(self, block: Block, lead: LeadIn | None, section: str | None) -> bool:
        """Whether a numbered item above others only names what they are about."""
        text = block.span.of(self._reading.text)
        if self._is_minutes or lead or not (block.marker or "")[:1].isalnum() or len(text.split()) > LONGEST_THEME:
            return False
        return not self._grammar.verbs.opens(text) and self.judge(block, lead, section).rule in ("", "SC04")

    def tells_progress(self, span: Span) -> bool:
        """Whether a bullet under a promise is a step of it: it has a time of its own, or tells how far it is."""
        status = self._grammar.status.read(span.of(self._reading.text), is_order=False, has_date_to_come=False)
        return status is not None or bool(self._reading.times_in(span))

    def is_bare(self, block: Block, nesting: Nesting, below: Sequence[Block]) -> bool:
        """Whether what looks like a heading is an item of a list none of whose bullets is printed, also not right below it."""
        lead, text = nesting.lead_in, block.span.of(self._reading.text)
        is_open = lead is not None and lead.kind is not None and not nesting.has_items and not (below and below[0].kind == "item")
        return is_open and not block.marker and not text.endswith(":") and self._grammar.verbs.opens(text)

    def is_unmarked(self, text: str, lead: LeadIn | None, section: str | None) -> bool:
        """Whether a paragraph is an item of the list that a lead-in opened, whose bullet is not printed, or a clause of a resolution
        or recommendation."""
        opened = lead is not None and lead.kind is not None
        if section == "recommendations" and is_clause(text):
            return True
        return is_clause(text) if self._is_minutes and not opened else opened and (is_clause(text) or self._grammar.verbs.opens(text))

    def _by_sentence(self, span: Span, section: str | None) -> Judgement:
        """An item is one record if any sentence of it promises; a numbered paragraph of a report is running prose instead."""
        judged = self._grammar.judge.sentences(self._reading, span, section)
        promised = next((judgement for _, judgement in judged if judgement.kind), NOTHING)
        return promised if promised.kind else self._to_do(span)

    def _to_do(self, span: Span) -> Judgement:
        """In a list, also what a body is to do is promised: `The Parks Team to plant a hedge`."""
        text = span.of(self._reading.text)
        judgement = self._grammar.judge.judge(text, span.start, "minutes")
        if judgement is None or judgement.rule != BODY_TO_DO or judgement.subject is None:
            return NOTHING
        if STATED.match(text, judgement.subject.end - span.start):
            return NOTHING
        is_stage = any(map(str.isdigit, judgement.subject.of(self._reading.text)))  # Phase 2 to begin
        return NOTHING if is_stage else judgement._replace(kind="commitment")

    def _under(self, lead: LeadIn, text: str, offset: int) -> Judgement:
        """In a resolution, what an officer is requested to do is an action, and what others are called on to do is advice."""
        plain = Judgement(lead.kind, lead.rule)
        if lead.rule != RESOLVES:
            return plain
        if is_over(text):
            return NOTHING
        text, offset = (order := as_order(text)), offset + len(text) - len(order)
        caller = CALLER if CALLS_ON.match(text) else ""
        judgement = self._grammar.judge.judge(caller + text, offset - len(caller), "resolution")
        if judgement is None and not is_clause(text):
            judgement = self._grammar.judge.judge(THAT + text, offset - len(THAT), "resolution")
        if judgement and judgement.rule == OVER_WITH_THE_VOTE:
            return NOTHING
        if judgement is None or judgement.subject is None or not judgement.kind:
            return plain
        name = judgement.subject.of(self._reading.text)
        officer = self._grammar.bodies.is_officer(name) or OFFICERS.fullmatch(name) is not None
        return judgement._replace(kind="action") if officer else judgement

    def pass_on(self, own: LeadIn | None, above: LeadIn | None) -> LeadIn | None:
        """The lead-in that holds below an item: its own, with the subject of the one above where it names none; what a resolution
        requests of an officer is an action."""
        if own and above and own.subject is None and own.kind == above.kind:
            return replace(own, subject=above.subject)
        if own and own.subject and above and above.rule == RESOLVES and self._grammar.bodies.is_officer(own.subject.of(self._reading.text)):
            return replace(own, kind="action")
        return own or above
