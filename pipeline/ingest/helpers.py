"""Reads papers here, or in several helper processes at once."""

import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import cache, cached_property, partial
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.errors import ReadError
from pipeline.ingest.derive import Task, derive_task, make_extractor
from pipeline.ingest.rules import load_rules
from pipeline.model.paper import Paper
from pipeline.read import warm_up
from pipeline.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.extract import Extractor


class Helpers:
    """Turns tasks into papers by the rules in a folder, `jobs` at a time; with one job nothing leaves this process."""

    def __init__(self, jobs: int, rules: Path, rulebook: Rulebook) -> None:
        self._rules, self._rulebook = rules, rulebook
        self._pool = _processes(jobs) if jobs > 1 else None

    def start(self, task: Task) -> Callable[[], Paper]:
        """A function that waits for the paper, and raises what reading it raised."""
        if self._pool is None:
            warm_up(task.file)  # starts beside the import of spaCy
            return lambda: derive_task(task, self._extractor)
        return partial(_result, self._pool.submit(derive_there, task, self._rules), task, self._rules)

    @cached_property
    def _extractor(self) -> "Extractor":
        return make_extractor(self._rulebook)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _processes(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the progress bar runs a thread, and a fork copies its locks as they happen to stand.
    # Ctrl-C is for this process, which then ends the helpers; in them it would print a traceback each.
    return ProcessPoolExecutor(jobs, get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _result(future: Future[Paper], task: Task, rules: Path) -> Paper:
    """The future's paper. A helper that dies takes all waiting tasks with it, so each gets a second try, alone."""
    try:
        return future.result()
    except BrokenExecutor:
        pass
    try:
        with _processes(1) as alone:
            return alone.submit(derive_there, task, rules).result()
    except BrokenExecutor:
        raise ReadError("the process that read it was killed, perhaps because it needs more memory than there is") from None


def derive_there(task: Task, rules: Path) -> Paper:
    """The paper of a task, in a helper process."""
    return derive_task(task, _extractor_there(rules))


@cache
def _extractor_there(rules: Path) -> "Extractor":
    """The extractor of a helper process, made at its first paper; a helper lives for one run, and so do its rules."""
    return make_extractor(load_rules(rules))
