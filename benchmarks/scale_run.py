"""One run of a command, measured: seconds by the clock and of processor time, and the memory of all its processes together."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.5
"""Seconds between two looks at the memory."""


class Cost(NamedTuple):
    """What a run cost: `clock` and `processor` in seconds, `peak` in megabytes, shared pages counted once; its exit code."""

    clock: float
    processor: float
    peak: float
    code: int


def run(command: Sequence[str | Path]) -> Cost:
    """Runs the command; its words are thrown away."""
    before, started = _spent(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watch = _Watch(process.pid)
    watch.start()
    code = process.wait()
    clock = time.perf_counter() - started
    watch.is_over.set()
    watch.join()
    return Cost(clock, _spent() - before, watch.peak, code)


class _Watch(threading.Thread):
    """Looks at a process and all below it until it is over."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.is_over = pid, 0.0, threading.Event()

    def run(self) -> None:
        while not self.is_over.wait(PAUSE):
            self.peak = max(self.peak, sum(map(_megabytes, _family(self.pid))))


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [pid, *(member for text in lists for child in text.split() for member in _family(int(child)))]


def _megabytes(pid: int) -> float:
    """A process's share of memory; 0 for one that is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _spent() -> float:
    """Seconds of processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def load() -> float:
    """How many other processes wanted a processor in the last minute."""
    return os.getloadavg()[0]
