"""Processes that stand by: started when first wanted, kept for whoever wants them next, and ended with this program."""

import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

LONGEST = 1024  # bytes of an answer


class Attendant:
    """A running process of ours, which answers questions that come in at its door; usable from several threads.

    `code` is Python, with `{path}` for where modules lie, `{door}` for the number of its end of a socket, and what else `values` say;
    nobody waits here until it is ready.
    """

    def __init__(self, code: str, environment: dict[str, str] | None = None, **values: object) -> None:
        self._lock = threading.Lock()
        self._door, theirs = socket.socketpair()
        with theirs:
            # In a session of its own, so that Ctrl-C reaches this program alone, which then ends it with all that it has forked.
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", code.format(path=sys.path, door=theirs.fileno(), **values)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, **(environment or {})},
            )

    def ask(self, question: bytes, files: list[int]) -> bytes:
        """Its answer to a question that comes with open files. Raises ConnectionError where it has ended."""
        with self._lock:
            try:
                socket.send_fds(self._door, [question], files)
                if answer := self._door.recv(LONGEST):
                    return answer
            except OSError:
                pass
            except BaseException:
                self.close()  # interrupted between question and answer: no later answer could be trusted
                raise
        raise ConnectionError("the process that stood by has ended")

    def close(self) -> None:
        """Closes the door, upon which it ends by itself, and waits for that."""
        self._door.close()
        self._process.wait()

    def forget(self) -> None:
        """Lets go of a process that belongs to the program that this one was forked from."""
        self._door.close()
        self._process.returncode = 0


Terms = ParamSpec("Terms")
Kind = TypeVar("Kind", bound=Attendant)


class Standby(Generic[Terms, Kind]):
    """The one process of a kind, by the terms on which it was started; usable from several threads."""

    def __init__(self, start: Callable[Terms, Kind]) -> None:
        self._start = start
        self._starting = threading.RLock()
        self._kept: Kind | None = None
        self._terms: tuple[tuple[object, ...], dict[str, object]] = ((), {})
        atexit.register(self.end)
        os.register_at_fork(after_in_child=self._forget)

    def take(self, *terms: Terms.args, **named: Terms.kwargs) -> Kind:
        """The process on these terms, which is started where there is none, or one on others."""
        with self._starting:
            if self._kept is None or self._terms != (terms, named):
                self.end()
                self._kept, self._terms = self._start(*terms, **named), (terms, named)
            return self._kept

    def end(self, only: Kind | None = None) -> None:
        """Ends the process, if there is one; `only` that one, as another may have taken its place."""
        with self._starting:
            if self._kept is not None and only in (None, self._kept):
                self._kept.close()
                self._kept = None

    def _forget(self) -> None:
        self._starting = threading.RLock()  # some thread of the other program may have held the old one
        if self._kept is not None:
            self._kept.forget()
            self._kept = None
