"""The way of each paper that is not simply unchanged: which it is, and what is done for it when it is its turn."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from pipeline.ingest.boundary import guarded
from pipeline.ingest.derive import Task
from pipeline.ingest.documents import forget_document
from pipeline.ingest.helpers import Helpers
from pipeline.ingest.listing import Listed, Listing
from pipeline.ingest.order import Order
from pipeline.ingest.outcome import Outcome, may_pass, of_paper
from pipeline.ingest.places import Arrival, Known, Place, share_out
from pipeline.ingest.quarantine import Quarantine
from pipeline.ingest.shelf import Shelf
from pipeline.model.paper import Paper
from pipeline.register import NameRow, Relation

Last = Callable[[], Outcome]
"""What is to be done for a paper when all others are done."""
Way = Outcome | Callable[[], Outcome | Last]
"""What became of a paper, or what is to be done for it when it is its turn."""


class Tools(NamedTuple):
    """What a run works with."""

    shelf: Shelf
    quarantine: Quarantine
    helpers: Helpers


class Ways:
    """The ways of the papers listed; `known` are the papers of earlier runs, by slug."""

    def __init__(self, order: Order, tools: Tools, listing: Listing, listed: Sequence[Listed], known: Mapping[str, Known]) -> None:
        self._order, self._listing, self._listed = order, listing, listed
        self._shelf, self._quarantine, self._helpers = tools
        self._places = share_out([Arrival(item.file, item.sha256) for item in listed], known)
        self._held = {paper.file: slug for slug, paper in known.items()}
        self.fingerprints = {item.file: item.fingerprint for item in listed}
        self._files = {place.slug: file for file, place in self._places.items() if place.slug and place.same_as is None}
        self._to_come: set[str] = set()
        self._waiting: set[str] = set()

    @property
    def slugs(self) -> set[str]:
        """The slugs that these papers have or get."""
        return {place.slug for place in self._places.values() if place.slug}

    def way(self, item: Listed) -> Way:
        """What is to be done for a paper; to be asked for all of them before anything is done."""
        place = self._places[item.file]
        if place.same_as is not None or place.slug is None:
            return partial(self._same, item, place)
        anew = self._order.force or self._quarantine.is_wanted(place.slug)
        if not anew and self._shelf.holds(place.slug, item.fingerprint):
            return partial(self._unchanged, item, place.slug)
        if not anew and (original := self._copied(item)):
            return partial(Outcome, item.file, "same_as", f"same text as {original}")
        if known := self._quarantine.outcome(item):
            return known
        if anew:
            forget_document(self._shelf.documents, item.sha256, item.file)
        task = guarded(item.file, partial(self._task, item, place.slug))
        if isinstance(task, Outcome):
            return task
        self._to_come.add(place.slug)
        return partial(self._read, item, place, self._helpers.start(task))

    def name_copies(self) -> None:
        """Notes the files that hold the bytes of another; to be asked when all others are done."""
        for item in self._listed:
            if original := self._places[item.file].same_as:
                self._shelf.name_copy(self._name(item, "", "same bytes"), original)

    def _task(self, item: Listed, slug: str) -> Task:
        """Raises ReadError or OSError where the paper need not be begun."""
        self._shelf.demand_room()
        sidecar, is_new = self._listing.stated(item), item.file not in self._held
        return Task(item.path, item.file, slug, item.size, item.sha256, sidecar, self._shelf.documents, is_new)

    def _same(self, item: Listed, place: Place) -> Outcome:
        if place.slug is not None:
            self._shelf.drop(place.slug)
        return Outcome(item.file, "same_as", f"same as {place.same_as}")

    def _unchanged(self, item: Listed, slug: str) -> Outcome:
        self._shelf.name(self._name(item, slug, "itself"))
        return Outcome(item.file, "unchanged", "unchanged")

    def _copied(self, item: Listed) -> str | None:
        """The file of the paper whose words it was found to hold, if neither has changed since."""
        row = self._shelf.copied(item.file, item.fingerprint)
        file = self._files.get(row.slug, row.file) if row else ""
        return row.file if row and self.fingerprints.get(file, row.fingerprint) == row.fingerprint else None

    def _read(self, item: Listed, place: Place, wait: Callable[[], Paper | Outcome]) -> Outcome | Last:
        try:
            paper = wait()
        finally:
            self._to_come.discard(str(place.slug))
        if isinstance(paper, Outcome):
            return paper
        if any(row.slug in self._to_come or row.slug in self._waiting for row in self._shelf.twins(paper)):
            # Nobody knows yet whether those papers will still hold the same words.
            self._waiting.add(paper.paper.slug)
            return partial(self._record, item, place, paper)
        return self._record(item, place, paper)

    def _record(self, item: Listed, place: Place, paper: Paper) -> Outcome:
        self._waiting.discard(paper.paper.slug)
        # Who still waits will hold other words: else it would have been its own only twin, and not have waited.
        if original := next((row for row in self._shelf.twins(paper) if row.slug not in self._waiting), None):
            self._shelf.drop(paper.paper.slug)
            self._shelf.name(self._name(item, original.slug, "same words"))
            return Outcome(item.file, "same_as", f"same text as {original.file}")
        self._shelf.put(paper, "" if may_pass(paper) else item.fingerprint, elsewhere=self._is_elsewhere(item))
        return of_paper(paper, place.note)

    def _name(self, item: Listed, slug: str, relation: Relation) -> NameRow:
        return NameRow(item.file, slug, relation, item.sha256, self._is_elsewhere(item), item.fingerprint)

    def _is_elsewhere(self, item: Listed) -> bool:
        """Whether the paper was given from outside the folder of papers."""
        return bool(self._order.paths) and not item.path.resolve().is_relative_to(self._order.corpus.resolve())
