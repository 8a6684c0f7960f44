"""What a paper says of itself: title, publisher, date, period. What a clerk states in a sidecar comes first."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from pipeline.extract.calendar import days_covered
from pipeline.extract.letters import below_letterhead, dated_head
from pipeline.extract.reading import Reading
from pipeline.extract.timex import Anchor, Timex, anchor_day, resolve_value
from pipeline.model.document import Block
from pipeline.model.identity import text_digest
from pipeline.model.paper import PaperFacts, Sidecar
from pipeline.model.span import Span
from pipeline.rulebook.load import CompiledRule
from pipeline.rulebook.needed import NeededWords, lowered

HEAD_BLOCKS = 12
FEW_WORDS, A_LINE = 9, 16
LOOK_BACK = 300
REACH = 50  # characters around a word that tells of a country
LONGEST_EVIDENCE = 200
COUNCIL = re.compile(
    r"\b(?:[A-Z][\w’']{1,30}(?:-\w{1,30}){0,3}(?:,? (?:and|of|the|on|upon|&) | )){1,6}?"
    r"(?:(?:County|Borough|City|District|Parish|Town|Metropolitan|Shire|Regional|Community) )*(?:Council|Corporation)\b"
    r"|\bCity of [A-Z]\w+|\b(?:[A-Z][A-Z’'-]{1,30} ){1,5}COUNCIL\b"
)
SIGN = re.compile(r"Co(?:uncil|rporation)|COUNCIL|City of ")  # a line without it names none
GENERIC = re.compile(
    r"(?:.*\b(?:the|this|that|our) |Budget |Agenda |Minutes )?"
    r"(?:(?:County|Borough|City|District|Parish|Town|Metropolitan|Shire|Full|Unitary|Regional|Community|This|That|Our)\s?)*(?:Council|Corporation)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:County|Full|Borough|City|District) Council"
)
DATED = re.compile(
    r"\b(?:dated?(?: of (?:the )?(?:meeting|report|decision|issue|publication))?|published|issued|(?:last )?updated|meeting (?:date|of)"
    r"|held on)\b[^.\n]{0,20}\Z"
    r"|\b(?:minutes|notes|agenda|meeting)\b[^.\n]{0,200}\b(?:held|on)\b[^.\n]{0,100}\Z",
    re.IGNORECASE,
)
NOT_OWN = re.compile(
    r"\b(?:as at|as of|year ended|ending|by|before|until|from|since|deadline|closing date|(?:last|previous|next) meeting\b[^.\n]{0,30}"
    r"|(?:approve|confirm|agree|sign)\b[^.\n]{0,80})\W*\Z",
    re.IGNORECASE,
)
DOLLARS = re.compile(r"\$\s?\d")
MONTH_OF_DOLLARS = 7  # in Australia, New Zealand and most American cities
DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
PERIOD = re.compile(r"[FA]Y\d{4}|FY\d{4}/FY\d{4}|\d{4}/\d{4}")
KINDS = {
    "minutes": re.compile(r"\bminutes\b", re.IGNORECASE),
    "action plan": re.compile(r"\baction plan\b", re.IGNORECASE),
    "timetable": re.compile(r"\blocal development scheme\b|\btimetable\b", re.IGNORECASE),
    "strategy": re.compile(r"\bstrateg(?:y|ies)\b", re.IGNORECASE),
    "plan": re.compile(r"\bplan\b", re.IGNORECASE),
    "report": re.compile(r"\breport\b|\brecommendations?\b", re.IGNORECASE),
}


class Dated(NamedTuple):
    """A date as exact as the paper states it, and the words that state it."""

    value: str
    evidence: str


class Country(NamedTuple):
    """A publisher's country: the currency that its dollars are, and the month, from 1, its financial year begins in."""

    currency: str = "USD"
    month: int = 4


def find_country(reading: Reading, cues: NeededWords) -> Country:
    """The country whose words the paper uses most, of equals the first in the rules; Britain where it uses none, whose dollars are
    American. A British paper may name Melbourne, or a grant in euro; where dollars are all that tells, the year begins in July."""
    uses: dict[CompiledRule, int] = {}
    for rule, start, end in cues.stretches(lowered(reading.text), REACH):
        uses[rule] = uses.get(rule, 0) + sum(1 for _ in rule.pattern.finditer(reading.text, start, end))
    if not any(uses.values()):
        return Country(month=MONTH_OF_DOLLARS) if DOLLARS.search(reading.text) else Country()
    value = max(uses, key=uses.__getitem__).rule.value
    return Country(value["currency"], value["financial_year_month"])


