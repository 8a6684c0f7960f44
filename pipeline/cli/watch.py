"""`pledgebook watch`."""

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from pipeline.cli.common import WrongUse, demand_rules, folder, out_option, plain_errors, rules_option
from pipeline.harmless import harmless
from pipeline.ingest import Order, Outcome

if TYPE_CHECKING:
    from pipeline.watch import Status


@click.command()
@click.option("--corpus", type=folder, default="corpus", show_default=True, metavar="DIR", help="The papers.")
@out_option
@rules_option
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="How many papers to read at once.")
@click.option("--poll", type=click.FloatRange(min=0.1), metavar="SECONDS", help="Look so often, and wait for no events.")
@click.option(
    "--settle", type=click.FloatRange(min=0), default=5, show_default=True, metavar="SECONDS", help="Take what is unchanged so long."
)
@click.option("--status", type=folder, metavar="FILE", help="Where to write how things stand; else watch.status in the --out folder.")
def watch(corpus: Path, out: Path, rules: Path, jobs: int, poll: float | None, settle: float, status: Path | None) -> None:
    """Ingest whatever lands in the folder of papers, until Ctrl-C.

    A file is taken when it has stopped changing. Half-copied files (.part, .crdownload, ~$…) are left until they get their name.
    Nothing ends the watch but a signal: a full disk, a register in use and a folder that is away are waited out, and told.

    \b
    Examples:
      pledgebook watch
      pledgebook watch --corpus /mnt/share/minutes --poll 30
      pledgebook watch --status /run/pledgebook/status.json
    """
    from pipeline import watch as watching  # no other command needs it

    demand_rules(rules)
    if corpus.exists() and not corpus.is_dir():
        raise WrongUse(f"{corpus} is no folder. Say where the papers are with --corpus.")
    order = Order((), corpus, out, rules, jobs=jobs)
    usec = os.environ.get("WATCHDOG_USEC", "") if os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid()) else ""
    settings = watching.Settings(
        order,
        poll,
        settle,
        status or out / "watch.status",
        systemd=os.environ.get("NOTIFY_SOCKET", ""),
        heartbeat=int(usec) / 2e6 if usec.isdecimal() else 0.0,
    )
    clock = watching.Clock(time.monotonic, lambda: datetime.now(UTC), date.today)
    voice = Voice(Console(highlight=False))
    with plain_errors():
        watching.watch(settings, clock, voice.paper, voice.status)
    voice.say("Stopped. The register is whole; the next watch or ingest goes on from here.")


class Voice:
    """Says what is new, and nothing twice."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._papers: dict[str, str] = {}
        self._looks = ""
        self._problems: list[str] = []
        self._is_news = False

    def say(self, line: str) -> None:
        """Prints a line as it is."""
        self._console.print(harmless(line), soft_wrap=True, markup=False)

    def paper(self, outcome: Outcome) -> None:
        """Says what became of a paper, unless nothing did, or nothing else than the last time."""
        if outcome.kind == "unchanged" or (outcome.kind != "read" and self._papers.get(outcome.file) == outcome.text):
            return
        self._papers[outcome.file] = outcome.text
        self._is_news = True
        self.say(f"{outcome.file}: {outcome.text}")

    def status(self, status: "Status") -> None:
        """Says how changes are noticed, what a run came to, what is in the way, and that it no longer is."""
        if status.looks != self._looks:
            self.say(f"Watching {status.corpus}: {status.looks}. Stop with Ctrl-C.")
        if self._is_news and status.doing != "ingesting" and status.last_run:
            self.say(status.last_run.summary)
        for problem in status.problems:
            if problem not in self._problems:
                self.say(f"Waiting: {problem.rstrip('.')}.")
        if self._problems and not status.problems and status.doing != "ingesting":
            self.say("All is well again.")
        self._looks, self._is_news = status.looks, self._is_news and status.doing == "ingesting"
        self._problems = list(status.problems) if status.doing != "ingesting" else self._problems
