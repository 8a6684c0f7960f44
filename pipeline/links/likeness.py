"""How alike a promise of an earlier paper is to one of a later paper, and in what."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.links.base import Reason
from pipeline.links.stems import Weights, stems_in, stems_of
from pipeline.model.identity import fold
from pipeline.model.record import Commitment

SURE = 0.8
"""Likeness of words at which two promises are one without further evidence."""
FEW_STEMS, OUT_OF_PLACE = 3, 0.2
"""Stems in common that tell little (`Clerk to confirm`), and what it takes away where they stand in other places."""
FEWEST = 0.15
"""Likeness of stems below which letters are not looked at."""
STEMS, LETTERS, ROUNDING = 0.75, 0.25, 0.001
"""What stems and letters count for, and what likenesses of 0 to 100 may be off by."""
FEWEST_SURE = 5
"""Sure pairs with references that show whether references were kept."""
REFERENCE, SECTION, OWNER, TARGET, PARENT, KIND = 0.2, 0.06, 0.06, 0.05, 0.15, 0.1


class Likeness(NamedTuple):
    """Two promises compared: `words` alone and `total` with what stands around them, both 0 to 1 or a little beyond."""

    words: float
    total: float
    reasons: tuple[Reason, ...]


class Profile:
    """A promise as it is compared, made once."""

    def __init__(self, promise: Commitment, weights: Weights) -> None:
        self.promise = promise
        self.stems = stems_of(promise)
        self.weight = weights.of(self.stems)
        self.ref = fold(promise.ref or "").strip("().: ").replace(" ", "")
        self.section = stems_in(promise.section[-1]) if promise.section else frozenset()
        self.leads = frozenset(fold(owner.text) for owner in promise.owners if owner.role == "lead")
        self.targets = frozenset((target.value, target.unit, target.direction) for target in promise.targets if target.value is not None)

    @cached_property
    def folded(self) -> str:
        """The text as letters are compared."""
        return fold(self.promise.text)

    @cached_property
    def in_order(self) -> str:
        """Its words, sorted: to be compared in whatever order they came."""
        return " ".join(sorted(self.folded.split()))


def words_alike(one: Profile, other: Profile, stems: float, least: float) -> float:
    """From 0 to 1: the likeness of stems, given, and that of letters in whatever order; 0 where it does not reach `least`."""
    if not one.stems and not other.stems:
        return stems
    needed = max(0.0, 100 * (least - STEMS * stems) / LETTERS - ROUNDING)
    sorted_alike = fuzz.ratio(one.in_order, other.in_order, score_cutoff=needed)
    letters = max(sorted_alike, fuzz.ratio(one.folded, other.folded, score_cutoff=max(needed, sorted_alike)))
    return STEMS * stems + LETTERS * letters / 100 if letters >= needed else 0.0


def trust_in_references(pairs: Sequence[tuple[Profile, Profile]]) -> float:
    """From 0 to 1: how many of the pairs, which are surely the same promises, kept their reference; a half where too few tell."""
    told = [(one.ref, other.ref) for one, other in pairs if one.ref and other.ref]
    return sum(one == other for one, other in told) / len(told) if len(told) >= FEWEST_SURE else 0.5


def compare(one: Profile, other: Profile, words: float, trust: float, parents: float) -> Likeness:
    """The likeness of two promises.

    `parents` is 1 where those above them are one promise, -1 where they are others, 0 where there are none.
    """
    has_same: dict[Reason, float] = {
        "reference": REFERENCE * trust * bool(one.ref and one.ref == other.ref),
        "section": SECTION * bool(one.section and one.section == other.section),
        "owner": OWNER * bool(one.leads & other.leads),
        "target": TARGET * bool(one.targets & other.targets),
        "parent": PARENT * (parents > 0),
    }
    against = PARENT * max(0.0, -parents) + KIND * (one.promise.kind != other.promise.kind)
    reasons: list[Reason] = [reason for reason, gain in has_same.items() if gain]
    if len(one.stems & other.stems) < FEW_STEMS and words < SURE and not {"reference", "section", "parent"} & set(reasons):
        against += OUT_OF_PLACE
    return Likeness(words, words + sum(has_same.values()) - against, tuple(["words", *reasons] if words >= 0.5 else [*reasons, "words"]))
