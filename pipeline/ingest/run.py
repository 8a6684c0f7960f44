"""One ingestion: reads what is new or changed, and brings `extracted/` and the register up to date."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial

from pipeline.ingest import forker
from pipeline.ingest.alone import alone_in
from pipeline.ingest.cache import RULES
from pipeline.ingest.chronicle import Chronicle
from pipeline.ingest.derive import Task
from pipeline.ingest.helpers import Helpers
from pipeline.ingest.order import Order
from pipeline.ingest.outcome import Outcome
from pipeline.ingest.papers import find_papers
from pipeline.ingest.progress import Ended, Joining, Reading, Report, Settled, Started
from pipeline.ingest.quarantine import Quarantine
from pipeline.ingest.rules import demand_usable, keep_usable
from pipeline.ingest.shelf import Shelf
from pipeline.ingest.steps import Steps
from pipeline.ingest.ways import Tools
from pipeline.ingest.workers import Workers
from pipeline.register import Register


def ingest(order: Order, today: date, now: Callable[[], datetime], report: Report) -> list[Outcome]:
    """What became of each paper, sorted by name; `report` hears how it goes on.

    Trouble with one paper is its outcome. Raises RulebookError, RegisterError or OSError when the run as a whole cannot be done.
    """
    started, outcomes = _iso(now()), []
    with ExitStack() as ends:
        kept = order.out / RULES
        # New rules are new work, nearly always: what forks the workers starts beside the look at them.
        usable = demand_usable(order.rules, kept, partial(forker.warm_up, order.rules, kept))
        rules = usable.digest
        workers = ends.enter_context(Workers(order.rules, kept, rules))
        papers = [found for found in find_papers(order.paths, order.corpus) if not order.leaves(found.file)]
        order.out.mkdir(parents=True, exist_ok=True)
        ends.enter_context(alone_in(order.out))
        keep_usable(usable, kept)
        register = ends.enter_context(Register(order.out / "register.db", renew=not order.paths))
        shelf, quarantine = Shelf(order.out, register, now), Quarantine(register, order.corpus, now, retry=order.retry or order.force)
        helpers = ends.enter_context(Helpers(workers, order.jobs, partial(_begin, shelf, report)))
        chronicle = Chronicle(register, started, today.isoformat(), rules)
        steps = Steps(order, rules, Tools(shelf, quarantine, helpers), lambda *work: report(Started(chronicle.number, *work)))
        for outcome in steps.outcomes(papers, now().timestamp()):
            chronicle.note(outcome)
            outcomes.append(outcome)
            report(Settled(outcome, helpers.size_of(outcome.file)))
        report(Joining())
        shelf.settle()
        finished = chronicle.finished(_iso(now()))
        register.finish(today.isoformat(), finished)
    report(Ended(finished))
    return sorted(outcomes, key=lambda outcome: outcome.file)


def _begin(shelf: Shelf, report: Report, task: Task) -> None:
    """Raises ReadError where there is no room for what would be read."""
    shelf.demand_room()
    report(Reading(task.file))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
