"""The promises of one publisher, followed from paper to paper."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from pipeline.links.base import Event, Followed, Link, Side, Step, Succession
from pipeline.links.changes import changes
from pipeline.links.flags import dropped_flag, dropped_message, flag_of, paper_name, promise_name
from pipeline.links.matching import Match, match
from pipeline.links.succession import find_successions
from pipeline.model.paper import Flag, Paper
from pipeline.model.record import Commitment

LOOK_BACK, MONTHS_BACK = 3, 14
"""Papers before a paper among which a promise of it is looked for, and more where they lie within so many months: what is left out once
may come back, and what is settled every January stands in every sixth minutes."""
LEAST_KEPT, LEAST_KEPT_OF_GUESS = 0.3, 0.5
"""Part of an earlier paper's promises that its successor must hold for the others to be dropped: one that holds fewer is another plan.
More of them where it is a guess that it is the successor."""
FEWEST_KEPT = 4
"""Promises that such a guess must hold."""


def follow(papers: Sequence[Paper]) -> Followed:
    """What became of each promise of these papers of one publisher. The same whatever their order."""
    successions = find_successions([paper.paper for paper in papers])
    by_slug = {paper.paper.slug: paper for paper in papers}
    return _Following(by_slug, successions).result()


class _Following:
    """What is found so far, paper by paper in order of time."""

    def __init__(self, papers: Mapping[str, Paper], successions: tuple[Succession, ...]) -> None:
        self.papers, self.successions = papers, successions
        self.before = {each.later: each.earlier for each in successions}
        self.sides = {
            promise.id: Side(papers[slug].paper, promise)
            for slug in {slug for each in successions for slug in each[:2]}
            for promise in papers[slug].commitments
        }
        self.history: dict[str, str] = {}
        self.links: list[Link] = []
        self.steps: list[Step] = []
        self.flags: list[tuple[str, Flag]] = []

    def result(self) -> Followed:
        roots = sorted({each.earlier for each in self.successions} - set(self.before))
        for slug in roots:
            self._begin(self.papers[slug].commitments)
        for succession in _from_the_first(self.successions, roots):
            self._follow(succession)
        return Followed(tuple(map(self._weighed, self.successions)), tuple(self.links), tuple(self.steps), tuple(self.flags))

    def _weighed(self, succession: Succession) -> Succession:
        """A succession, said to be a guess where no promise of the one paper was found in the other, unless a clerk stated it."""
        if self.papers[succession.later].paper.succeeds:
            return succession
        if any(self._is_between(link, succession) for link in self.links):
            return succession
        return succession._replace(reason=f"{succession.reason}; no promise is found in both", is_guess=True)

    def _is_between(self, link: Link, succession: Succession) -> bool:
        return (self.sides[link.earlier].facts.slug, self.sides[link.later].facts.slug) == succession[:2]

    def _follow(self, succession: Succession) -> None:
        """Find the promises of a paper among those still open in the papers before it."""
        slug = succession.later
        chain = self._chain(slug)
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

    def _chain(self, slug: str) -> list[str]:
        """The papers before a paper, the latest first."""
        chain: list[str] = []
        month = _month(self.papers[slug])
        while slug := self.before.get(slug, ""):
            is_near = 0 <= month - _month(self.papers[slug]) <= MONTHS_BACK if month else False
            if len(chain) >= LOOK_BACK and not is_near:
                break
            chain.append(slug)
        return chain

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


def _gone(earlier: Paper, carried: set[str], doubtful: frozenset[str]) -> Iterator[Commitment]:
    """The promises that are gone. What stood below one that is gone went with it, and what is done need not be promised again."""
    gone: set[str] = set()
    for promise in earlier.commitments:
        if promise.id in carried or promise.id in doubtful:
            continue
        gone.add(promise.id)
        if promise.status != "done" and promise.parent not in gone:
            yield promise


def _from_the_first(successions: Sequence[Succession], roots: Sequence[str]) -> Iterator[Succession]:
    """The successions, each after the one that its earlier paper is the later of."""
    reached, left = set(roots), list(successions)
    while left:
        for each in [each for each in left if each.earlier in reached]:
            reached.add(each.later)
            left.remove(each)
            yield each


def _month(paper: Paper) -> int:
    """The month that a paper is from, counted from the year 0; 0 where it states none."""
    stated = paper.paper.period_start or paper.paper.published or "0"
    year, month = (*stated.split("-"), "1")[:2]
    return int(year) * 12 + int(month)


def _history_id(promise: Commitment) -> str:
    return "h" + sha256(promise.id.encode()).hexdigest()[:12]
