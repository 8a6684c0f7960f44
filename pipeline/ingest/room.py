"""Whether there is room on the disk, asked before it is needed: what a full disk has stopped half way is harder to put right."""

import shutil
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.reasons import Reason

LEAST = 4_000_000  # bytes; what joining all papers writes at the end of a run, and SQLite beside it
SHARE_OF_REGISTER = 1 / 8
"""So much of the register's size is wanted besides, since the tables that join all papers grow with it."""
TIMES_WRITTEN = 6
"""A record stands in its file, and with its indexes in the register and in the journal of it."""


def demand_room(out: Path, record: int) -> None:
    """Raises ReadError where a record of so many bytes would leave too little room in the folder of outputs."""
    if not has_room(out, record):
        raise ReadError(Reason.DISK_FULL.told())


def has_room(out: Path, record: int) -> bool:
    """Whether there is room for a record of so many bytes."""
    register = out / "register.db"
    size = register.stat().st_size if register.is_file() else 0
    return shutil.disk_usage(out).free >= LEAST + SHARE_OF_REGISTER * size + TIMES_WRITTEN * record
