"""Reads a hostile paper through the one door, and looks what became of it and what is left behind."""

import os
import re
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from hostile.named import Fate
from pipeline.errors import ReadError
from pipeline.read import read_paper
from pipeline.read.limits import Limits


class Trial(NamedTuple):
    """What became of a paper: `told` are the reason, or the reading issues. `seconds` by the clock, and of processor time here."""

    fate: Fate
    told: tuple[str, ...]
    characters: int
    seconds: float
    here: float


def attempt(name: str, data: bytes, limits: Limits | None = None) -> Trial:
    """Reads the paper; raises whatever is not a ReadError, which would be a bug."""
    started, processor = time.perf_counter(), time.process_time()
    fate: Fate
    try:
        document = read_paper(data, name, limits)
        fate = "partly" if document.issues else "read"
        told, characters = tuple(f"{issue.where}: {issue.message}" for issue in document.issues), len(document.text)
    except ReadError as error:
        fate, told, characters = "refused", (str(error),), 0
    return Trial(fate, told, characters, time.perf_counter() - started, time.process_time() - processor)


class Traces(NamedTuple):
    """What a reading could leave behind: open files, processes below this one, files in the folder for temporary ones."""

    files: int
    processes: int
    temporary: frozenset[str]


def traces() -> Traces:
    """What there is now."""
    temporary = frozenset(path.name for path in Path(tempfile.gettempdir()).iterdir() if not path.name.startswith("pytest-of"))
    return Traces(len(list(Path("/proc/self/fd").iterdir())), len(_below(os.getpid())), temporary)


def _below(ancestor: int) -> set[int]:
    """The processes that descend from one, also those that have ended and that nobody has asked about."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            line = stat.read_text(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if match := re.match(r"(\d+) \(.*\) \S (\d+)", line, re.DOTALL):
            parents[int(match[1])] = int(match[2])
    found, grown = {ancestor}, True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found, grown = found | more, bool(more)
    return found - {ancestor}
