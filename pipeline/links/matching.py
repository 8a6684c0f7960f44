"""Which promise of a later paper is which of an earlier one: each one at most, the most alike first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.links.base import Link
from pipeline.links.likeness import SURE, Likeness, Profile, compare, trust_in_references
from pipeline.links.stems import Weights
from pipeline.model.record import Commitment

LEAST_WORDS = 0.3
"""Likeness of words below which nothing else makes two promises one."""
LEAST, LEAST_BY_CHANCE = 0.55, 0.7
"""Likeness, with all evidence, from which two promises are one: in papers that repeat each other, and in others, where more is chance."""
REPEATED = 0.2
"""Part of the promises that must surely stand in both papers for these to repeat each other."""
DOUBT = 0.42
"""Likeness from which they may be: too little for a link, too much to say that the promise was dropped."""
MARGIN = 0.03
"""What the best must be ahead of the second best by, where its words alone do not make it sure."""


class Match(NamedTuple):
    """What was found between two papers: links, and the ids of earlier promises of which it is in doubt whether they are gone."""

    links: tuple[Link, ...]
    doubtful: frozenset[str]


class _Pair(NamedTuple):
    one: int
    other: int
    likeness: Likeness


def match(earlier: Sequence[Commitment], later: Sequence[Commitment]) -> Match:
    """The links from the earlier promises to the later ones. Those without a parent first: what stands below leans on them."""
    return _Matching(earlier, later).result()


class _Matching:
    """The promises of both sides, the words they share, and what is linked so far."""

    def __init__(self, earlier: Sequence[Commitment], later: Sequence[Commitment]) -> None:
        from pipeline.links.candidates import alike_pairs  # with numpy, and most runs compare no papers

        weights = Weights([*earlier, *later])
        self.ones = [Profile(promise, weights) for promise in earlier]
        self.others = [Profile(promise, weights) for promise in later]
        self.words = {(one, other): alike for one, other, alike in alike_pairs(self.ones, self.others, weights, LEAST_WORDS)}
        sure = [(self.ones[one], self.others[other]) for (one, other), alike in sorted(self.words.items()) if alike >= SURE]
        self.trust = trust_in_references(sure)
        repeated = len({id(other) for _, other in sure}) >= REPEATED * min(len(earlier), len(later))
        self.least = LEAST if repeated else LEAST_BY_CHANCE
        self.parents: dict[str, str] = {}
        self.taken: tuple[set[int], set[int]] = set(), set()

    def result(self) -> Match:
        links = [*self._settle(self._pairs(below=False)), *self._settle(self._pairs(below=True))]
        doubtful = {self.ones[pair.one].promise.id for pair in self._pairs(below=True) if pair.likeness.total >= DOUBT}
        places = {profile.promise.id: place for place, profile in enumerate(self.others)}
        return Match(tuple(sorted(links, key=lambda link: places[link.later])), frozenset(doubtful))

    def _pairs(self, below: bool) -> list[_Pair]:
        """The pairs to choose from that are still free, the most alike first; among equals those at the same place in their papers."""
        pairs = []
        for (one, other), words in self.words.items():
            a, b = self.ones[one], self.others[other]
            if self._is_free(one, other) and (below or not (a.promise.parent or b.promise.parent)):
                pairs.append(_Pair(one, other, compare(a, b, words, self.trust, self._parents(a.promise, b.promise))))
        return sorted(pairs, key=lambda pair: (-round(pair.likeness.total, 9), abs(self._offset(pair)), pair.one, pair.other))

    def _offset(self, pair: _Pair) -> float:
        return pair.one / len(self.ones) - pair.other / len(self.others)

    def _parents(self, one: Commitment, other: Commitment) -> float:
        if not one.parent and not other.parent:
            return 0
        if not one.parent or not other.parent or one.parent not in self.parents:
            return -0.5
        return 1 if self.parents[one.parent] == other.parent else -1

    def _settle(self, pairs: list[_Pair]) -> Iterator[Link]:
        """Link the best, then the best of what is left; what cannot be told from its rival waits until the rival is gone."""
        waiting, found = [pair for pair in pairs if pair.likeness.total >= self.least], True
        rivals = _Rivals(waiting)
        while found:
            found = False
            for pair in waiting:
                if self._is_free(pair.one, pair.other) and not self._has_rival(pair, rivals):
                    yield self._link(pair)
                    found = True
            waiting = [pair for pair in waiting if self._is_free(pair.one, pair.other)]

    def _link(self, pair: _Pair) -> Link:
        one, other = self.ones[pair.one].promise, self.others[pair.other].promise
        self.taken[0].add(pair.one)
        self.taken[1].add(pair.other)
        self.parents[one.id] = other.id
        return Link(one.id, other.id, round(min(pair.likeness.total, 1.0), 3), pair.likeness.reasons)

    def _has_rival(self, pair: _Pair, rivals: "_Rivals") -> bool:
        if pair.likeness.words >= SURE:
            return False
        near = (each for each in rivals.of(pair) if each.likeness.total > pair.likeness.total - MARGIN)
        return any(self._is_free(each.one, each.other) for each in near)

    def _is_free(self, one: int, other: int) -> bool:
        return one not in self.taken[0] and other not in self.taken[1]


class _Rivals:
    """Pairs by each of their sides."""

    def __init__(self, pairs: Sequence[_Pair]) -> None:
        self.by_one: dict[int, list[_Pair]] = defaultdict(list)
        self.by_other: dict[int, list[_Pair]] = defaultdict(list)
        for pair in pairs:
            self.by_one[pair.one].append(pair)
            self.by_other[pair.other].append(pair)

    def of(self, pair: _Pair) -> Iterator[_Pair]:
        """The pairs that have one side in common with this one."""
        yield from (each for each in self.by_one[pair.one] if each.other != pair.other)
        yield from (each for each in self.by_other[pair.other] if each.one != pair.one)
