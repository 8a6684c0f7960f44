"""Whether a file is still being written, as far as the system tells: where it does not, only time can show."""

import fcntl
import os
import signal
from errno import EAGAIN
from pathlib import Path


def is_being_written(path: Path) -> bool:
    """Whether some program of this machine has the file open for writing.

    Linux lends a reading lease on a file to its owner and to root, but not while anybody writes. False where it will not say:
    elsewhere, on most network shares, and about the files of others.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        # Who opens it in this very moment makes the system send a signal, whose default would end this process.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == EAGAIN
    finally:
        os.close(handle)
    return False
