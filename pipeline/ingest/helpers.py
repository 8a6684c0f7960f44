"""Reads papers one by one in this process, or several at once with the help of others."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cached_property, partial
from multiprocessing.pool import AsyncResult, ThreadPool
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.ingest.derive import Task, derive_document, make_extractor, read_task
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.workers import Workers
from pipeline.model.paper import Paper
from pipeline.read import warm_up
from pipeline.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.extract import Extractor

GROUP = 16  # papers that may overtake one another: what is read waits in memory for its turn


class Helpers:
    """Turns tasks into papers, `jobs` at a time: a thread for each has it read, as always in a process apart, and then hands the
    document to a worker process. With one job, or one task, this process does the work of the worker."""

    def __init__(self, jobs: int, rulebook: Rulebook) -> None:
        self._jobs, self._rulebook = jobs, rulebook
        self._tasks: list[Task] = []
        self._ends = ExitStack()

    def start(self, task: Task) -> Callable[[], Paper | Outcome]:
        """A function that waits for the paper, or why there is none, and raises what reading it raised.

        It is called when all tasks have been given.
        """
        warm_up(task.file)  # starts beside the import of spaCy
        self._tasks.append(task)
        return partial(self._wait, task)

    def _wait(self, task: Task) -> Paper | Outcome:
        if min(self._jobs, len(self._tasks)) > 1:
            return self._results.pop(task).get()
        return derive_document(read_task(task), task, self._extractor)

    @cached_property
    def _extractor(self) -> "Extractor":
        return make_extractor(self._rulebook)

    @cached_property
    def _results(self) -> dict[Task, AsyncResult[Paper | Outcome]]:
        """What becomes of the tasks."""
        jobs = min(self._jobs, len(self._tasks))
        workers = self._ends.enter_context(Workers(jobs, self._rulebook))
        threads = self._ends.enter_context(ThreadPool(jobs))  # of daemons: to end them is not to wait for them
        return {task: threads.apply_async(_derive, (task, workers)) for task in large_first(self._tasks)}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ends.__exit__(kind, error, trace)


def large_first(tasks: list[Task]) -> Iterator[Task]:
    """The tasks in groups as they come, and by size within each, so that at the end no thread is alone with a large one."""
    for start in range(0, len(tasks), GROUP):
        yield from sorted(tasks[start : start + GROUP], key=lambda task: -task.size)


def _derive(task: Task, workers: Workers) -> Paper | Outcome:
    return workers.extract(read_task(task), task)
