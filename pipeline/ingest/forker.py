"""The process that forks workers, as seen from outside. There is one at a time; it outlives a run, as the next may need it again."""

import os
import signal
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from pipeline.standby import Attendant, Standby

START = "import sys; sys.path[:] = {path!r}; from pipeline.ingest.work import main; main({door}, {rules!r}, {kept!r}, {digest!r})"
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # numpy would start others, which a fork does not copy


class Worker(NamedTuple):
    """A worker process, and the connection over which its work goes."""

    pid: int
    lane: Connection

    def end(self) -> None:
        """Ends it at once, whatever it does. Not for one that has ended: its number may be another's by now."""
        self.lane.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Forker(Attendant):
    """A running forker by the rules in a folder, whose digest is known, and which may be kept in a file. It takes a second until it
    answers."""

    def __init__(self, start: str, rules: Path, kept: Path, digest: str) -> None:
        super().__init__(start, ONE_THREAD, rules=str(rules), kept=str(kept), digest=digest)

    def fork(self) -> Worker:
        """A new worker. Raises ConnectionError where the forker has died."""
        ours, theirs = Pipe()
        try:
            with theirs:
                return Worker(int(self.ask(b"f", [theirs.fileno()])), ours)
        except ConnectionError:
            ours.close()
            raise

    def close(self) -> None:
        """Ends it at once, and all workers."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        super().close()


_standby = Standby(Forker)


def warm_up(rules: Path, kept: Path, digest: str) -> Forker:
    """The forker by these rules, which is started where there is none, or one by others; nobody waits for it here."""
    return _standby.take(START, rules, kept, digest)


def close(dead: Forker | None = None) -> None:
    """Ends the forker, if there is one; with `dead`, only if it is still that one."""
    _standby.end(dead)
