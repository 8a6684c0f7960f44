"""The words of a promise without their endings, and how much each tells among the promises compared."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from pipeline.duplicates.keys import commonness
from pipeline.duplicates.words import words_of
from pipeline.model.record import Commitment

LONGEST_STEM = 6
"""Letters that a longer word is cut to: `develop`, `developing` and `development` say the same."""
ENDINGS = re.compile(r"(?:['’]s|ies|ing|ied|ed|es|s|y|e)\Z")
DOUBLED = re.compile(r"([bdgmnprt])\1\Z")
SHORTEST_STEM = 3
COMMONEST = 1000
FIGURE = re.compile(r"\d")
_EMPTY = (
    "all also and any as at be by each for from has have in into is it its of on or our that their them this to we where which will with"
)
EMPTY = frozenset(_EMPTY.split())


@lru_cache(maxsize=65536)  # the same words come in promise after promise
def stem(word: str) -> str:
    """A word without its ending, roughly: enough to tell that two forms are of one word.

    >>> stem("parents") == stem("parent's"), stem("policies") == stem("policy"), stem("developing") == stem("development")
    (True, True, True)
    """
    bare = DOUBLED.sub(r"\1", ENDINGS.sub("", word))
    return (bare if len(bare) >= SHORTEST_STEM else word)[:LONGEST_STEM]


def stems_of(commitment: Commitment) -> frozenset[str]:
    """The stems of what a commitment promises: no figures and no words of its dates, which may change from year to year."""
    text = commitment.text
    for deadline in commitment.deadlines:
        text = text.replace(deadline.text, " ")
    return stems_in(text)


def stems_in(text: str) -> frozenset[str]:
    """The stems of a text, without figures and words that say nothing."""
    return frozenset(stem(word) for word in words_of(text) if word not in EMPTY and not FIGURE.search(word))


class Weights:
    """How much each stem tells: less the more of the promises have it, and the commoner it is in all councils' papers."""

    def __init__(self, promises: Iterable[Commitment]) -> None:
        counts: Counter[str] = Counter()
        common: dict[str, int] = {}
        number = 1
        for promise in promises:
            number += 1
            counts.update(stems_of(promise))
            for word in words_of(promise.text):
                common[stem(word)] = max(common.get(stem(word), 0), commonness(word))
        self._weights = {each: (log(1 + number / count)) * (1 - 0.5 * common.get(each, 0) / COMMONEST) for each, count in counts.items()}

    def of(self, stems: Iterable[str]) -> float:
        """The weight of these stems together."""
        return sum(map(self._weights.__getitem__, sorted(stems)))

    @property
    def each(self) -> Mapping[str, float]:
        """The weight of each stem."""
        return self._weights
