"""The steps of one ingestion: what is unchanged, what becomes of each other paper, and what is gone."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from pipeline.ingest.boundary import guarded
from pipeline.ingest.cache import CACHE
from pipeline.ingest.digests import Digests, forget
from pipeline.ingest.listing import Listed, Listing
from pipeline.ingest.order import Order
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import SIDECAR, Found, names_in
from pipeline.ingest.places import Known
from pipeline.ingest.ways import Last, Tools, Way, Ways
from pipeline.reasons import Reason


class Steps:
    """The steps, and what they share. `started` hears how many papers there are, how many are to be read, and of how many bytes."""

    def __init__(self, order: Order, rules: str, tools: Tools, started: Callable[[int, int, int], None]) -> None:
        self._order, self._rules, self._tools, self._started = order, rules, tools, started
        self._shelf, self._quarantine, self._helpers = tools
        self._is_whole = not order.paths
        self._remembered = order.out / CACHE / "digests"

    def outcomes(self, papers: Sequence[Found], now: float) -> Iterator[Outcome]:
        """What becomes of the papers: of those unchanged, of others that are not to be read, then of the rest as they are read, and last
        of those gone. `now` is in seconds since 1970, and not after the first look at any of them."""
        here = {found.file for found in papers}
        known = self._known(here)
        listing = Listing(self._rules, Digests(self._remembered, now, trusted=not self._order.force), self._is_known)
        unchanged, others = self._look(papers, listing)
        ways = Ways(self._order, self._tools, listing, [item for item in others if isinstance(item, Listed)], known)
        # Before anything is read: no paper may be taken for a copy of one that is gone.
        gone = list(self._settle_gone(known, ways.slugs, here)) if self._is_whole else []
        to_do = [(item.file, ways.way(item) if isinstance(item, Listed) else item) for item in others]
        self._started(len(unchanged) + len(to_do), self._helpers.number, self._helpers.size)
        yield from (Outcome(file, "unchanged", "unchanged") for file in unchanged)
        names = {file for file, _ in to_do}
        paths = {found.file: found.path for found in papers if found.file in names}
        yield from self._settle(to_do, paths, ways.fingerprints, {paper.file for paper in known.values()})
        ways.name_copies()
        if self._is_whole:
            self._quarantine.settle_gone(lambda file: self._is_gone(file, here))
        yield from gone

    def _known(self, here: set[str]) -> dict[str, Known]:
        """The papers of earlier runs, by slug; `here` are the files of this one."""
        if self._is_whole and not self._order.force:
            self._shelf.demand_folder(self._order.corpus, is_empty=not here)
        return self._shelf.known(here if self._is_whole else here | names_in([self._order.corpus], self._order.corpus))

    def _look(self, papers: Sequence[Found], listing: Listing) -> tuple[list[str], list[Listed | Outcome]]:
        """The names of the papers for which nothing has to be done, and the others."""
        is_plain = self._is_whole and not (self._order.force or self._order.retry)
        unchanged: list[str] = []
        others: list[Listed | Outcome] = []
        for item in listing.papers(papers):
            if is_plain and isinstance(item, Listed) and self._is_unchanged(item):
                unchanged.append(item.file)
                continue
            others.append(item)
            if isinstance(item, Listed) and not self._is_known(item.file, item.fingerprint):
                self._helpers.warm_up()
        listing.end(others=not self._is_whole)
        return unchanged, others

    def _is_unchanged(self, item: Listed) -> bool:
        return self._shelf.holds_unchanged(item.file, item.fingerprint) and not self._quarantine.knows(item.file)

    def _is_known(self, file: str, fingerprint: str) -> bool:
        return self._shelf.knows(file, fingerprint) or self._quarantine.knows(file, fingerprint)

    def _settle_gone(self, known: Mapping[str, Known], slugs: Collection[str], here: set[str]) -> Iterator[Outcome]:
        """What becomes of papers whose files are gone; `slugs` are those that files which are here take."""
        absent = ((slug, paper) for slug, paper in known.items() if slug not in slugs and self._is_gone(paper.file, here))
        yield from self._shelf.settle_absent(absent)
        copies = (name for name in self._shelf.names.values() if name.relation != "itself" and not name.elsewhere)
        yield from self._shelf.forget_names(name.file for name in copies if self._is_gone(name.file, here))

    def _is_gone(self, file: str, files: set[str]) -> bool:
        """Whether a paper is no longer among the files, nor in a folder that is listed itself because nobody may look into it."""
        return not (file in files or self._order.leaves(file) or any(str(folder) in files for folder in PurePosixPath(file).parents))

    def _settle(
        self, to_do: list[tuple[str, Way]], paths: Mapping[str, Path], fingerprints: Mapping[str, str], held: Collection[str]
    ) -> Iterator[Outcome]:
        """What becomes of papers; `held` are the files that earlier runs took in."""
        misjudged: set[str] = set()
        for outcome in self._in_turn(to_do):
            told = _told(outcome, held)
            self._quarantine.settle(paths[told.file], told, fingerprints.get(told.file, ""))
            if told.why and told.why.code == Reason.CHANGED.code:
                misjudged |= {told.file, f"{told.file}{SIDECAR}"}
            yield told
        forget(self._remembered, misjudged)

    def _in_turn(self, to_do: list[tuple[str, Way]]) -> Iterator[Outcome]:
        """What comes of it: first where nothing is to be read."""
        last: list[tuple[str, Last]] = []
        for file, way in sorted(to_do, key=lambda each: self._helpers.turn(each[0])):
            found = way if isinstance(way, Outcome) else guarded(file, way)
            if isinstance(found, Outcome):
                yield found
            else:
                last.append((file, found))
        yield from (guarded(file, step) for file, step in last)


def _told(outcome: Outcome, held: Collection[str]) -> Outcome:
    keeps = outcome.kind == "not_read" and outcome.file in held
    return outcome._replace(text=f"{outcome.text}; the register keeps what it held") if keeps else outcome
