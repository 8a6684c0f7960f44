"""The process that forks workers, as seen from outside. There is one at a time; it outlives a run, as the next may need it again."""

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

START = "import sys; sys.path[:] = {path!r}; from pipeline.ingest.work import main; main({door}, {rules!r}, {digest!r})"
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # numpy would start others, which a fork does not copy
LONGEST = 32  # bytes of an answer, the digits of a process id


class Worker(NamedTuple):
    """A worker process, and the connection over which its work goes."""

    pid: int
    lane: Connection

    def end(self) -> None:
        """Ends it at once, whatever it does. Not for one that has ended: its number may be another's by now."""
        self.lane.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Forker:
    """A running forker by the rules in a folder, whose digest is known; usable from several threads.

    It takes a second to start, which nobody waits for before the first worker.
    """

    def __init__(self, rules: Path, digest: str) -> None:
        self.key = (START, rules, digest)
        self._lock = threading.Lock()
        self._door, theirs = socket.socketpair()
        with theirs:
            code = START.format(path=sys.path, door=theirs.fileno(), rules=str(rules), digest=digest)
            # In a session of its own, so that Ctrl-C reaches this process alone, and all workers can be ended at once.
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", code],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, **ONE_THREAD},
            )

    def fork(self) -> Worker:
        """A new worker. Raises ConnectionError where the forker has died."""
        ours, theirs = Pipe()
        with theirs, self._lock:
            try:
                socket.send_fds(self._door, [b"f"], [theirs.fileno()])
                answer = self._door.recv(LONGEST)
            except OSError:
                answer = b""
        if not answer:
            ours.close()
            raise ConnectionError("the process that forks workers has ended")
        return Worker(int(answer), ours)

    def close(self) -> None:
        """Ends it at once, and all workers."""
        self._door.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def forget(self) -> None:
        """Lets go of a forker that belongs to the process that this one was forked from."""
        self._door.close()
        self._process.returncode = 0


_forker: Forker | None = None
_starting = threading.RLock()


def warm_up(rules: Path, digest: str) -> Forker:
    """The forker by these rules, which is started where there is none, or one by others; nobody waits for it here."""
    global _forker
    with _starting:
        if _forker is not None and _forker.key != (START, rules, digest):
            close()
        if _forker is None:
            _forker = Forker(rules, digest)
        return _forker


def restart(dead: Forker) -> Forker:
    """A new forker instead of one that has died."""
    with _starting:
        if _forker is dead:
            close()
        return warm_up(*dead.key[1:])


def close() -> None:
    """Ends the forker, if there is one."""
    global _forker
    if _forker is not None:
        _forker.close()
        _forker = None


def _forget() -> None:
    global _forker, _starting
    _starting = threading.RLock()  # some thread of the other process may have held the old one
    if _forker is not None:
        _forker.forget()
        _forker = None


atexit.register(close)
os.register_at_fork(after_in_child=_forget)
