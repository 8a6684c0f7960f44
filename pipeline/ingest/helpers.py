"""Reads papers one by one in this process, or several at once with the help of others."""

from collections.abc import Callable, Iterator
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

GROUP = 8  # papers that may overtake one another: what is read waits in memory for its turn


class Helpers:
    """Turns tasks into papers, one by one in this process, or as many at a time as there are worker processes: a thread has each
    paper read, as always in a process apart, and hands the document to a worker."""

    def __init__(self, rulebook: Rulebook, workers: Workers | None) -> None:
        self._rulebook, self._workers = rulebook, workers
        self._tasks: list[Task] = []
        self._threads = ThreadPool(workers.number) if workers else None  # of daemons: to end them is not to wait for them

    def start(self, task: Task) -> Callable[[], Paper | Outcome]:
        """A function that waits for the paper, or why there is none, and raises what reading it raised.

        It is called when all tasks have been given.
        """
        warm_up(task.file)  # starts beside the import of spaCy
        self._tasks.append(task)
        return partial(self._wait, task)

    def _wait(self, task: Task) -> Paper | Outcome:
        if self._workers is None:
            return derive_document(read_task(task), task, self._extractor)
        return self._results.pop(task).get()

    @cached_property
    def _extractor(self) -> "Extractor":
        return make_extractor(self._rulebook)

    @cached_property
    def _results(self) -> dict[Task, AsyncResult[Paper | Outcome]]:
        """What becomes of the tasks."""
        assert self._threads and self._workers
        workers = self._workers
        return {
            task: self._threads.apply_async(lambda task: workers.extract(read_task(task), task), (task,))
            for task in large_first(self._tasks)
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._threads:
            self._threads.terminate()


def large_first(tasks: list[Task]) -> Iterator[Task]:
    """The tasks in groups as they come, and by size within each, so that at the end no thread is alone with a large one."""
    for start in range(0, len(tasks), GROUP):
        yield from sorted(tasks[start : start + GROUP], key=lambda task: -task.size)
