"""What is started at once, beside what this process itself has to import."""

from pathlib import Path

from pipeline.ingest import forker
from pipeline.rulebook import rules_digest


def start_ahead(rules: Path, out: Path) -> None:
    """Starts what forks the workers, where `out` holds no register yet: there will be something to read, and it takes a second."""
    if not (out / "register.db").exists():
        forker.warm_up(rules, rules_digest(rules))
