"""The watch itself: holds its lock, and takes step after step until it is told to stop."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from pipeline.ingest import Event, Order, Outcome, Reading, Settled
from pipeline.watch.events import Events
from pipeline.watch.folder import Folder
from pipeline.watch.hearing import Hearing
from pipeline.watch.lock import only_watch
from pipeline.watch.status import Status
from pipeline.watch.stopping import StoppedError, Stopping
from pipeline.watch.systemd import Heartbeat, Systemd
from pipeline.watch.watcher import Watcher
from pipeline.watch.world import Clock, World, status_of


class Settings(NamedTuple):
    """How to watch: `poll` has the folder looked at so often, in seconds, and no events waited for; None has the watch choose.

    `settle` is for how many seconds a file must stay as it is. `status` is a file to keep up to date. `systemd` is the address of its
    socket and `heartbeat` how often it wants to hear from us, in seconds; empty and 0 where systemd has not started this.
    """

    order: Order
    poll: float | None
    settle: float
    status: Path
    systemd: str = ""
    heartbeat: float = 0.0


def watch(settings: Settings, clock: Clock, report: Callable[[Outcome], None], told: Callable[[Status], None]) -> None:
    """Keeps the register in step until a signal ends it; `report` hears of each paper, `told` how things stand at each look.

    Raises RegisterError where another watch is at work, and OSError where there can be no outputs.
    """
    order = settings.order
    order.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as ends:
        ends.enter_context(only_watch(order.out))
        stopping, events, systemd = ends.enter_context(Stopping()), Events(), Systemd(settings.systemd)
        stopping.wake = events.stirred.set
        ends.callback(events.close)
        heart = Heartbeat(systemd, settings.heartbeat, clock.seconds)
        ends.callback(heart.close)
        folder = Folder(order.corpus)
        hearing = Hearing(folder, order.rules, settings.poll, events)

        def hear(event: Event) -> None:
            if isinstance(event, Reading):
                return  # it may come from another thread, which nothing may stop
            if isinstance(event, Settled):
                report(event.outcome)
            heart.step()
            stopping.check()

        def tell(status: Status) -> None:
            status.looks = hearing.words
            _write(status, settings.status, clock)
            systemd.tell(f"STATUS={status.words()}")
            told(status)

        watcher = Watcher(World(order, folder, clock, hear, tell), status_of(order.corpus), settings.settle)
        hearing.begin()
        heart.start()
        systemd.tell("READY=1")
        try:
            while True:
                stopping.check()
                heart.step()
                hearing.wait(watcher.step())
        except StoppedError:
            systemd.tell("STOPPING=1")
            watcher.stop()


def _write(status: Status, path: Path, clock: Clock) -> None:
    """Writes the status; where that fails, as on a full disk, whoever is told otherwise hears of it."""
    try:
        status.write(path, clock.now())
    except OSError as error:
        status.problems.append(f"{path} cannot be written: {error.strerror or error}")
