"""How a run shows itself on a terminal that somebody watches."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.text import Text

from pipeline.cli.bar import RunBar
from pipeline.cli.common import MANY
from pipeline.cli.reporting import STYLES
from pipeline.harmless import harmless
from pipeline.ingest import Event, Joining, Outcome, Reading, Settled, Started


class WatchedLines:
    """A line a paper, but one for many that are unchanged; below them what is at work, and how far it is."""

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
        elif isinstance(event, Settled) and event.outcome.kind == "unchanged":
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
        line = Text.assemble(harmless(outcome.file), ": ", (harmless(outcome.text), STYLES.get(outcome.kind, "")))
        self._console.print(line, soft_wrap=True)
        if self._debug and outcome.trace:
            self._console.print(Text(outcome.trace), soft_wrap=True)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()
