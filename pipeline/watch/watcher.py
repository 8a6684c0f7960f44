"""The decisions of a watch, step by step: what to take, what to wait for, when to try again. Touches no file, and never sleeps.

It goes by what lies in the folder, compared with what it was when it was last ingested. An event that was never sent, a run that failed
and a file that changed while it was read therefore all look alike: a difference that is still there, and is dealt with the next time.
"""

from collections.abc import Mapping, Set
from datetime import datetime
from typing import Protocol

from pipeline.errors import PipelineError
from pipeline.ingest import Outcome, summary
from pipeline.reasons import reason_of
from pipeline.watch.folder import AwayError
from pipeline.watch.settling import Settling, State
from pipeline.watch.status import Doing, Run, Status, iso

RULES, DAY = "\0rules", "\0day"  # what papers depend on besides; no file has such names
OPEN_TOO_LONG = 600.0  # seconds; a program that keeps a file open, but leaves it alone, is not waited for any longer
FIRST_PATIENCE, LONGEST_PATIENCE = 5.0, 300.0  # seconds after a run that failed; doubled each time
SECOND_PATIENCE, RAREST = 60.0, 3600.0  # the same after a run in which something else than a paper itself kept it from being read
SOON = 2.0  # seconds between looks at what is away, or open


class Surroundings(Protocol):
    """What a watch sees of the world, and does to it."""

    def things(self) -> Mapping[str, State]:
        """The state of each paper, of the rules and of the day. Raises AwayError."""

    def is_being_written(self, file: str) -> bool:
        """Whether a paper is open for writing, as far as is known."""

    def ingest(self, takes: Set[str], leaves: Set[str]) -> list[Outcome]:
        """Ingests the papers it takes. What it leaves stays as it is known, be it there or not, and so does what has come just now;
        what else the register holds is gone from the folder. Raises PipelineError or OSError."""

    def now(self) -> datetime:
        """The time, to be told."""

    def seconds(self) -> float:
        """Seconds of a clock that only goes forward."""

    def tell(self, status: Status) -> None:
        """Lets others know."""


class Watcher:
    """Looks and decides, once a step. `settle` is for how many seconds a file must stay as it is before it is taken."""

    def __init__(self, world: Surroundings, status: Status, settle: float) -> None:
        self._world, self.status = world, status
        self._settling = Settling(settle)
        self._done: dict[str, State] = {}
        self._failures = self._tries = 0
        self._again = float("inf")  # when to try again what failed

    def step(self) -> float:
        """Looks once, and ingests where something is ready. Gives for how many seconds nothing needs to be looked at but what stirs."""
        try:
            things = self._world.things()
        except AwayError as error:
            self.status.problems = [f"{error}; the register keeps what it holds until it is back"]
            return self._turn("away", SOON)
        now = self._world.seconds()
        self._settling.see(things, now)
        waiting = self._settling.waiting(now)
        ready = {name: state for name, state in things.items() if name not in waiting}
        written = self._written(ready, now)
        for name in written:
            waiting[name] = SOON
            del ready[name]
        self.status.wait_for({name: "is open for writing" if name in written else "still changes" for name in waiting if name in things})
        # Without a single paper there is nothing to read, and a folder that is empty is likelier lost than meant.
        if {RULES, DAY} < ready.keys() and self._is_due(ready, waiting.keys(), now):
            return self._ingest(ready, waiting.keys())
        if self._failures:
            return self._turn("retrying", self._again - now)
        self.status.problems = ["there are no papers in the folder; the register keeps what it holds"] if len(things) == 2 else []
        return self._turn("settling", min(waiting.values())) if waiting else self._turn("watching", self._again - now)

    def stop(self) -> None:
        """Notes that the watch has ended."""
        self._turn("stopped", 0.0)

    def _is_due(self, ready: Mapping[str, State], left: Set[str], now: float) -> bool:
        """Whether there is something to try again, or a difference to the last run."""
        return now >= self._again or (not self._failures and self._differs(ready, left))

    def _differs(self, ready: Mapping[str, State], left: Set[str]) -> bool:
        is_new = any(self._done.get(name) != state for name, state in ready.items())
        return is_new or any(name not in ready and name not in left for name in self._done)

    def _written(self, ready: Mapping[str, State], now: float) -> set[str]:
        """Which of the changed files some program still has open."""
        changed = [name for name, state in ready.items() if name not in (RULES, DAY) and self._done.get(name) != state]
        return {name for name in changed if self._settling.quiet(name, now) < OPEN_TOO_LONG and self._world.is_being_written(name)}

    def _ingest(self, ready: dict[str, State], left: Set[str]) -> float:
        started = self._world.now()
        self._turn("ingesting", 0)
        try:
            outcomes = self._world.ingest(ready.keys(), left)
        except (PipelineError, OSError) as error:
            self.status.problems = [" ".join(str(error).split())]
            self._failures += 1
            patience = min(LONGEST_PATIENCE, FIRST_PATIENCE * 2 ** (self._failures - 1))
            self._again = self._world.seconds() + patience
            return self._turn("retrying", patience)
        self._note(outcomes, started, self._differs(ready, left))
        self._done = ready | {name: state for name, state in self._done.items() if name in left}
        return self._turn("settling" if left else "watching", 0.0)

    def _note(self, outcomes: list[Outcome], started: datetime, is_new: bool) -> None:
        """Remembers how a run went. What failed for the machine's sake is tried again, ever more rarely while nothing else changes."""
        may_pass = any(outcome.why and reason_of(outcome.why.code).value.stays == "machine" for outcome in outcomes)
        self._failures, self._tries = 0, 0 if is_new else self._tries + 1
        self._again = self._world.seconds() + min(RAREST, SECOND_PATIENCE * 2**self._tries) if may_pass else float("inf")
        self.status.problems = []
        unread = sum(outcome.kind == "not_read" for outcome in outcomes)
        self.status.last_run = Run(iso(started), iso(self._world.now()), summary(outcomes), unread)

    def _turn(self, doing: Doing, seconds: float) -> float:
        self.status.turn(doing, self._world.now())
        self._world.tell(self.status)
        return seconds
