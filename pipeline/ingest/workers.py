"""The worker processes of one run: hands them documents, replaces those that die, and ends them."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.errors import ReadError
from pipeline.ingest import forker
from pipeline.ingest.derive import Task
from pipeline.ingest.forker import Worker
from pipeline.ingest.outcome import Outcome
from pipeline.model.document import Document
from pipeline.model.paper import Paper
from pipeline.reasons import Reason

ATTEMPTS = 2  # at a paper of which a worker died: it may have been killed for want of memory, which there may be now
SECONDS, CHARACTERS_A_SECOND = 60.0, 2_000  # by the clock, for a paper and for its length; the slowest seen needs a tenth of it
RENEWED = 200  # papers, after which a fresh worker takes over: spaCy remembers every word it has met


class Workers:
    """Worker processes by the rules in a folder, which may be kept in a file, too; as many as there are threads that use them at once."""

    def __init__(self, rules: Path, kept: Path, digest: str) -> None:
        self._terms = rules, kept, digest
        self._lock = threading.Lock()
        self._idle: list[tuple[Worker, int]] = []
        self._busy: set[Worker] = set()
        self._is_closed = False

    def warm_up(self) -> None:
        """Starts what forks workers, and does not wait for it."""
        forker.warm_up(*self._terms)

    def extract(self, document: Document, task: Task) -> Paper | Outcome:
        """The paper of a document, with its flags, or why there is none.

        Raises ReadError where it takes too long, or where two workers died of it.
        """
        limit = SECONDS + len(document.text) / CHARACTERS_A_SECOND
        for _ in range(ATTEMPTS):
            worker, papers = self._take()
            try:
                worker.lane.send((document, task))
                if not worker.lane.poll(limit):
                    worker.end()
                    raise ReadError(Reason.SEARCH_SLOW.told(seconds=round(limit)))
                found: Paper | Outcome = worker.lane.recv()
                self._give_back(worker, papers + 1)
                return found
            except (EOFError, OSError):
                worker.lane.close()
            finally:
                self._busy.discard(worker)
        raise ReadError(Reason.SEARCH_KILLED.told())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Ends all workers; what forks them stays for the next run."""
        with self._lock:
            self._is_closed = True
            for worker in list(self._busy):
                worker.end()
            for worker, _ in self._idle:
                worker.lane.close()

    def _take(self) -> tuple[Worker, int]:
        """A worker that has nothing to do, and how many papers it has had."""
        with self._lock:
            if self._is_closed:
                raise ReadError(Reason.SEARCH_KILLED.told())
            worker, papers = self._idle.pop() if self._idle else (self._fork(), 0)
            self._busy.add(worker)
        return worker, papers

    def _fork(self) -> Worker:
        """A new worker. Raises ReadError where the forker dies time and again."""
        for _ in range(ATTEMPTS):
            server = forker.warm_up(*self._terms)
            try:
                return server.fork()
            except ConnectionError:
                forker.close(server)
        raise ReadError(Reason.SEARCH_KILLED.told())

    def _give_back(self, worker: Worker, papers: int) -> None:
        if papers >= RENEWED:
            worker.lane.close()  # it ends by itself
        else:
            self._idle.append((worker, papers))
