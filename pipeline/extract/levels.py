"""How far things stand already: shares that a paper tells of the present or the past, outside its promises."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.reading import Reading
from pipeline.model.paper import Level
from pipeline.model.record import Commitment
from pipeline.model.span import Span

LEVEL = re.compile(
    r"\b(?:now|already|currently|stands?|stood|(?:has|have) (?:been )?(?:reached|fallen|risen|dropped|improved|increased|decreased|grown"
    r"|reduced|cut)|reached|fell|rose|dropped)"
    r"(?: (?:about|almost|around|at|down|just|nearly|only|over|stands?|to|under|up))*"
    r" (?P<value>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)",
    re.IGNORECASE,
)
NOT_OWN = re.compile(
    r"\b(?:targets?|aims?|will|should|would|may|might|forecast|expect\w*|[Nn]ation(?:al|ally|wide)|England|UK|Britain|respon(?:dents?|ses?))\b"
)
TELLING = frozenset({"paragraph", "item"})


def find_levels(reading: Reading, commitments: Sequence[Commitment]) -> tuple[Level, ...]:
    """The levels that sentences of the paper tell, in reading order; none from a promise, a forecast or another place's figures."""
    return tuple(_levels(reading, [commitment.span for commitment in commitments]))


def _levels(reading: Reading, promised: Sequence[Span]) -> Iterator[Level]:
    layout = reading.document.layout
    for block in reading.document.blocks:
        text = block.span.of(reading.text) if block.kind in TELLING else ""
        # Most blocks tell none, and a search is cheaper than their sentences.
        if not ("%" in text or "cent" in text.lower()) or not LEVEL.search(" ".join(text.split())):
            continue
        for span in reading.sentences(block.span):
            text = " ".join(span.of(reading.text).split())
            match = LEVEL.search(text)
            if match and not NOT_OWN.search(text) and not any(each.start < span.end and span.start < each.end for each in promised):
                page = layout.page(span) if layout else None
                yield Level(text=text, value=float(match["value"]), unit="%", span=span, page=page)
