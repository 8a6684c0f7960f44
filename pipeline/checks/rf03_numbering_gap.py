"""RF03: a number skipped in a list."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.base import Finding, check, joined
from pipeline.checks.numbering import Number, numbered_lists
from pipeline.checks.passages import label_passage
from pipeline.checks.references import parse_reference
from pipeline.model.paper import Label, Paper

WIDEST = 2
"""Numbers that one gap may lack: more are a list that the paper only quotes from."""
FARTHEST = 300
"""Labels between two numbers from which on they are no neighbours."""
PRESENT_PER_MISSING = 3
"""Numbers there must be for each that lacks; of fewer, what is printed may be a choice out of the list."""
PRESENT_PER_MISSING_BARE = 8
"""The same for bare numbers, which start again in every section."""


@check(code="RF03", name="reference.number_skipped", kind="numbering_gap", severity="medium", scope="list")
def numbering_gap(paper: Paper) -> Iterator[Finding]:
    """A number is skipped in a list, or among numbered paragraphs and headings.

    Why it matters: a promise may have been dropped without a word, or the paper cites a number that does not exist.
    Flagged: EC1, EC2, EC4, EC5; paragraphs 3.3, 3.4, 3.6, of which 3.4 and 3.6 promise nothing.
    Not flagged: a number that stands above numbers of its own (3.5.1), on a heading or in the words between; lists that start again;
        ranges (3.4-3.6); lettered clauses; years, sums and dates; a few numbers out of a longer list; a list that begins late; rows
        that a table prints again, as for further years.
    Known limits: a list of which a third or more is missing is left alone, and so are bare numbers (1, 2, 4) unless eight stand for
        each that lacks; nothing is seen at the end of a list; a number that the reading of a page has lost would look like a gap.
    """
    told: set[tuple[str, ...]] = set()  # of rows that may be printed again, for other years
    for numbers in numbered_lists(paper):
        ordered = sorted({number.last: number for number in reversed(numbers)}.values(), key=lambda number: number.last)
        steps = [(before, after, _skipped(paper, before, after)) for before, after in pairwise(ordered)]
        lacking = sum(len(skipped) for _, _, skipped in steps)
        if len(ordered) < lacking * (PRESENT_PER_MISSING_BARE if ordered[0].is_bare else PRESENT_PER_MISSING):
            continue
        for before, after, skipped in steps:
            if 0 < len(skipped) <= WIDEST and before.place < after.place < before.place + FARTHEST:
                finding = _finding(paper, before, after, skipped)
                if finding.about not in told:
                    yield finding
                told |= {finding.about} if before.label.kind == after.label.kind == "row" else set()


def _finding(paper: Paper, before: Number, after: Number, skipped: list[str]) -> Finding:
    what = f"Number {skipped[0]} is" if len(skipped) == 1 else f"Numbers {joined(skipped)} are"
    instead = _slips(paper, before, after)
    between = f", with {joined([(label.marker or '').strip(' .:') for label in instead])} between them" if instead else ""
    ids = {before.label.commitment, after.label.commitment}
    return Finding(
        members=tuple(commitment for commitment in paper.commitments if commitment.id in ids),
        message=f"{what} skipped: the list goes from {before.printed} to {after.printed}{between}.",
        evidence=(before.printed, after.printed),
        passages=tuple(label_passage(paper, label) for label in (before.label, *instead, after.label)),
        about=(before.printed, before.label.text, after.printed, after.label.text),
    )


def _slips(paper: Paper, before: Number, after: Number) -> list[Label]:
    """The labels between two numbers that end in one of those that lack, and may be meant for it (16.05.4 among 16.06.3, 16.06.5)."""
    found = []
    for label in paper.labels[before.place + 1 : after.place]:
        reference = parse_reference(label.marker)
        is_alike = reference and len(reference.numbers) == len(before.reference.numbers) > 1
        if reference and is_alike and before.last < reference.numbers[-1] < after.last:
            found.append(label)
    return found


def _skipped(paper: Paper, before: Number, after: Number) -> list[str]:
    """The numbers that lack between two of a list, as they would be printed."""
    lacking = range(before.last + 1, after.last)
    if not lacking or len(lacking) > WIDEST or abs(after.place - before.place) >= FARTHEST:
        return [str(number) for number in lacking]
    names = [_named(before, number) for number in lacking]
    return [name for number, name in zip(lacking, names, strict=True) if not _is_printed_between(paper, before, after, number, name)]


def _named(before: Number, number: int) -> str:
    """A number as the list would print it, with the zeros that stand before the others."""

    def pad(digits: re.Match[str]) -> str:
        return str(number).zfill(len(digits[0])) if digits[0].startswith("0") else str(number)

    return re.sub(r"[0-9]+(?=[^0-9]*$)", pad, before.printed)


def _is_printed_between(paper: Paper, before: Number, after: Number, number: int, name: str) -> bool:
    """Whether the number stands above numbers of its own there, or in the words, or in a range or the like (`3.4-3.6`, `A4/A5`)."""
    numbers = (*before.reference.numbers[:-1], number)
    as_word = re.compile(rf"(?<![0-9A-Za-z]){re.escape(name)}(?![0-9A-Za-z])")
    first, last = sorted((before.place, after.place))
    for label in paper.labels[first : last + 1]:
        reference = parse_reference(label.marker)
        is_above = reference and reference.letters == before.reference.letters and reference.numbers[: len(numbers)] == numbers
        if is_above or (label.kind == "heading" and label.marker is None and label.text.startswith(f"{name} ")):
            return True
        if not before.is_bare and as_word.search(f"{label.marker} {label.text}"):
            return True
    start, end = sorted((before.label.span.start, after.label.span.start))
    return any(_is_odd(each.ref) for each in paper.commitments if start < each.span.start < end) or any(
        _is_odd(label.marker) for label in paper.labels[first + 1 : last]
    )


def _is_odd(ref: str | None) -> bool:
    return any(map(str.isdigit, ref or "")) and parse_reference(ref) is None
