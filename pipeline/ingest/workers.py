"""Worker processes as seen from outside: starts them, hands them documents, and ends them."""

import os
import signal
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from pipeline.errors import ReadError
from pipeline.ingest.derive import Task
from pipeline.ingest.outcome import Outcome
from pipeline.model.document import Document
from pipeline.model.paper import Paper
from pipeline.reasons import Reason

START = "import sys; sys.path[:] = {path!r}; from pipeline.ingest.work import main; main({lanes!r}, {rules!r})"
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # numpy would start others, which a fork does not copy


class Workers:
    """So many worker processes by the rules in a folder, usable from as many threads.

    They take a second to start, which nobody waits for before the first paper.
    """

    def __init__(self, number: int, rules: Path) -> None:
        self.number, self._rules = number, rules
        self._lanes: SimpleQueue[Connection] = SimpleQueue()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._is_used = self._is_closed = False
        self._start(number)

    def extract(self, document: Document, task: Task) -> Paper | Outcome:
        """The paper of a document, with its flags, or why there is none. Raises ReadError where the worker died of it."""
        self._is_used = True
        lane = self._lanes.get()
        try:
            lane.send((document, task))
            found: Paper | Outcome = lane.recv()
        except (EOFError, OSError):
            lane.close()
            if not self._is_closed:
                self._start(1)
            raise ReadError(Reason.SEARCH_KILLED.told()) from None
        self._lanes.put(lane)
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Ends all workers: at once after an error, or where there was no work, and else by leaving them without."""
        self._is_closed = True
        while not self._lanes.empty():
            self._lanes.get().close()
        for process in self._processes:
            if error is not None or not self._is_used:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, number: int) -> None:
        pairs = [Pipe() for _ in range(number)]
        theirs = [end.fileno() for _, end in pairs]
        # In a session of its own, so that Ctrl-C reaches this process alone, and all workers can be ended at once.
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", START.format(path=sys.path, lanes=theirs, rules=str(self._rules))],
            pass_fds=theirs,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **ONE_THREAD},
        )
        self._processes.append(process)
        for ours, end in pairs:
            end.close()
            self._lanes.put(ours)
