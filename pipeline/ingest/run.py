"""One ingestion: reads what is new or changed, and brings `extracted/` and the register up to date."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from pathlib import PurePosixPath

from pipeline.ingest import forker
from pipeline.ingest.alone import alone_in
from pipeline.ingest.boundary import guarded
from pipeline.ingest.chronicle import Chronicle
from pipeline.ingest.derive import Task
from pipeline.ingest.documents import forget_document
from pipeline.ingest.helpers import Helpers
from pipeline.ingest.listing import Listed, list_papers
from pipeline.ingest.order import Order
from pipeline.ingest.outcome import Outcome, may_pass, of_paper
from pipeline.ingest.papers import Found, find_papers, names_in
from pipeline.ingest.places import Arrival, Known, Place, share_out
from pipeline.ingest.progress import Ended, Joining, Reading, Report, Settled, Started
from pipeline.ingest.quarantine import Quarantine
from pipeline.ingest.rules import demand_usable, mark_usable
from pipeline.ingest.shelf import CACHE, Shelf
from pipeline.ingest.workers import Workers
from pipeline.model.paper import Paper
from pipeline.register import NameRow, Register, Relation


def ingest(order: Order, today: date, now: Callable[[], datetime], report: Report) -> list[Outcome]:
    """What became of each paper, sorted by name; `report` hears how it goes on.

    Trouble with one paper is its outcome. Raises RulebookError, RegisterError or OSError when the run as a whole cannot be done.
    """
    started, outcomes = _iso(now()), []
    with ExitStack() as ends:
        mark = order.out / CACHE / "rules"
        # New rules are new work, nearly always: what forks the workers starts beside the look at them.
        rules = demand_usable(order.rules, mark, partial(forker.warm_up, order.rules))
        workers = ends.enter_context(Workers(order.rules, rules))
        papers = [found for found in find_papers(order.paths, order.corpus) if not order.leaves(found.file)]
        order.out.mkdir(parents=True, exist_ok=True)
        ends.enter_context(alone_in(order.out))
        mark_usable(rules, mark)
        register = ends.enter_context(Register(order.out / "register.db"))
        helpers = ends.enter_context(Helpers(workers, order.jobs, lambda task: report(Reading(task.file))))
        shelf, quarantine = Shelf(order.out, register, now), Quarantine(register, order.corpus, now, retry=order.retry or order.force)
        chronicle = Chronicle(register, started, today.isoformat(), rules)
        run = _Run(order, shelf, rules, helpers, quarantine, lambda *work: report(Started(chronicle.number, *work)))
        for outcome in run.outcomes(papers):
            chronicle.note(outcome)
            outcomes.append(outcome)
            report(Settled(outcome, helpers.size_of(outcome.file)))
        report(Joining())
        shelf.settle()
        finished = chronicle.finished(_iso(now()))
        register.finish(today.isoformat(), finished)
    report(Ended(finished))
    return sorted(outcomes, key=lambda outcome: outcome.file)


class _Run:
    """The steps of one ingestion, and what they share."""

    def __init__(
        self, order: Order, shelf: Shelf, rules: str, helpers: Helpers, quarantine: Quarantine, started: Callable[[int, int, int], None]
    ) -> None:
        self.order, self.shelf, self.rules, self.helpers = order, shelf, rules, helpers
        self.quarantine, self.started = quarantine, started
        self.fingerprints: dict[str, str] = {}
        self.slugs: dict[str, str] = {}
        self.to_come: set[str] = set()

    def outcomes(self, papers: list[Found]) -> Iterator[Outcome]:
        """What becomes of the papers: of those that are not to be read, then of the others as they are read, and last of those gone."""
        here = {found.file for found in papers}
        is_whole = not self.order.paths
        if is_whole and not self.order.force:
            self.shelf.demand_folder(self.order.corpus, is_empty=not papers)
        known = self.shelf.known(here if is_whole else here | names_in([self.order.corpus], self.order.corpus))
        listed = list(list_papers(papers, self.rules))
        places = share_out([Arrival(item.file, item.sha256) for item in listed if isinstance(item, Listed)], known)
        self.fingerprints = {item.file: item.fingerprint for item in listed if isinstance(item, Listed)}
        self.slugs = {paper.file: slug for slug, paper in known.items()}
        self.slugs |= {file: place.slug for file, place in places.items() if place.slug}
        # Before anything is read: no paper may be taken for a copy of one that is gone.
        gone = list(self._settle_gone(known, places, here)) if is_whole else []
        paths = {found.file: found.path for found in papers}
        for outcome in self._settle(listed, places, {paper.file for paper in known.values()}):
            self.quarantine.settle(paths[outcome.file], outcome, self.fingerprints.get(outcome.file, ""))
            yield outcome
        self._name_copies(listed, places)
        if is_whole:
            self.quarantine.settle_gone(lambda file: self._is_gone(file, here))
        yield from gone

    def _settle_gone(self, known: Mapping[str, Known], places: Mapping[str, Place], here: set[str]) -> Iterator[Outcome]:
        slugs = {place.slug for place in places.values()}
        absent = ((slug, paper) for slug, paper in known.items() if slug not in slugs and self._is_gone(paper.file, here))
        yield from self.shelf.settle_absent(absent)
        copies = (name for name in self.shelf.names.values() if name.relation != "itself" and not name.elsewhere)
        yield from self.shelf.forget_names(name.file for name in copies if self._is_gone(name.file, here))

    def _is_gone(self, file: str, files: set[str]) -> bool:
        """Whether a paper is no longer among the files, nor in a folder that is listed itself because nobody may look into it."""
        return not (file in files or self.order.leaves(file) or any(str(folder) in files for folder in PurePosixPath(file).parents))

    def _settle(self, listed: Iterable[Listed | Outcome], places: Mapping[str, Place], held: set[str]) -> Iterator[Outcome]:
        steps = [(item.file, self._step(item, places[item.file]) if isinstance(item, Listed) else item) for item in listed]
        steps.sort(key=lambda step: self.helpers.turn(step[0]))
        self.started(len(steps), self.helpers.number, self.helpers.size)
        waiting: list[tuple[str, Callable[[], Outcome]]] = []
        for file, step in steps:
            found = step if isinstance(step, Outcome) else guarded(file, step)
            if isinstance(found, Outcome):
                yield _told(found, held)
            else:
                waiting.append((file, found))
        for file, step in waiting:
            yield _told(guarded(file, step), held)

    def _step(self, item: Listed, place: Place) -> Outcome | Callable[[], Outcome | Callable[[], Outcome]]:
        """What remains to be done for a paper; it may leave something to be done when all others are."""
        if place.same_as is not None or place.slug is None:
            return partial(self._same, item, place)
        anew = self.order.force or self.quarantine.is_wanted(place.slug)
        if not anew and self.shelf.holds(place.slug, item.fingerprint):
            return partial(self._unchanged, item, place.slug)
        if not anew and (original := self._copied(item)):
            return partial(Outcome, item.file, "same_as", f"same text as {original}")
        if known := self.quarantine.outcome(item):
            return known
        self.to_come.add(place.slug)
        if anew:
            forget_document(self.shelf.documents, item.sha256, item.file)
        task = Task(item.path, item.file, place.slug, item.size, item.sha256, item.sidecar, self.shelf.documents)
        return partial(self._read, item, place, self.helpers.start(task))

    def _same(self, item: Listed, place: Place) -> Outcome:
        if place.slug is not None:
            self.shelf.drop(place.slug)
        return Outcome(item.file, "same_as", f"same as {place.same_as}")

    def _unchanged(self, item: Listed, slug: str) -> Outcome:
        self.shelf.name(self._name(item, slug, "itself"))
        return Outcome(item.file, "unchanged", "unchanged")

    def _copied(self, item: Listed) -> str | None:
        """The file of the paper whose words it was found to hold, if neither has changed since."""
        row = self.shelf.copied(item.file, item.fingerprint)
        return row.file if row and self.fingerprints.get(row.file, row.fingerprint) == row.fingerprint else None

    def _read(self, item: Listed, place: Place, wait: Callable[[], Paper | Outcome]) -> Outcome | Callable[[], Outcome]:
        try:
            paper = wait()
        finally:
            self.to_come.discard(str(place.slug))
        if isinstance(paper, Outcome):
            return paper
        if (original := self.shelf.twin(paper)) and original.slug in self.to_come:
            return partial(self._record, item, place, paper)  # nobody knows yet whether that paper will still hold the same words
        return self._record(item, place, paper)

    def _record(self, item: Listed, place: Place, paper: Paper) -> Outcome:
        if original := self.shelf.twin(paper):
            self.shelf.drop(paper.paper.slug)
            self.shelf.name(self._name(item, original.slug, "same words"))
            return Outcome(item.file, "same_as", f"same text as {original.file}")
        self.shelf.put(paper, "" if may_pass(paper) else item.fingerprint, elsewhere=self._is_elsewhere(item))
        return of_paper(paper, place.note)

    def _name_copies(self, listed: Iterable[Listed | Outcome], places: Mapping[str, Place]) -> None:
        """Notes the files that hold the bytes of another, when that one is sure to be in the register, if ever."""
        for item in listed:
            if isinstance(item, Listed) and (original := places[item.file].same_as):
                self.shelf.name(self._name(item, self.slugs[original], "same bytes"))

    def _name(self, item: Listed, slug: str, relation: Relation) -> NameRow:
        return NameRow(item.file, slug, relation, item.sha256, self._is_elsewhere(item), item.fingerprint)

    def _is_elsewhere(self, item: Listed) -> bool:
        """Whether the paper was given from outside the folder of papers."""
        return bool(self.order.paths) and not item.path.resolve().is_relative_to(self.order.corpus.resolve())


def _told(outcome: Outcome, held: set[str]) -> Outcome:
    keeps = outcome.kind == "not_read" and outcome.file in held
    return outcome._replace(text=f"{outcome.text}; the register keeps what it held") if keeps else outcome


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
