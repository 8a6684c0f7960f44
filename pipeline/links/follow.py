"""The promises of one publisher, followed from paper to paper."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from pipeline.links.base import Event, Followed, Link, Side, Step, Succession
from pipeline.links.changes import changes
from pipeline.links.flags import dropped_flag, dropped_message, flag_of, paper_name, promise_name
from pipeline.links.lineage import Lineage
from pipeline.links.matching import Match, match
from pipeline.links.names import names_in
from pipeline.model.paper import Flag, Paper
from pipeline.model.record import Commitment

LEAST_KEPT, LEAST_KEPT_OF_GUESS = 0.3, 0.5
"""Part of an earlier paper's promises that its successor must hold for the others to be dropped: one that holds fewer is another plan.
More of them where it is a guess that it is the successor."""
FEWEST_KEPT = 4
"""Promises that such a guess must hold."""


class Known(NamedTuple):
    """What was found before: the history of each promise by its id, and the links into the papers that are looked back on."""

    histories: Mapping[str, str]
    links: Sequence[Link]


def follow(papers: Sequence[Paper]) -> Followed:
    """What became of each promise of these papers of one publisher. The same whatever their order."""
    lineage = Lineage([paper.paper for paper in papers])
    return follow_again(lineage, lineage.members, papers, Known({}, ()))


def follow_again(lineage: Lineage, slugs: Collection[str], papers: Iterable[Paper], known: Known) -> Followed:
    """What became of the promises of the papers `slugs` alone, among whom all are that come after one of them.

    Args:
        lineage: how all papers of the publisher succeed each other.
        slugs: the papers to follow.
        papers: at least these, and those that they look back on.
        known: what is known of the papers that they look back on and that are not followed again.
    """
    return _Following(lineage, slugs, {paper.paper.slug: paper for paper in papers}, known).result()


class _Following:
    """What is found so far, paper by paper in order of time."""

    def __init__(self, lineage: Lineage, slugs: Collection[str], papers: Mapping[str, Paper], known: Known) -> None:
        self.lineage, self.papers = lineage, papers
        self.roots = [slug for slug in lineage.roots if slug in slugs]
        self.successions = [each for each in lineage.from_the_first if each.later in slugs]
        self.sides = {side.promise.id: side for slug, paper in papers.items() if slug in lineage.members for side in _sides(paper)}
        self.history = dict(known.histories)
        self.links = list(known.links)
        self.known = len(known.links)
        self.steps: list[Step] = []
        self.flags: list[tuple[str, Flag]] = []

    def result(self) -> Followed:
        for slug in self.roots:
            self._begin(self.papers[slug].commitments)
        for succession in self.successions:
            self._follow(succession)
        in_time = {each: place for place, each in enumerate(self.lineage.successions)}
        successions = map(self._weighed, sorted(self.successions, key=in_time.__getitem__))
        return Followed(tuple(successions), tuple(self.links[self.known :]), tuple(self.steps), tuple(self.flags))

    def _weighed(self, succession: Succession) -> Succession:
        """A succession, said to be a guess where no promise of the one paper was found in the other, unless a clerk stated it."""
        if self.papers[succession.later].paper.succeeds:
            return succession
        if succession[:2] in self.linked_papers:
            return succession
        return succession._replace(reason=f"{succession.reason}; no promise is found in both", is_guess=True)

    @cached_property
    def linked_papers(self) -> set[tuple[str, str]]:
        """The papers that have a promise in common, the earlier first; to be asked when all links are found."""
        return {(self.sides[link.earlier].facts.slug, self.sides[link.later].facts.slug) for link in self.links[self.known :]}

    def _follow(self, succession: Succession) -> None:
        """Find the promises of a paper among those still open in the papers before it."""
        slug = succession.later
        chain = self.lineage.looked_back_on(slug)
        linked = {link.earlier for link in self.links if self.sides[link.later].facts.slug in chain}
        open_promises = [each for earlier in chain for each in self.papers[earlier].commitments if each.id not in linked]
        later = self.papers[slug]
        found = match(open_promises, later.commitments)
        self.links += found.links
        for link in found.links:
            self._carry(self.sides[link.earlier], self.sides[link.later], is_back=self.sides[link.earlier].facts.slug != chain[0])
        self._begin([each for each in later.commitments if each.id not in self.history])
        if self._repeats(succession, found):
            self._drop(self.papers[succession.earlier], later, found)

    def _begin(self, promises: Sequence[Commitment]) -> None:
        for promise in promises:
            side = self.sides[promise.id]
            self.history[promise.id] = _history_id(promise)
            self._step(side, "first_promised", f"{promise_name(promise)} is first promised in {paper_name(side.facts)}.")
            self._say_if_done(side)

    def _carry(self, before: Side, after: Side, is_back: bool) -> None:
        """The steps and flags of a promise that stands in both papers."""
        self.history[after.promise.id] = self.history[before.promise.id]
        name, paper = promise_name(after.promise), paper_name(after.facts)
        changed = list(changes(before, after))
        for change in changed:
            flag = flag_of(change, before, after)
            self.flags.append((after.facts.slug, flag))
            self._step(after, change.event, flag.message, change.days)
        if is_back:
            self._step(after, "taken_up_again", f"{name} is taken up again in {paper}.")
        elif not changed:
            self._step(after, "carried_forward", f"{name} is carried forward in {paper}.")
        if before.promise.status != "done":
            self._say_if_done(after)

    def _say_if_done(self, side: Side) -> None:
        if side.promise.status == "done":
            self._step(side, "done", f"{promise_name(side.promise)} is done, says {paper_name(side.facts)}.")

    def _repeats(self, succession: Succession, found: Match) -> bool:
        """Whether the later paper takes up so much of the earlier one that what it leaves out is dropped. Minutes never do."""
        earlier = self.papers[succession.earlier]
        kept = len({link.earlier for link in found.links} & {each.id for each in earlier.commitments})
        if earlier.paper.kind == "minutes":
            return False
        if succession.is_guess:
            return kept >= max(FEWEST_KEPT, LEAST_KEPT_OF_GUESS * len(earlier.commitments))
        return kept >= LEAST_KEPT * len(earlier.commitments)

    def _drop(self, earlier: Paper, later: Paper, found: Match) -> None:
        """What the earlier plan promised and its successor does not hold."""
        for promise in _gone(earlier, {link.earlier for link in found.links}, found.doubtful):
            side = self.sides[promise.id]
            self.flags.append((later.paper.slug, dropped_flag(side, later.paper)))
            message = dropped_message(side, later.paper)
            self.steps.append(Step(self.history[promise.id], later.paper.slug, promise.id, "dropped", message, None))

    def _step(self, side: Side, event: Event, message: str, days: int | None = None) -> None:
        self.steps.append(Step(self.history[side.promise.id], side.facts.slug, side.promise.id, event, message, days))


def _sides(paper: Paper) -> Iterator[Side]:
    names = names_in(paper.bodies)
    return (Side(paper.paper, promise, names) for promise in paper.commitments)


def _gone(earlier: Paper, carried: set[str], doubtful: frozenset[str]) -> Iterator[Commitment]:
    """The promises that are gone. What stood below one that is gone went with it, and what is done need not be promised again."""
    gone: set[str] = set()
    for promise in earlier.commitments:
        if promise.id in carried or promise.id in doubtful:
            continue
        gone.add(promise.id)
        if promise.status != "done" and promise.parent not in gone:
            yield promise


def _history_id(promise: Commitment) -> str:
    return "h" + sha256(promise.id.encode()).hexdigest()[:12]
