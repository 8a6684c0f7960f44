"""What is started at once, beside what this process itself has to import."""

import os
from pathlib import Path

from pipeline.ingest import forker
from pipeline.ingest.cache import RULES
from pipeline.rulebook import rules_digest


def start_ahead(rules: Path, out: Path, corpus: Path) -> None:
    """Starts what forks the workers, which takes a second, where there is likely something to read: where `out` holds no register yet, or
    something has come into the folder of papers, or gone from it, since that was last written."""
    if _last_change(corpus) > _last_written(out / "register.db"):
        forker.warm_up(rules, out / RULES, rules_digest(rules))


def _last_change(corpus: Path) -> int:
    """When a name came into the folder, or one below it, or went from it, in nanoseconds since 1970."""
    return max((_changed(folder) for folder, _, _ in os.walk(corpus)), default=0)


def _changed(folder: str) -> int:
    try:
        return Path(folder).stat().st_mtime_ns
    except OSError:
        return 0  # it has gone meanwhile, or may not be looked into: what that means the run itself will say


def _last_written(register: Path) -> int:
    """When the register, or the journal of it, was written; before all else where there is none."""
    files = [path for path in (register, register.with_name(f"{register.name}-wal")) if path.exists()]
    return max((path.stat().st_mtime_ns for path in files), default=-1)
