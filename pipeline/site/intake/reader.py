"""Has the papers read that clerks put in: one run at a time, in a process apart, whose events tell how it goes on.

That process is the very command that would be typed. So the site itself never writes to the register, a paper that fells its reader does
not fell the site, and a watch beside it does no harm: one waits for the other.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.errors import PipelineError

PATIENCE = 5.0  # seconds before another try where another run is at work

Event = Mapping[str, Any]
Read = Callable[[Sequence[str], bool], AsyncIterator[Event]]
"""Reads papers by recorded name, with the second argument also those that it could not read before; gives the events of the run."""


class BusyError(PipelineError):
    """Another run is at work on the register."""


class FailedError(PipelineError):
    """The run as a whole could not be done."""


class Progress(NamedTuple):
    """How far it is: of `of` papers that were asked for since all was done last, so many are `done`; `trouble` is what is in the way.

    `stamp` is another whenever anything has changed.
    """

    waiting: frozenset[str]
    reading: frozenset[str]
    done: int
    of: int
    joining: bool
    is_busy: bool
    trouble: str
    stamp: int


class Reader:
    """Papers that wait to be read, and those that are being read."""

    def __init__(self, read: Read, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._read, self._pause = read, pause
        self._asked: dict[str, bool] = {}
        self._taken: set[str] = set()
        self._reading: set[str] = set()
        self._joining = False
        self._done = self._of = self._stamp = 0
        self._trouble = ""
        self._task: asyncio.Task[None] | None = None

    def ask(self, files: Iterable[str], *, retry: bool = False) -> None:
        """Has papers read, when it is their turn; `retry` those too that could not be read before."""
        if self._task is None or self._task.done():
            self._done = self._of = 0
            self._task = None
        for file in files:
            self._of += file not in self._asked
            self._asked[file] = retry or self._asked.get(file, False)
        self._stamp += 1
        if self._asked and self._task is None:
            self._trouble = ""
            self._task = asyncio.get_running_loop().create_task(self._work())

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        waiting = frozenset(self._asked) | (self._taken - self._reading)
        is_busy = self._task is not None and not self._task.done()
        return Progress(waiting, frozenset(self._reading), self._done, self._of, self._joining, is_busy, self._trouble, self._stamp)

    async def finished(self) -> None:
        """Waits until nothing is left to do."""
        if self._task:
            await self._task

    async def _work(self) -> None:
        while self._asked:
            retry = next(iter(self._asked.values()))
            batch = [file for file, wanted in self._asked.items() if wanted == retry]
            for file in batch:
                del self._asked[file]
            self._taken = set(batch)
            try:
                async for event in self._read(batch, retry):
                    self._hear(event)
            except BusyError:
                self._trouble = "Another run is at work on the register; this one goes on after it."
                self._asked = dict.fromkeys(batch, retry) | self._asked
                self._taken = set()
                self._stamp += 1
                await self._pause(PATIENCE)
            except FailedError as error:
                self._trouble = str(error)
            finally:
                self._taken, self._reading, self._joining = set(), set(), False
                self._stamp += 1

    def _hear(self, event: Event) -> None:
        self._stamp += 1
        self._trouble = ""
        file = str(event.get("file", ""))
        if event["event"] == "reading":
            self._reading.add(file)
        elif event["event"] == "paper":
            self._done += file in self._taken
            self._taken.discard(file)
            self._reading.discard(file)
        self._joining = event["event"] == "joining"
