"""One ingestion at a time in a folder of outputs."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import RegisterError


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keeps others out of the folder. The lock is the system's: it leaves no file, and ends with the process, however that ends.

    Raises RegisterError while another holds it. Where the file system knows no locks, nobody is kept out.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RegisterError(f"{folder}: Another ingest is at work on it: try again when it is done.") from None
        except OSError:
            pass
        yield
    finally:
        os.close(handle)
