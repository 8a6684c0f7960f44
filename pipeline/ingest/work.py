"""What worker processes do: they find the commitments in documents that others have read.

One process imports spaCy, makes the extractor, and forks the others, so that they share both; it runs no thread.
"""

import os
import pickle
import sys
import traceback
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import pipeline.checks  # noqa: F401 - derive_document does so on use, and then each worker would for itself
from pipeline.ingest.boundary import guarded
from pipeline.ingest.derive import derive_document, make_extractor

if TYPE_CHECKING:
    from pipeline.extract import Extractor


def main(lane_fds: list[int]) -> None:
    """Forks a worker for each lane, a connection over which its work comes; the rulebook comes over the standard input, pickled."""
    lanes = [Connection(fd) for fd in lane_fds]
    extractor = make_extractor(pickle.load(sys.stdin.buffer))
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
