"""Waits until something stirs in folders. Events only say that it is time to look: one that is lost costs a while, never a paper.

The library is watchfiles, which paperless-ngx has come to as well: it watches whole trees in Rust, gathers bursts of events into one
without a word of Python, and ends when told to. watchdog runs Python for every event, and starts a thread a tree that must be tended.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import watchfiles

Source = Callable[[tuple[Path, ...], threading.Event], Iterator[Any]]
GATHER = 800  # milliseconds; so long events gather, that a burst of them costs one look


class Events:
    """Listens in folders from `listen` on, in a thread of its own. `trouble` says why it cannot, None while it can."""

    def __init__(self, source: Source | None = None) -> None:
        self._source = source or _stirrings
        self._end = threading.Event()
        self.stirred = threading.Event()
        self.trouble: str | None = "not listening"

    def listen(self, folders: tuple[Path, ...]) -> None:
        """Starts over, in these folders."""
        self.close()
        self._end, self.trouble = threading.Event(), None
        threading.Thread(target=self._run, args=(folders, self._end), daemon=True, name="events").start()

    def wait(self, seconds: float) -> bool:
        """Whether something has stirred since the last time, or does within so many seconds."""
        has_stirred = self.stirred.wait(seconds)
        self.stirred.clear()
        return has_stirred

    def close(self) -> None:
        """Stops listening."""
        self._end.set()

    def _run(self, folders: tuple[Path, ...], end: threading.Event) -> None:
        try:
            for _ in self._source(folders, end):
                self.stirred.set()
        except (OSError, RuntimeError) as error:  # what the library raises where a folder is gone, or the system's watches are used up
            if not end.is_set():
                self.trouble = str(error)
                self.stirred.set()


def _stirrings(folders: tuple[Path, ...], end: threading.Event) -> Iterator[Any]:
    return watchfiles.watch(
        *folders,
        watch_filter=None,
        debounce=GATHER,
        step=100,
        stop_event=end,
        rust_timeout=1000,
        raise_interrupt=False,
        force_polling=False,
    )
