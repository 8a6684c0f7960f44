"""Owners behind labels: `Lead: Parks Team` in a step, behind it, on a line of its own below it, or below its heading."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from pipeline.extract.candidate import Candidate
from pipeline.extract.owners.names import Names
from pipeline.extract.reading import Reading
from pipeline.model.record import Owner
from pipeline.model.span import Span
from pipeline.rulebook import Rulebook

NAMED = re.compile(
    r"(?:[^\n.;|()]|\([^()\n]{1,40}\)|(?<=Cllr)\.|(?<=Mrs)\.|(?<=Mr)\.|(?<=Dr)\.|(?<=\b[A-Z])\.){2,120}?"
    r"(?=\s*(?:[.;|()\n]|\Z|,? \w+(?: \w+)?\s?:))"
)
ORDER = re.compile(r" to (?!the\b)[a-z]")
OTHER_LABEL = re.compile(r"\s{0,9}[A-Z][a-z]+(?: [a-z]+){0,3}\s?: ?[^\n]{1,100}(?=\n|\Z)")
BRACKETED = re.compile(r"\((?P<named>[A-Z][^()\n]{2,60})\)\.?(?=\s*(?:\n|\Z))")
BRACKETED_RULE = "OW22"
MOST_LABELS = 4
REACH = 400
DEEPEST = 6
SPACE = re.compile(r"[\s(•*–-]{0,9}")


class LabelReader:
    """Reads labels by rules/owner/labels."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of("owner/labels")

    def inside(self, candidate: Candidate, reading: Reading, names: Names) -> Iterator[Owner]:
        """The owners that the words of the commitment hold behind a label."""
        text = candidate.span.of(reading.text)
        if ":" in text or "–" in text or " - " in text:
            for rule in self._rules:
                for match in rule.pattern.finditer(text):
                    yield from self._behind(reading.text, candidate.span.start + match.end(), candidate.span.end, rule.id, names)

    def behind(self, candidate: Candidate, reading: Reading, names: Names) -> list[Owner]:
        """The owners on the labelled lines right behind the commitment; lines with other labels, as of its date, may stand between."""
        owners: list[Owner] = []
        place, limit = candidate.span.end, candidate.span.end + REACH
        for _ in range(MOST_LABELS):
            space = SPACE.match(reading.text, place)
            place = space.end() if space else place
            found, end = self._line(reading.text, place, limit, names)
            if not found and (named := BRACKETED.match(reading.text, max(place - 1, 0), limit)) and names.bodies.is_officer(named["named"]):
                found, end = list(names.named(named["named"], named.start("named"), "lead", BRACKETED_RULE)), named.end()
            other = OTHER_LABEL.match(reading.text, place, limit) if not found else None
            if not found and not other:
                break
            owners += found
            place = end if found else other.end() if other else place
        return owners

    def below_headings(self, reading: Reading, names: Names) -> "Ranges":
        """The owners of labelled lines that stand right below a heading, each with where its section ends."""
        blocks = reading.document.blocks
        starts: list[int] = []
        ranges: list[tuple[int, list[Owner]]] = []
        for above, block in pairwise(blocks):
            if above.kind == "heading" and block.kind != "heading" and block.span.end - block.span.start < REACH:
                owners, end = self._line(reading.text, block.span.start, block.span.end, names)
                if owners and end >= block.span.end - 1:
                    below = (
                        b.span.start for b in blocks if b.span.start > block.span.start and b.kind == "heading" and b.level <= above.level
                    )
                    starts.append(block.span.end)
                    ranges.append((next(below, len(reading.text)), owners))
        return Ranges(starts, ranges)

    def _line(self, text: str, start: int, end: int, names: Names) -> tuple[list[Owner], int]:
        """The owners of a label that begins at `start`, and where their names end."""
        for rule in self._rules:
            if match := rule.pattern.match(text, start, end):
                owners = list(self._behind(text, match.end(), end, rule.id, names))
                return owners, owners[-1].span.end if owners else start
        return [], start

    def _behind(self, text: str, start: int, end: int, rule: str, names: Names) -> Iterator[Owner]:
        """The names behind a label; none where what stands there is no name, as in `Action: mend the road`."""
        match = NAMED.match(text, start, end)
        role = next(known.rule.value["role"] for known in self._rules if known.id == rule)
        owners = list(names.named(match[0], match.start(), role, rule)) if match else []
        if owners and all(names.is_owner(owner.text) and not ORDER.search(owner.text) for owner in owners):
            yield from owners


class Ranges:
    """Owners that hold for a stretch of the text each."""

    def __init__(self, starts: list[int], ranges: list[tuple[int, list[Owner]]]) -> None:
        self._starts, self._ranges = starts, ranges

    def at(self, span: Span) -> list[Owner]:
        """The owners of the innermost stretch that the span stands in."""
        last = bisect_right(self._starts, span.start)
        above = reversed(self._ranges[max(0, last - DEEPEST) : last])
        return next((owners for end, owners in above if span.start < end), [])
