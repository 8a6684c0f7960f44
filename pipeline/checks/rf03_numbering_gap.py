"""RF03: a number skipped in a list."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.base import Finding, check, joined
from pipeline.checks.references import Item, parse_reference, referenced_items
from pipeline.model.paper import Paper

Series = tuple[str, tuple[int, ...]]
"""What the numbers of a list share: letters and all but the last number. `EC4` and `EC5` share `("ec", ())`."""

WIDEST = 2
"""Numbers that one gap may lack: more are a list that the paper only quotes from."""
PRESENT_PER_MISSING = 3
"""Numbers there must be for each that lacks; of fewer, what is read may be a choice out of the list."""
PRESENT_PER_MISSING_BARE = 8
"""The same for bare numbers, which start again in every section."""
HEADING_NUMBER = re.compile(r"\s*((?:[A-Za-z]{1,14}\s?)?[0-9]+(?:\.[0-9]+)*)\b")


@check(code="RF03", name="reference.number_skipped", kind="numbering_gap", severity="medium", scope="list")
def numbering_gap(paper: Paper) -> Iterator[Finding]:
    """A number is skipped among the references of a list.

    Why it matters: a promise may have been dropped without a word, or the paper cites a number that does not exist.
    Flagged: EC1, EC2, EC4, EC5; in a table, 3.1, 3.2, 3.3, 3.4, 3.6.
    Not flagged: numbered paragraphs, of which only some promise; a number that stands on a heading, or above numbers of its own (3.5.1);
        lists that start again; ranges (3.4-3.6); short recommendations (1, 2, 2.1), where a noting may stand between.
    Known limits: only what promises is known here, so gaps among paragraphs, clauses (a), (c) and at either end of a list are not seen;
        a list of which a third or more is missing is left alone; a row that extraction missed would look like a gap.
    """
    items = referenced_items(paper)
    printed = _printed_numbers(paper, items)
    for numbered in _lists(items):
        ordered = sorted({item.reference.numbers: item for item in reversed(numbered)}.values(), key=lambda item: item.reference.numbers)
        steps = [(before, after, _skipped(before, after, printed)) for before, after in pairwise(ordered)]
        lacking = sum(len(skipped) for _, _, skipped in steps)
        if len(ordered) < lacking * (PRESENT_PER_MISSING if ordered[0].is_labelled else PRESENT_PER_MISSING_BARE):
            continue
        for before, after, skipped in steps:
            if 0 < len(skipped) <= WIDEST and not _has_odd_reference_between(paper, before, after):
                yield _finding(before, after, skipped)


def _finding(before: Item, after: Item, skipped: list[int]) -> Finding:
    names = [re.sub(r"[0-9]+(?=[^0-9]*$)", str(number), before.printed) for number in skipped]
    what = f"Number {names[0]} is" if len(names) == 1 else f"Numbers {joined(names)} are"
    return Finding(
        members=(before.commitment, after.commitment),
        message=f"{what} skipped: the list goes from {before.printed} to {after.printed}.",
        evidence=(before.printed, after.printed),
    )


def _series(item: Item) -> Series:
    return item.reference.letters, item.reference.numbers[:-1]


def _lists(items: list[Item]) -> list[list[Item]]:
    """The lists whose every number is one of its own: labelled ones by series and outermost section, bare numbers by their runs."""
    labelled: dict[tuple[Series, tuple[str, ...]], list[Item]] = defaultdict(list)
    runs: list[list[Item]] = []
    for item in items:
        if item.is_labelled:
            labelled[_series(item), item.commitment.section[:1]].append(item)
        elif runs and item.reference.numbers >= runs[-1][-1].reference.numbers:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [each for each in (*labelled.values(), *runs) if not any(map(_may_stand_among_others, each))]


def _may_stand_among_others(item: Item) -> bool:
    """Whether items that promise nothing may share the numbering, as in paragraphs and in recommendations of a report."""
    is_short = not item.reference.letters and len(item.reference.numbers) < 3
    return item.commitment.rule.startswith("SE") or (item.commitment.kind == "recommendation" and is_short)


def _printed_numbers(paper: Paper, items: list[Item]) -> set[tuple[str, tuple[int, ...]]]:
    """The numbers known to be printed: on labelled commitments and on headings, with those they stand under (3.5.1 under 3.5)."""
    matches = map(HEADING_NUMBER.match, {heading for commitment in paper.commitments for heading in commitment.section})
    headings = (parse_reference(match[1]) for match in matches if match)
    found = [*(item.reference for item in items if item.is_labelled), *(heading for heading in headings if heading)]
    return {(each.letters, each.numbers[:depth]) for each in found for depth in range(1, len(each.numbers) + 1)}


def _skipped(before: Item, after: Item, printed: set[tuple[str, tuple[int, ...]]]) -> list[int]:
    letters, lead = _series(before)
    between = range(before.reference.numbers[-1] + 1, after.reference.numbers[-1])
    return [number for number in between if (letters, (*lead, number)) not in printed]


def _has_odd_reference_between(paper: Paper, before: Item, after: Item) -> bool:
    """Whether a range or the like (`3.4-3.6`, `A4/A5`) that may hold the number stands between the two."""
    first, last = sorted((before.place, after.place))
    between = paper.commitments[first + 1 : last]
    return any(any(map(str.isdigit, each.ref or "")) and parse_reference(each.ref) is None for each in between)
