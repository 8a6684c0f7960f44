"""Being told to stop: the paper at work may end, but not for long."""

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

PATIENCE = 20  # seconds that the paper at work has left; after them it is undone, and read again when the watch is back


class StoppedError(BaseException):
    """The watch is to end. No Exception, so that it is not taken for trouble with a paper."""


class Stopping:
    """Listens to SIGTERM and SIGINT while entered; only in a process's main thread. `wake` is called at once when one comes."""

    def __init__(self) -> None:
        self.is_told = self._is_ending = False
        self.wake: Callable[[], None] = lambda: None
        self._before: dict[int, object] = {}

    def check(self) -> None:
        """Raises StoppedError when told to stop."""
        if self.is_told:
            self._end()

    def __enter__(self) -> Self:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
            self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        signal.alarm(0)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type] # what signal itself gave

    def _hear(self, number: int, frame: FrameType | None) -> None:
        """The first signal is a wish; the second, or time running out, an order."""
        if self._is_ending:
            return
        if self.is_told:
            self._end()
        self.is_told = True
        signal.alarm(PATIENCE)
        self.wake()

    def _end(self) -> None:
        self._is_ending = True
        raise StoppedError
