"""Files that are there whole or not at all, at whatever moment the process or the machine stops."""

import os
from pathlib import Path

HALF = ".half"
"""How the name of a file ends until it is whole."""


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Writes a file in one step, so that nobody ever reads half of it; an equal one is left alone.

    `lasting` waits until the disk has it. Raises OSError, and then the file is as it was.
    """
    if path.is_file() and path.read_bytes() == data:
        return
    half = path.with_name(f".{path.name}{HALF}")
    try:
        with half.open("wb") as stream:
            stream.write(data)
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def clear_halves(folder: Path) -> None:
    """Deletes what a process that was killed has left half written; only where no other writes there."""
    for half in folder.glob(f".*{HALF}"):
        half.unlink(missing_ok=True)


def settle_names(folder: Path) -> None:
    """Waits until the disk has the names of the files in the folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
