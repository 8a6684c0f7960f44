"""Which extracted commitment is which of those read by hand."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from pipeline.evaluate.compare import likeness, same_ref, same_section
from pipeline.evaluate.gold import GoldCommitment
from pipeline.model.record import Commitment


class Doubtful(Protocol):
    """A gold value, which may be marked doubtful."""

    @property
    def optional(self) -> bool:
        """Whether it counts neither way."""


Want = TypeVar("Want", bound=Doubtful)
Have = TypeVar("Have")


def pair_commitments(gold: Sequence[GoldCommitment], found: Sequence[Commitment]) -> dict[int, int]:
    """Gold position to found position, the best pairs first, each used once."""
    pairs = [
        (value, -abs(g - p), g, p)
        for g, want in enumerate(gold)
        for p, have in enumerate(found)
        if (value := _pair_value(want, have)) is not None
    ]
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for _, _, g, p in sorted(pairs, reverse=True):
        if g not in chosen and p not in used:
            chosen[g] = p
            used.add(p)
    return chosen


def _pair_value(want: GoldCommitment, have: Commitment) -> float | None:
    """How well two commitments go together; None when they are different ones."""
    similarity, ref = likeness(want.text, have.text), same_ref(want.ref, have.ref)
    if similarity < 90 and not (ref and want.ref and similarity >= 60):
        return None
    section = bool(want.section) and same_section(want.section or "", have.section)
    return similarity + 5 * ref + 3 * section


def overlap(gold: Sequence[Want], found: Sequence[Have], equal: Callable[[Want, Have], bool]) -> tuple[int, int, int]:
    """(hits, claimed, wanted), one to one. What is optional counts neither way, but takes what is left for it."""
    left = list(found)
    hits = 0
    for want in sorted(gold, key=lambda value: value.optional):
        match = next((at for at, have in enumerate(left) if equal(want, have)), None)
        if match is not None:
            del left[match]
            hits += not want.optional
    return hits, hits + len(left), sum(not value.optional for value in gold)
