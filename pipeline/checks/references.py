"""References as numbers, and the lists they number.

A lettered clause, (a) or (iv), is no reference here: it names nothing outside its clause.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.model.identity import fold
from pipeline.model.paper import Paper
from pipeline.model.record import Commitment

REFERENCE = re.compile(r"\W*(?P<letters>[A-Za-z]*)(?P<gap>[\s.:/–-]*)(?P<numbers>[0-9]{1,4}(?:\.[0-9]{1,4})*)(?P<suffix>[a-z]?)\W*")


class Reference(NamedTuple):
    """A reference taken apart: `PA 1` has letters `pa` and numbers `(1,)`, `3.4a` numbers `(3, 4)` and suffix `a`."""

    letters: str
    numbers: tuple[int, ...]
    suffix: str


class Item(NamedTuple):
    """A commitment of a list, with its place in the paper (from 0) and its reference taken apart.

    `label` is where in the paper's text the words begin that are printed with the reference; several commitments may share it.
    """

    place: int
    commitment: Commitment
    reference: Reference
    label: int | None

    @property
    def printed(self) -> str:
        """The reference as printed."""
        return self.commitment.ref or ""

    @property
    def is_labelled(self) -> bool:
        """Whether letters or dots make the reference hold beyond its own section, as those of tables and plans do."""
        return bool(self.reference.letters) or len(self.reference.numbers) > 1


def parse_reference(ref: str | None) -> Reference | None:
    """The reference taken apart; None for letters alone, for ranges, and where nothing is printed.

    >>> parse_reference("PA 1") == parse_reference("(pa01)")
    True
    >>> parse_reference("(b)"), parse_reference("3.4-3.6"), parse_reference(None)
    (None, None, None)
    """
    match = REFERENCE.fullmatch(ref or "")
    if match is None:
        return None
    return Reference(match["letters"].lower(), tuple(int(number) for number in match["numbers"].split(".")), match["suffix"])


def referenced_items(paper: Paper) -> list[Item]:
    """All commitments whose reference is a number, in reading order."""
    starts: dict[Reference, list[int]] = defaultdict(list)
    for label in paper.labels:
        if reference := parse_reference(label.marker):
            starts[reference].append(label.span.start)
    parsed = ((place, commitment, parse_reference(commitment.ref)) for place, commitment in enumerate(paper.commitments))
    return [
        Item(place, commitment, reference, _last_at(starts[reference], commitment.span.start))
        for place, commitment, reference in parsed
        if reference
    ]


def _last_at(starts: list[int], end: int) -> int | None:
    """The last of some places in order that is not beyond `end`."""
    found = bisect_right(starts, end)
    return starts[found - 1] if found else None


def reference_lists(paper: Paper) -> list[list[Item]]:
    """The lists of the paper: items of one kind, parent and lettering, in reading order, parted where the numbers start again.

    Labelled references (`A4`, `3.5`) make a list within an outermost section, bare numbers within a section.
    """
    lists = []
    items = sorted(referenced_items(paper), key=lambda item: (_list_key(item), item.place))
    for _, group in groupby(items, key=_list_key):
        lists += _parted(list(group))
    return sorted(lists, key=lambda each: each[0].place)


def _list_key(item: Item) -> tuple[str, str, str, tuple[str, ...]]:
    section = item.commitment.section[:1] if item.is_labelled else item.commitment.section
    return item.commitment.kind, item.commitment.parent or "", item.reference.letters, tuple(map(fold, section))


def _parted(items: list[Item]) -> list[list[Item]]:
    parts = [[items[0]]]
    for previous, item in pairwise(items):
        falls_back = item.reference.numbers < previous.reference.numbers or item.commitment.section != previous.commitment.section
        if falls_back and item.reference.numbers <= parts[-1][0].reference.numbers:
            parts.append([])
        parts[-1].append(item)
    return parts
