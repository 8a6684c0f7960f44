"""Chooses between waiting for events and looking every so often, and changes over when events fail or come back."""

from pathlib import Path

from pipeline.watch.events import Events
from pipeline.watch.folder import Folder
from pipeline.watch.settling import State

POLL = 10.0  # seconds between looks where no events tell
LOOK = 60.0  # the same where they do: one may be lost
GLANCE = 5.0  # seconds between glances at whether it still is the same folder
FIRST = 1.0  # the same once, when listening has just begun: something may have come before it did


class Hearing:
    """Waits as is fit for the folder. `poll` has it looked at so often, in seconds, whatever events there are; None has this choose."""

    def __init__(self, folder: Folder, rules: Path, poll: float | None, events: Events) -> None:
        self._folder, self._rules, self._poll, self._events = folder, rules, poll, events
        self._heard: State = ()
        self._waited = 0

    def begin(self) -> None:
        """Listens from now on."""
        self._follow()

    def wait(self, seconds: float) -> None:
        """Returns when something stirs, or after so many seconds at the longest."""
        left = max(0.0, min(seconds, FIRST if self._follow() else self.longest))
        while not self._events.wait(min(left, GLANCE)) and left > GLANCE and self._is_same():
            left -= GLANCE

    @property
    def longest(self) -> float:
        """Seconds between looks."""
        if self._poll is not None:
            return self._poll
        return POLL if self._folder.is_remote or self._events.trouble else LOOK

    @property
    def words(self) -> str:
        """How changes are noticed, for a person."""
        if self._poll is not None:
            return f"looks every {self._poll:g} s"
        if self._folder.is_remote:
            return f"looks every {POLL:g} s, because a network share does not tell of changes"
        if self._events.trouble:
            return f"looks every {POLL:g} s, because the system does not tell of changes ({self._events.trouble})"
        return f"is told of changes, and looks every {LOOK:g} s"

    def _is_same(self) -> bool:
        """Whether the folder is the one that is listened to: what is mounted over it, or no longer, sends no events."""
        return self._poll is not None or self._folder.is_remote or self._folder.identity() == self._heard

    def _follow(self) -> bool:
        """Listens where that is of use, and begins anew where another folder bears the name, or after trouble."""
        if self._poll is not None or self._folder.is_remote:
            return False
        identity = self._folder.identity()
        is_same = identity == self._heard
        self._waited = self._waited + 1 if is_same else 0
        if not identity or (is_same and not (self._events.trouble and self._waited % (LOOK // POLL) == 0)):
            return False
        self._heard = identity
        self._events.listen((self._folder.corpus, self._rules))
        return True
