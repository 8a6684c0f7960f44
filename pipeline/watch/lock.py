"""One watch at a time over a register."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import RegisterError


@contextmanager
def only_watch(out: Path) -> Iterator[None]:
    """Keeps a second watch from the outputs. The lock is the system's and ends with the process; the file that it is on is none, and stays.

    Raises RegisterError while another watch holds it, and OSError.
    """
    handle = os.open(out / "watch.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = os.pread(handle, 20, 0).decode(errors="replace").strip()
            raise RegisterError(f"{out}: Another watch is at work on it, process {who}. One is enough; end that one first.") from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)
