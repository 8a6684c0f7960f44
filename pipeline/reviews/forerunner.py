"""A verdict on a flag that is no more, for the one that has come in its place: a flag's id is made from what it says."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from pipeline.model.identity import fold
from pipeline.reviews.verdict import Entry, Seen

LEAST_LIKENESS = 80.0
"""Likeness of two texts (0 to 100) from which the one may be the other, edited."""


def find_forerunners(present: Iterable[Seen], gone: Sequence[Entry]) -> dict[str, Entry]:
    """For flags that nobody decided about, by their ids: the last entry about the flag that each has come in the place of, if any.

    All are of one kind and paper; `gone` are the entries about flags that are no more, in their order. Each of these is followed by one
    flag at most, the one that is most like it: first in the words of both sides, then in its sentence.
    """
    last = {entry.verdict.seen.flag: entry for entry in gone}
    pairs = [
        (likeness, fuzz.ratio(seen.message, entry.verdict.seen.message), entry.number, seen.flag)
        for seen in present
        for entry in last.values()
        if (likeness := _likeness(seen, entry.verdict.seen)) >= LEAST_LIKENESS
    ]
    by_number = {entry.number: entry for entry in last.values()}
    found: dict[str, Entry] = {}
    for _, _, number, flag in sorted(pairs, reverse=True):
        if flag not in found and number in by_number:
            found[flag] = by_number.pop(number)
    return found


def _likeness(one: Seen, other: Seen) -> float:
    """How alike the words of two flags are: each text against the one it is most like, the least alike deciding."""
    if not one.texts or not other.texts:
        return _ratio(one.message, other.message)
    return min(max(_ratio(mine, theirs) for theirs in other.texts) for mine in one.texts)


def _ratio(one: str, other: str) -> float:
    return fuzz.ratio(one, other, processor=fold, score_cutoff=LEAST_LIKENESS)
