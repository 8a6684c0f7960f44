"""Which promises of two papers have words enough in common to be compared: all pairs at once, by the weight of the stems they share."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.links.likeness import FEWEST, Profile, words_alike
from pipeline.links.stems import Weights

Places = NDArray[np.int64]


def alike_pairs(ones: Sequence[Profile], others: Sequence[Profile], weights: Weights, least: float) -> Iterator[tuple[int, int, float]]:
    """The places of each two promises whose words are alike, and how much, from `least` to 1; by the place of the other, then the one."""
    having = _having(ones)
    own = np.array([profile.weight for profile in ones])
    for place, other in enumerate(others):
        for one, stems in _sharing(having, own, other, weights):
            alike = words_alike(ones[one], other, stems, least)
            if alike >= least:
                yield one, place, alike


def _having(profiles: Sequence[Profile]) -> dict[str, Places]:
    """The places of the promises that have each stem; of those without any, each text."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for stem in profile.stems or {profile.folded}:
            having[stem].append(place)
    return {stem: np.array(places) for stem, places in having.items()}


def _sharing(having: dict[str, Places], own: NDArray[np.float64], other: Profile, weights: Weights) -> Iterator[tuple[int, float]]:
    """The places of the promises that share stems with the other one, and the likeness of stems: of the weight of both, most of all, and of
    that of the shorter. Promises without stems are alike where they are the same."""
    if not other.stems:
        yield from ((int(place), 1.0) for place in having.get(other.folded, ()))
        return
    common = np.zeros(len(own))
    for stem in sorted(other.stems & having.keys()):
        common[having[stem]] += weights.each[stem]
    sharing = np.flatnonzero(common)
    shared, weight = common[sharing], own[sharing]
    stems = 0.7 * (2 * shared / (weight + other.weight)) + 0.3 * (shared / np.minimum(weight, other.weight))
    enough = stems >= FEWEST
    yield from zip(sharing[enough].tolist(), stems[enough].tolist(), strict=True)
