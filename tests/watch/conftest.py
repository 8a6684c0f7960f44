"""A world for a watcher in which nothing happens by itself: the tests set the clock, the folder and what an ingestion does."""

from collections.abc import Mapping, Set
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.ingest import Outcome
from pipeline.watch.folder import AwayError
from pipeline.watch.settling import State
from pipeline.watch.status import Status
from pipeline.watch.watcher import DAY, RULES, Watcher

START = datetime(2030, 1, 1, tzinfo=UTC)


class FakeWorld:
    """`files` is the folder; `runs` keeps what each ingestion took; `outcomes` or `failure` is what the next ones give."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.open: set[str] = set()
        self.away = ""
        self.rules, self.day, self.clock = 1, 1, 0.0
        self.runs: list[set[str]] = []
        self.left: set[str] = set()
        self.outcomes: list[Outcome] = []
        self.failure: Exception | None = None
        self.told: list[tuple[str, list[str]]] = []

    def things(self) -> Mapping[str, State]:
        if self.away:
            raise AwayError(self.away)
        return {name: (state,) for name, state in {**self.files, RULES: self.rules, DAY: self.day}.items()}

    def is_being_written(self, file: str) -> bool:
        return file in self.open

    def ingest(self, takes: Set[str], leaves: Set[str]) -> list[Outcome]:
        self.runs.append(set(takes) - {RULES, DAY})
        self.left = set(leaves)
        if self.failure:
            raise self.failure
        return self.outcomes

    def now(self) -> datetime:
        return START + timedelta(seconds=self.clock)

    def seconds(self) -> float:
        return self.clock

    def tell(self, status: Status) -> None:
        self.told.append((status.doing, list(status.problems)))


class Play:
    """A watcher in a fake world."""

    def __init__(self) -> None:
        self.world = FakeWorld()
        self.status = Status("corpus", 1)
        self.watcher = Watcher(self.world, self.status, settle=5)

    def after(self, seconds: float) -> float:
        """A step so much later."""
        self.world.clock += seconds
        return self.watcher.step()

    def settled(self, *files: str) -> "Play":
        """The files put there, and taken."""
        self.world.files.update(dict.fromkeys(files, 1))
        self.after(0)
        self.after(5)
        self.world.runs.clear()
        return self


@pytest.fixture
def play() -> Play:
    """A watch that has not begun."""
    return Play()
