"""What the watch is doing, for whoever looks from outside: one JSON file, and one line in words."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

Doing = Literal["starting", "watching", "settling", "ingesting", "retrying", "away", "stopped"]
MANY = 100  # waiting files that are named; the others are counted


@dataclass
class Run:
    """The last ingestion: when it began and ended, as ISO times, and what it did, in words; how many papers it could not read."""

    started: str
    finished: str
    summary: str
    not_read: int


@dataclass
class Status:
    """What the watch is doing, `since` and as of the ISO times. `waiting` says of files why they are not taken yet.

    `problems` are what keeps the watch from its work now, or kept it when it last tried; empty when all is well.
    """

    corpus: str
    process: int
    doing: Doing = "starting"
    since: str = ""
    updated: str = ""
    looks: str = ""
    last_run: Run | None = None
    waiting: dict[str, str] = field(default_factory=dict)
    waiting_count: int = 0
    problems: list[str] = field(default_factory=list)

    def turn(self, doing: Doing, now: datetime) -> None:
        """Notes what is being done from now on."""
        if doing != self.doing or not self.since:
            self.doing, self.since = doing, iso(now)

    def wait_for(self, waiting: dict[str, str]) -> None:
        """Notes which files are not taken yet, and why."""
        self.waiting, self.waiting_count = dict(sorted(waiting.items())[:MANY]), len(waiting)

    def words(self) -> str:
        """All in one line, for a person."""
        doing = {"settling": f"waiting for {self.waiting_count:,} to be whole", "retrying": "trying again soon"}.get(self.doing, self.doing)
        return "; ".join([doing, *self.problems, *([self.last_run.summary] if self.last_run else [])])

    def write(self, path: Path, now: datetime) -> None:
        """Puts it into a file in one step, so that nobody reads half of it. Raises OSError."""
        self.updated = iso(now)
        data = msgspec.json.format(msgspec.json.encode(asdict(self)), indent=1) + b"\n"
        half = path.with_name(f".{path.name}.half")
        try:
            half.write_bytes(data)
            half.replace(path)
        except OSError:
            # A full disk still holds the old status; it had better be overwritten than remain.
            with path.open("r+b") as old:
                old.write(data)
                old.truncate()
        finally:
            half.unlink(missing_ok=True)


def iso(time: datetime) -> str:
    """The time to the second."""
    return time.isoformat(timespec="seconds")
