"""How often the checks are right, by what auditors decided."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.reviews.verdict import Entry

RIGHT = frozenset({"confirm", "merge", "accept"})
"""Decisions that say that the flag tells something true; to accept it until a date is to know of it."""


class Precision(NamedTuple):
    """Of so many flags of a kind that were decided, how many told something true."""

    kind: str
    decided: int
    right: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.decided


def precision_of_checks(entries: Iterable[Entry]) -> list[Precision]:
    """The precision of each kind of flag by the last decision about each flag, the most decided first; reopened flags do not count."""
    last = {entry.verdict.seen.flag: entry.verdict for entry in sorted(entries, key=lambda entry: entry.number)}
    counts: dict[str, list[bool]] = defaultdict(list)
    for verdict in last.values():
        if verdict.decision != "reopen":
            counts[verdict.seen.kind].append(verdict.decision in RIGHT)
    found = (Precision(kind, len(decisions), sum(decisions)) for kind, decisions in counts.items())
    return sorted(found, key=lambda each: (-each.decided, each.kind))
