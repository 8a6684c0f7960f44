"""What worker processes do: they find the commitments in documents that others have read.

One process imports spaCy, makes the extractor, and forks the others, so that they share both; it runs no thread.
"""

import os
import traceback
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import pipeline.checks  # noqa: F401 - derive_document does so on use, and then each worker would for itself
from pipeline.errors import RulebookError
from pipeline.ingest.boundary import guarded
from pipeline.ingest.derive import derive_document, make_extractor
from pipeline.rulebook import load_rulebook

if TYPE_CHECKING:
    from pipeline.extract import Extractor


def main(lane_fds: list[int], rules: str) -> None:
    """Forks a worker for each lane, a connection over which its work comes; `rules` is their folder."""
    lanes = [Connection(fd) for fd in lane_fds]
    try:
        extractor = make_extractor(load_rulebook(Path(rules)))
    except RulebookError:
        return  # who started this process reads the rules too, and says so
    while lanes:
        lane = lanes.pop()
        if not os.fork():
            for other in lanes:
                other.close()  # else nobody would notice when its worker ends
            _work(lane, extractor)
        lane.close()
    with suppress(ChildProcessError):
        while os.wait():
            pass


def _work(lane: Connection, extractor: "Extractor") -> None:
    """Serves until the lane is closed; never returns."""
    try:
        while True:
            document, task = lane.recv()
            lane.send(guarded(task.file, partial(derive_document, document, task, extractor)))
    except (EOFError, OSError):
        pass  # nobody listens any more
    except BaseException:  # noqa: BLE001 - a worker must never return into the process that forks
        traceback.print_exc()
    finally:
        os._exit(0)
