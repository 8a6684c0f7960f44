"""How a run shows itself where nobody watches: a line a paper, or JSON for machines."""

import json
import sys
import threading
from types import TracebackType
from typing import Protocol, Self

import click

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


class PlainLines:
    """A line a paper, and nothing else: for files, and for programs that read what others print."""

    def __init__(self, debug: bool) -> None:
        self._debug = debug

    def __call__(self, event: Event) -> None:
        """Prints the line of a paper."""
        if isinstance(event, Settled):
            trace = f"{event.outcome.trace}\n" if self._debug and event.outcome.trace else ""
            sys.stdout.write(f"{harmless(event.outcome.file)}: {harmless(event.outcome.text)}\n{trace}")
            if event.outcome.kind != "unchanged":
                sys.stdout.flush()  # the next may be long in coming

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        sys.stdout.flush()


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
