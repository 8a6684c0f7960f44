"""What worker processes do: they find the commitments in documents that others have read.

One process, the forker, imports spaCy, makes the extractor, and forks a worker whenever it is asked to, so that all share both; it
runs no thread, and ends, with all workers, when its door is closed.
"""

import os
import resource
import signal
import socket
import traceback
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from select import select
from typing import TYPE_CHECKING

import pipeline.checks  # noqa: F401 - derive_document does so on use, and then each worker would for itself
from pipeline.errors import RulebookError
from pipeline.ingest.boundary import guarded
from pipeline.ingest.derive import derive_document, make_extractor
from pipeline.ingest.rules import kept_rules
from pipeline.rulebook import Rulebook, load_rulebook

if TYPE_CHECKING:
    from pipeline.extract import Extractor

MEMORY = 4 * 2**30  # bytes of address space, much of which all workers share


def main(door_fd: int, rules: str, kept: str, digest: str) -> None:
    """Forks a worker for each connection that comes in at the door, and answers with its id; `rules` is their folder, and `kept` the file
    that may hold them as they were loaded.

    Rules of another digest than the one asked for have changed meanwhile: then there are no workers.
    """
    try:
        rulebook = kept_rules(digest, Path(kept)) or load_rulebook(Path(rules))
    except RulebookError:
        return  # who started this process reads the rules too, and says so
    if rulebook.digest != digest:
        return
    extractor = make_extractor(rulebook)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a worker ended
    with socket.socket(fileno=door_fd) as door:
        _compile_meanwhile(rulebook, door)
        if _serve(door, extractor):  # the first worker is often asked for one paper, and compiles for itself what that still lacks
            select([door], [], [])
            rulebook.compile_all()
            while _serve(door, extractor):
                pass
    os.killpg(0, signal.SIGKILL)


def _compile_meanwhile(rulebook: Rulebook, door: socket.socket) -> None:
    """Compiles patterns until somebody asks."""
    for rule in rulebook.rules:
        if select([door], [], [], 0)[0]:
            return
        rule.compile()


def _serve(door: socket.socket, extractor: "Extractor") -> bool:
    """Forks one worker; False when the door is closed."""
    asked, fds, _, _ = socket.recv_fds(door, 1, 1)
    if not asked:
        return False
    pid = os.fork()
    if not pid:
        door.close()
        _work(Connection(fds[0]), extractor)
    os.close(fds[0])
    door.sendall(str(pid).encode())
    return True


def _work(lane: Connection, extractor: "Extractor") -> None:
    """Serves until the lane is closed; never returns."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        while True:
            document, task = lane.recv()
            lane.send(guarded(task.file, partial(derive_document, document, task, extractor)))
    except (EOFError, OSError):
        pass  # nobody listens any more
    except BaseException:  # noqa: BLE001 - a worker must never return into the process that forks
        traceback.print_exc()
    finally:
        os._exit(0)
