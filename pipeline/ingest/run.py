"""One ingestion: reads what is new or changed, and brings `extracted/` and the register up to date."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pipeline
from pipeline.errors import ReadError
from pipeline.ingest.boundary import guarded
from pipeline.ingest.derive import Task
from pipeline.ingest.fingerprint import fingerprint
from pipeline.ingest.helpers import Helpers
from pipeline.ingest.outcome import Outcome, of_paper
from pipeline.ingest.papers import Found, find_papers, paper_digest
from pipeline.ingest.places import Arrival, Place, share_out
from pipeline.ingest.rules import load_rules
from pipeline.ingest.shelf import Shelf
from pipeline.ingest.sidecar import parse_sidecar, sidecar_bytes
from pipeline.ingest.workers import Workers
from pipeline.model.paper import Paper, Sidecar
from pipeline.reasons import Reason
from pipeline.register import Register, RunRow
from pipeline.rulebook import Rulebook


class Order(NamedTuple):
    """What is asked of a run: all papers of `corpus`, or those at `paths` instead; `force` reads unchanged ones too.

    Files that `leaves` names stay as the register knows them, whether they are there or not.
    """

    paths: tuple[Path, ...]
    corpus: Path
    out: Path
    rules: Path
    force: bool = False
    jobs: int = 1
    leaves: Callable[[str], bool] = lambda _: False


class _Listed(NamedTuple):
    """A paper that lies there and can be opened."""

    path: Path
    file: str
    size: int
    sha256: str
    sidecar: Sidecar
    fingerprint: str


def ingest(order: Order, today: date, now: Callable[[], datetime], report: Callable[[Outcome, int], None]) -> list[Outcome]:
    """What became of each paper, sorted by name; `report` hears each at once, with the number of all papers.

    Trouble with one paper is its outcome. Raises RulebookError, RegisterError or OSError when the run as a whole cannot be done.
    """
    started, outcomes = now(), []
    with ExitStack() as ends:
        # The workers first: they start beside the search for what is new.
        workers = ends.enter_context(Workers(order.jobs, order.rules)) if order.jobs > 1 else None
        rulebook = load_rules(order.rules)
        paths = [found for found in find_papers(order.paths, order.corpus) if not order.leaves(found.file)]
        order.out.mkdir(parents=True, exist_ok=True)
        register = ends.enter_context(Register(order.out / "register.db"))
        helpers = ends.enter_context(Helpers(rulebook, workers))
        for outcome in _Run(order, Shelf(order.out, register, now), rulebook, helpers).outcomes(paths):
            report(outcome, len(paths))
            outcomes.append(outcome)
        register.finish(today.isoformat(), _run_row(outcomes, started, now(), rulebook.digest))
    return outcomes


class _Run:
    """The steps of one ingestion, and what they share."""

    def __init__(self, order: Order, shelf: Shelf, rulebook: Rulebook, helpers: Helpers) -> None:
        self.order, self.shelf, self.rulebook, self.helpers = order, shelf, rulebook, helpers
        self.fingerprints: dict[str, str] = {}
        self.known = shelf.known(
            {path if path.is_dir() else path.parent for path in (order.corpus, *order.paths) if path.exists()}, order.corpus
        )

    def outcomes(self, paths: list[Found]) -> Iterator[Outcome]:
        """What becomes of the papers, in their order; at the end, of those whose files are gone."""
        listed = self._list_all(paths)
        self.fingerprints = {item.file: item.fingerprint for _, item in listed if isinstance(item, _Listed)}
        places = share_out([Arrival(item.file, item.sha256) for _, item in listed if isinstance(item, _Listed)], self.known)
        yield from self._settle(listed, places)
        if not self.order.paths:
            files, slugs = {file for file, _ in listed}, {place.slug for place in places.values()}
            absent = [(slug, paper) for slug, paper in self.known.items() if slug not in slugs and self._is_gone(paper.file, files)]
            yield from self.shelf.settle_absent(absent)

    def _is_gone(self, file: str, files: set[str]) -> bool:
        """Whether a paper is no longer among the files, nor in a folder that is listed itself because nobody may look into it."""
        return not (file in files or self.order.leaves(file) or any(str(folder) in files for folder in PurePosixPath(file).parents))

    def _list_all(self, paths: list[Found]) -> list[tuple[str, _Listed | Outcome]]:
        seen: set[str] = set()
        items = []
        for path, file in paths:
            items.append((file, guarded(file, partial(self._list, path, file, file in seen))))
            seen.add(file)
        return items

    def _list(self, path: Path, file: str, is_second: bool) -> _Listed:
        """The paper at the path. Raises ReadError or OSError when it cannot be opened, or its sidecar is wrong."""
        if is_second:
            raise ReadError(Reason.SAME_NAME.told())
        size, sha256, beside = path.stat().st_size, paper_digest(path), sidecar_bytes(path)
        return _Listed(path, file, size, sha256, parse_sidecar(beside), fingerprint(file, sha256, beside, self.rulebook.digest))

    def _settle(self, listed: list[tuple[str, _Listed | Outcome]], places: dict[str, Place]) -> Iterator[Outcome]:
        held = {paper.file for paper in self.known.values()}
        steps = [(file, self._step(item, places[file]) if isinstance(item, _Listed) else item) for file, item in listed]
        for file, step in steps:
            outcome = step if isinstance(step, Outcome) else guarded(file, step)
            keeps = outcome.kind == "not_read" and file in held
            yield outcome._replace(text=f"{outcome.text}; the register keeps what it held") if keeps else outcome

    def _step(self, item: _Listed, place: Place) -> Callable[[], Outcome]:
        """What remains to be done for a paper."""
        if place.same_as is not None or place.slug is None:
            return partial(self._same, item, place)
        if not self.order.force and self.shelf.holds(place.slug, item.fingerprint):
            return partial(Outcome, item.file, "unchanged", "unchanged")
        if not self.order.force and (original := self._copied(item)):
            return partial(Outcome, item.file, "same_as", f"same text as {original}")
        task = Task(item.path, item.file, place.slug, item.size, item.sha256, item.sidecar)
        return partial(self._record, item, place, self.helpers.start(task))

    def _same(self, item: _Listed, place: Place) -> Outcome:
        if place.slug is not None:
            self.shelf.drop(place.slug)
        return Outcome(item.file, "same_as", f"same as {place.same_as}")

    def _copied(self, item: _Listed) -> str | None:
        """The file of the paper whose words it was found to hold, if neither has changed since."""
        row = self.shelf.copied(item.file, item.fingerprint)
        return row.file if row and self.fingerprints.get(row.file, row.fingerprint) == row.fingerprint else None

    def _record(self, item: _Listed, place: Place, wait: Callable[[], Paper | Outcome]) -> Outcome:
        paper = wait()
        if isinstance(paper, Outcome):
            return paper
        if original := self.shelf.twin(paper):
            self.shelf.put_aside(paper, item.fingerprint)
            return Outcome(item.file, "same_as", f"same text as {original}")
        self.shelf.put(paper, item.fingerprint)
        return of_paper(paper, place.note)


def _run_row(outcomes: list[Outcome], started: datetime, finished: datetime, rules_digest: str) -> RunRow:
    kinds = [outcome.kind for outcome in outcomes]
    return RunRow(
        started=started.isoformat(timespec="seconds"),
        finished=finished.isoformat(timespec="seconds"),
        read=kinds.count("read"),
        unchanged=kinds.count("unchanged"),
        same_as=kinds.count("same_as"),
        nothing_found=kinds.count("nothing_found"),
        not_read=kinds.count("not_read"),
        version=pipeline.__version__,
        rules=rules_digest,
    )
