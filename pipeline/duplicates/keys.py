"""Keys by which alike texts are found among a million: pairs of a text's rarest words.

Two texts of which at most three words differ share at least three of their six rarest, and so three keys. What is rare is told by a
fixed list of the words that are common in councils' papers, and among equals by a hash: so a text has the same keys whatever else the
register holds, in whatever order it came.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import combinations

RAREST = 6
"""Words of a text that make its keys."""
MOST_ALIKE = 60
"""Texts that may share a key: words that more texts share tell nothing, and each text has other keys."""
FEWEST_KEYS = 2
"""Keys that two texts must share to be compared: three of their rarest words."""
MASK = 2**63 - 1


def keys_of(words: Sequence[str]) -> list[int]:
    """The keys of a text given as words, each a number of 63 bits, in no order.

    >>> len(keys_of(["plant", "ten", "trees"]))
    3
    """
    rarest = sorted(set(words), key=lambda word: (commonness(word), word_hash(word)))[:RAREST]
    return [pair_key(word_hash(one), word_hash(other)) for one, other in combinations(rarest, 2)]


def commonness(word: str) -> int:
    """From 0 for a word that is not among the common ones to 1,000 for the commonest.

    >>> commonness("trellis") < commonness("council") < commonness("of")
    True
    """
    return _common_words().get(word, 0)


@lru_cache(maxsize=16384)
def word_hash(word: str) -> int:
    """A number of 63 bits that stands for a word, the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") & MASK


def pair_key(one: int, other: int) -> int:
    """The key of two words, given by their hashes, whichever stands first."""
    mixed = (one + other) & MASK
    return ((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9) & MASK


@lru_cache(maxsize=1)
def _common_words() -> dict[str, int]:
    words = files("pipeline.duplicates").joinpath("common_words.txt").read_text(encoding="utf-8").split()
    return {word: len(words) - place for place, word in enumerate(words)}
