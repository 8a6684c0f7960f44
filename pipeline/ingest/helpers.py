"""Reads papers one by one, or several at once: large ones first, so that at the end nobody is alone with one."""

from collections.abc import Callable
from functools import cached_property, partial
from multiprocessing.pool import AsyncResult, ThreadPool
from threading import Semaphore
from types import TracebackType
from typing import Self

from pipeline.errors import ReadError
from pipeline.ingest.derive import Task, read_task
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.workers import Workers
from pipeline.model.document import Document
from pipeline.model.paper import Paper
from pipeline.read import warm_up
from pipeline.reasons import reason_of

AHEAD = 8  # papers for each job that may wait in memory for their turn


class Helpers:
    """Turns tasks into papers, so many at a time: one thread for each has the paper read, and its commitments found, in processes apart.

    `began` hears of each paper as it is begun, from whatever thread; what it raises keeps the paper from being read.
    """

    def __init__(self, workers: Workers, jobs: int, began: Callable[[Task], None]) -> None:
        self._workers, self._began = workers, began
        self._tasks: dict[str, Task] = {}
        self._threads = ThreadPool(jobs) if jobs > 1 else None  # of daemons: to end them is not to wait for them
        self._room = Semaphore(jobs * AHEAD)

    def warm_up(self) -> None:
        """Starts what there is need of as soon as a paper is to be read, and does not wait for it."""
        self._workers.warm_up()

    def start(self, task: Task) -> Callable[[], Paper | Outcome]:
        """A function that waits for the paper, or why there is none, and raises what reading it raised.

        It is called when all tasks have been given, and for one task after the other as `turn` says.
        """
        if not self._tasks:
            self.warm_up()
        warm_up(task.file)
        self._tasks[task.file] = task
        return partial(self._wait, task)

    @property
    def number(self) -> int:
        """How many tasks there are."""
        return len(self._tasks)

    @property
    def size(self) -> int:
        """The bytes of all tasks."""
        return sum(task.size for task in self._tasks.values())

    def size_of(self, file: str) -> int:
        """The bytes of a paper that is a task, 0 of any other."""
        return self._tasks[file].size if file in self._tasks else 0

    def turn(self, file: str) -> tuple[int, int, str]:
        """What sorts papers by when it is their turn: first those without a task, then those that are not new, and the largest first.

        So the one of two papers with the same words that has an address keeps it.
        """
        task = self._tasks.get(file)
        return (1 + task.is_new, -task.size, file) if task else (0, 0, file)

    def _wait(self, task: Task) -> Paper | Outcome:
        if self._threads is None:
            return self._derive(task)
        try:
            return self._results.pop(task).get()
        finally:
            self._room.release()

    def _derive(self, task: Task) -> Paper | Outcome:
        self._began(task)
        return self._workers.extract(_read(task), task)

    def _derive_ahead(self, task: Task) -> Paper | Outcome:
        self._room.acquire()
        return self._derive(task)

    @cached_property
    def _results(self) -> dict[Task, AsyncResult[Paper | Outcome]]:
        """What becomes of the tasks."""
        assert self._threads
        in_turn = sorted(self._tasks.values(), key=lambda task: self.turn(task.file))
        return {task: self._threads.apply_async(self._derive_ahead, (task,)) for task in in_turn}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._threads:
            self._threads.terminate()


def _read(task: Task) -> Document:
    """The document of a task; tried once more, in a fresh process, where the first died of it."""
    try:
        return read_task(task)
    except ReadError as error:
        if reason_of(error.why.code).value.stays != "process":
            raise
    return read_task(task)
