"""One tool at work on one file of texts, in a process of its own: what `duplicates_ours.py` and `duplicates_peers.py` share.

    python duplicates_ours.py TEXTS PAIRS NAME

TEXTS holds a text a line. Written to PAIRS is a line for each two alike texts: their places from 0, and their likeness from 0 to 100.
Printed are, as JSON, the seconds by the clock and of processor time from the texts to the pairs, the peak memory in megabytes, and the
load of the machine before.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

Pair = tuple[int, int, float]
Tool = Callable[[Sequence[str]], Iterator[Pair]]


def run(tools: Mapping[str, Tool]) -> None:
    """Does what the arguments say, by the tool of that name."""
    source, result, name = sys.argv[1:]
    texts = Path(source).read_text(encoding="utf-8").split("\n")
    load, clock, spent = os.getloadavg()[0], time.perf_counter(), time.process_time()
    pairs = list(tools[name](texts))
    seconds = {"clock": time.perf_counter() - clock, "processor": time.process_time() - spent}
    Path(result).write_text("".join(f"{one} {other} {likeness:.1f}\n" for one, other, likeness in pairs), encoding="ascii")
    print(json.dumps(seconds | {"megabytes": peak(), "load": load}))


def peak() -> float:
    """Megabytes that this process has held at most."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells counts from what the parent held
        return next(int(line.split()[1]) / 1024 for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
