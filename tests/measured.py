"""How much work something is: seconds of processor time, which other work beside does not lengthen."""

import gc
import time
from collections.abc import Callable

TRIES = 3


def seconds(work: Callable[[], object]) -> float:
    """What it takes, without the search for garbage: that goes through all that other tests have left in memory."""
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def is_done_within(limit: float, work: Callable[[], object]) -> bool:
    """Whether it takes less than `limit` seconds. What took longer is tried again: a machine that stands still for a moment is counted as
    work of whoever was at work."""
    return any(seconds(work) < limit for _ in range(TRIES))
