"""Papers in the order in which they succeed each other."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from pipeline.links.base import Succession
from pipeline.links.succession import find_successions
from pipeline.model.paper import PaperFacts

LOOK_BACK, MONTHS_BACK = 3, 14
"""Papers before a paper among which a promise of it is looked for, and more where they lie within so many months: what is left out once
may come back, and what is settled every January stands in every sixth minutes."""


class Lineage:
    """The successions among papers, by slug; each paper succeeds one at most, and may be succeeded by several."""

    def __init__(self, papers: Sequence[PaperFacts]) -> None:
        self.facts = {facts.slug: facts for facts in papers}
        self.successions = find_successions(papers)
        self.before = {each.later: each.earlier for each in self.successions}
        self.roots = sorted({each.earlier for each in self.successions} - set(self.before))

    @cached_property
    def members(self) -> frozenset[str]:
        """The papers that succeed one, or are succeeded."""
        return frozenset({*self.roots, *self.before})

    @cached_property
    def from_the_first(self) -> list[Succession]:
        """The successions, each after the one that its earlier paper is the later of."""
        return list(self._from_the_first())

    def _from_the_first(self) -> Iterator[Succession]:
        reached, left = set(self.roots), list(self.successions)
        while come := [each for each in left if each.earlier in reached]:
            left = [each for each in left if each.earlier not in reached]
            reached = {each.later for each in come}
            yield from come

    def looked_back_on(self, slug: str) -> list[str]:
        """The papers before a paper in which its promises are looked for, the latest first."""
        found: list[str] = []
        month, at = _month(self.facts[slug]), slug
        while at := self.before.get(at, ""):
            is_near = 0 <= month - _month(self.facts[at]) <= MONTHS_BACK if month else False
            if len(found) >= LOOK_BACK and not is_near:
                break
            found.append(at)
        return found

    def with_descendants(self, slugs: Collection[str]) -> frozenset[str]:
        """These papers, and all that come after them."""
        found = set(slugs)
        for each in self.from_the_first:
            if each.earlier in found:
                found.add(each.later)
        return frozenset(found)


def _month(facts: PaperFacts) -> int:
    """The month that a paper is from, counted from the year 0; 0 where it states none."""
    stated = facts.period_start or facts.published or "0"
    year, month = (*stated.split("-"), "1")[:2]
    return int(year) * 12 + int(month)