def find_facts(reading: Reading, slug: str, file: str, sha256: str, sidecar: Sidecar, country: Country) -> PaperFacts:
    """The facts of the paper; None for each that neither it nor its sidecar states."""
    head = _head(reading)
    title = sidecar.title or _title(reading)
    dated = Dated(sidecar.published, "sidecar") if sidecar.published else _published(reading)
    period = _period(reading, head)
    days = _days_of_period(period, country.month) if period else None
    return PaperFacts(
        slug=slug,
        file=file,
        sha256=sha256,
        text_sha256=text_digest(reading.text),
        title=title,
        publisher=sidecar.publisher or _publisher(reading),
        kind=sidecar.kind or next((kind for kind, pattern in KINDS.items() if pattern.search(title or "")), None),
        published=dated.value if dated else None,
        published_evidence=dated.evidence if dated else None,
        period_start=days[0].isoformat() if days else None,
        period_end=days[1].isoformat() if days else None,
        pages=len(reading.document.layout.pages) if reading.document.layout else None,
        succeeds=sidecar.succeeds,
    )


def find_anchor(facts: PaperFacts, reading: Reading, country: Country) -> Anchor:
    """What the paper's dates imply for those it prints without a year."""
    year = f"{facts.period_start}/{facts.period_end}" if facts.period_start and facts.period_end else None
    return Anchor(anchor_day(facts.published, (timex.value for timex in reading.times)), year, country.month, facts.published is not None)


def _head(reading: Reading) -> Span:
    """The first blocks of the paper, where it says what it is."""
    blocks = reading.document.blocks[:HEAD_BLOCKS]
    return Span(0, blocks[-1].span.end if blocks else 0)


def _title(reading: Reading) -> str | None:
    """The first heading of a paper that begins with one, below its letterhead; None for a paper that begins with a table."""
    blocks = below_letterhead(reading, HEAD_BLOCKS)
    if (
        not blocks
        or blocks[0].kind not in ("heading", "paragraph")
        or (len(blocks) > 2 and blocks[2].kind == "row" and blocks[1].kind == "heading")
    ):
        return None
    text = blocks[0].span.of(reading.text)
    return text if len(text) <= 200 else None


def _publisher(reading: Reading) -> str | None:
    """The first council in the headings and lines at the head of the paper; else the one that the whole paper names most. None
    where two are named as often, since a wrong publisher is worse than none."""
    for block in reading.document.blocks[:HEAD_BLOCKS]:
        names = _councils(block.span.of(reading.text)) if block.kind in ("heading", "paragraph", "field") else []
        if names:
            return names[0]
    (first, count), (_, second) = [*Counter(_councils(reading.text)).most_common(2), ("", 0), ("", 0)][:2]
    return first if count > second else None


def _councils(text: str) -> list[str]:
    lines = (line for line in text.split("\n") if SIGN.search(line))
    found = (match[0] for line in lines for match in COUNCIL.finditer(line))
    names = (name.title() if name.isupper() else name.removeprefix("The ") for name in found)
    return [name for name in names if not GENERIC.fullmatch(name)]


def _published(reading: Reading) -> Dated | None:
    """A month or day that stands alone, opens a line or is in a title at the head of the paper, or behind a word that says it is its
    date."""
    for block in dated_head(reading, HEAD_BLOCKS):
        text = block.span.of(reading.text)
        for timex in reading.times_in(block.span):
            value = timex.value.timex or ""
            before = reading.text[max(block.span.start, timex.span.start - LOOK_BACK) : timex.span.start]
            if not DAY_OR_MONTH.fullmatch(value) or NOT_OWN.search(before):
                continue
            if DATED.search(before) or (block.kind not in ("row", "item") and _stands_alone(block, timex, text)):
                end = timex.span.end - block.span.start
                return Dated(value, text[max(0, end - LONGEST_EVIDENCE) :][:LONGEST_EVIDENCE])
    return None


def _stands_alone(block: Block, timex: Timex, text: str) -> bool:
    """Whether a date is all or most that its line says."""
    words = len(text.split())
    return block.kind == "heading" or words <= FEW_WORDS or (words <= A_LINE and timex.span.start == block.span.start)


def _period(reading: Reading, head: Span) -> Timex | None:
    """A financial year or a range of years in a heading at the head of the paper; of several in one heading, the narrowest."""
    titles = [block.span for block in reading.document.blocks[:HEAD_BLOCKS] if block.kind == "heading" or _is_short(block, reading)]
    for span in titles:
        if periods := [timex for timex in reading.times_in(span) if PERIOD.fullmatch(timex.value.timex or "")]:
            return next((timex for timex in periods if "/" not in (timex.value.timex or "")), periods[0])
    return None


def _is_short(block: Block, reading: Reading) -> bool:
    return block.kind == "paragraph" and len(block.span.of(reading.text).split()) <= FEW_WORDS


def _days_of_period(period: Timex, month: int) -> tuple[date, date] | None:
    value = resolve_value(period.value._replace(mod=None), Anchor(month=month)).timex
    return days_covered(value) if value else None
