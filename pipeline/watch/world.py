"""What a watch sees of this machine, and does to it: the folder, the clock, the register, and who is told."""

import os
from collections.abc import Callable, Mapping, Set
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.ingest import Order, Outcome, Report, ingest
from pipeline.watch.folder import Folder, rules_state
from pipeline.watch.settling import State
from pipeline.watch.status import Status
from pipeline.watch.watcher import DAY, RULES
from pipeline.watch.writing import is_being_written


class Clock(NamedTuple):
    """The time, which only the command line reads: seconds that only go forward, the time with its zone, and the day where we are."""

    seconds: Callable[[], float]
    now: Callable[[], datetime]
    today: Callable[[], date]


class World:
    """The surroundings of a watcher. `report` hears how a run goes on, `told` how things stand."""

    def __init__(self, order: Order, folder: Folder, clock: Clock, report: Report, told: Callable[[Status], None]) -> None:
        self._order, self._folder, self._clock, self._report = order, folder, clock, report
        self.seconds, self.now, self.tell = clock.seconds, clock.now, told

    def things(self) -> Mapping[str, State]:
        """The state of each paper, of the rules and of the day. Raises AwayError."""
        papers = self._folder.papers()
        return {**papers, RULES: rules_state(self._order.rules), DAY: (self._clock.today().toordinal(),)}

    def is_being_written(self, file: str) -> bool:
        """Whether a paper is open for writing, as far as is known."""
        return is_being_written(self._order.corpus / file)

    def ingest(self, takes: Set[str], leaves: Set[str]) -> list[Outcome]:
        """Ingests what it takes, and leaves what it leaves and what came after the look. Raises PipelineError or OSError."""

        def is_left(file: str) -> bool:
            return file in leaves or (file not in takes and os.path.lexists(self._order.corpus / file))

        return ingest(self._order._replace(leaves=is_left), self._clock.today(), self._clock.now, self._report)


def status_of(corpus: Path) -> Status:
    """The status of a watch that begins in this process."""
    return Status(str(corpus), os.getpid())
