"""All promises at once are compared as each two of them would be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz
from sample_papers import commitment

from pipeline.links.candidates import alike_pairs
from pipeline.links.likeness import Profile
from pipeline.links.stems import Weights

LEAST = 0.3
WORDS = ("repair", "plant", "open", "mend", "lamps", "trees", "libraries", "roofs", "harbour", "park", "pool", "and", "the", "of", "20")
words = st.sampled_from(WORDS)
texts = st.lists(st.lists(words, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=6)


def two_alike(one: Profile, other: Profile, weights: Weights) -> float:
    """The likeness as it is defined: three quarters of the words' weight, one of their letters."""
    common = weights.of(one.stems & other.stems)
    if not common:
        return float(not one.stems and one.folded == other.folded)
    stems = 0.7 * 2 * common / (one.weight + other.weight) + 0.3 * common / min(one.weight, other.weight)
    letters = max(fuzz.token_sort_ratio(one.folded, other.folded), fuzz.ratio(one.folded, other.folded)) / 100
    return 0.75 * stems + 0.25 * letters if stems >= 0.15 else 0.0


@settings(deadline=None)
@given(texts, texts)
def test_no_pair_is_lost_and_none_made_up(earlier, later):
    promises = [[commitment(slug, text) for text in side] for slug, side in (("a", earlier), ("b", later))]
    weights = Weights([*promises[0], *promises[1]])
    ones, others = ([Profile(promise, weights) for promise in side] for side in promises)
    found = {(one, other): alike for one, other, alike in alike_pairs(ones, others, weights, LEAST)}
    every = {(i, j): two_alike(one, other, weights) for i, one in enumerate(ones) for j, other in enumerate(others)}
    assert found == pytest.approx({pair: alike for pair, alike in every.items() if alike >= LEAST})
