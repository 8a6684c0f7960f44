"""How a run shows itself: lines for people, with a bar where somebody watches, or JSON for machines."""

import json
import threading
from types import TracebackType
from typing import Protocol, Self

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.bar import RunBar
from pipeline.cli.common import MANY
from pipeline.harmless import harmless
from pipeline.ingest import Event, Joining, Outcome, Reading, Settled, Started

STYLES = {"read": "green", "not_read": "bold red", "partly_read": "yellow", "nothing_found": "yellow", "removed": "yellow"}


class Reporting(Protocol):
    """Something that hears the events of a run, in a `with` block round it."""

    def __call__(self, event: Event) -> None:
        """Tells of an event."""

    def __enter__(self) -> Self:
        """Begins to show."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leaves the terminal as it was."""


class Lines:
    """A line a paper; where somebody watches, one for many that are unchanged, and below them what is at work, and how far it is."""

    def __init__(self, console: Console, debug: bool) -> None:
        self._console, self._debug = console, debug
        self._bar = RunBar(console)
        self._unchanged: list[Outcome] = []

    def __call__(self, event: Event) -> None:
        """Prints the line of a paper, and moves the bar."""
        if isinstance(event, Started):
            self._bar.begin(event.papers, event.size)
        elif isinstance(event, Reading):
            self._bar.reading(event.file)
        elif isinstance(event, Settled) and event.outcome.kind == "unchanged" and self._console.is_terminal:
            self._unchanged.append(event.outcome)
        elif isinstance(event, Settled):
            self._tell_unchanged()
            self._line(event.outcome)
            self._bar.settled(event.outcome.pages, event.size, event.outcome.file)
        elif isinstance(event, Joining):
            self._tell_unchanged()
            self._bar.joining()
        else:
            self._bar.end()

    def _tell_unchanged(self) -> None:
        """Tells of those that have come one after the other."""
        if len(self._unchanged) > MANY:
            self._console.print(f"{len(self._unchanged):,} papers: unchanged", soft_wrap=True)
        else:
            for outcome in self._unchanged:
                self._line(outcome)
        self._bar.unchanged(len(self._unchanged))
        self._unchanged.clear()

    def _line(self, outcome: Outcome) -> None:
        file, text = harmless(outcome.file), harmless(outcome.text)
        if self._console.is_terminal:
            self._console.print(Text.assemble(file, ": ", (text, STYLES.get(outcome.kind, ""))), soft_wrap=True)
        else:
            self._console.file.write(f"{file}: {text}\n")  # which takes a hundredth of the time
        if self._debug and outcome.trace:
            self._console.print(Text(outcome.trace), soft_wrap=True)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()


class JsonLines:
    """One JSON object a line, as `docs/developers.md` describes them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._papers = self._done = 0

    def __call__(self, event: Event) -> None:
        """Prints the event."""
        with self._lock:
            click.echo(json.dumps(self._told(event)))

    def _told(self, event: Event) -> dict[str, object]:
        if isinstance(event, Started):
            self._papers = event.papers
            return {"event": "start", "run": event.run, "papers": event.papers, "to_read": event.to_read, "bytes": event.size}
        if isinstance(event, Reading):
            return {"event": "reading", "file": event.file}
        if isinstance(event, Settled):
            self._done += 1
            return {"event": "paper", **told(event.outcome), "done": self._done, "of": max(self._papers, self._done)}
        if isinstance(event, Joining):
            return {"event": "joining"}
        return {"event": "end", **{"run" if name == "id" else name: value for name, value in event.run._asdict().items()}}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass


def told(outcome: Outcome) -> dict[str, object]:
    """What became of a paper, for machines."""
    code, message = outcome.why or (None, outcome.text)
    counts = {"commitments": outcome.commitments, "flags": outcome.flags, "pages": outcome.pages}
    return {"file": outcome.file, "outcome": outcome.kind, "code": code, "message": message, **counts}
