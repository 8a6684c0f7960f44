"""A verdict on a flag that is no more, for the one that has come in its place: a flag's id is made from what it says."""

from collections.abc import Collection, Sequence

from rapidfuzz import fuzz

from pipeline.model.identity import fold
from pipeline.reviews.verdict import Entry, Seen

LEAST_LIKENESS = 80.0
"""Likeness of two texts (0 to 100) from which the one may be the other, edited."""


def find_forerunner(seen: Seen, entries: Sequence[Entry], present: Collection[str]) -> Entry | None:
    """The last entry about a flag of the same kind and paper that is gone, and that said nearly the same; None where there is none.

    `entries` are in their order; `present` are the ids of the flags that the register holds.
    """
    gone = {entry.verdict.seen.flag: entry for entry in entries if entry.verdict.seen.flag not in present}
    alike = [(_likeness(seen, entry.verdict.seen), entry.number, entry) for entry in gone.values() if _is_of_kind(seen, entry.verdict.seen)]
    best = max(alike, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= LEAST_LIKENESS else None


def _is_of_kind(one: Seen, other: Seen) -> bool:
    return (one.kind, one.paper) == (other.kind, other.paper)


def _likeness(one: Seen, other: Seen) -> float:
    """How alike the words of two flags are: each text against the one it is most like, the least alike deciding."""
    if not one.texts or not other.texts:
        return fuzz.ratio(fold(one.message), fold(other.message))
    return min(max(fuzz.ratio(fold(mine), fold(theirs)) for theirs in other.texts) for mine in one.texts)
