"""The record of a run in the register, written as it goes on, so that a run that is killed has left what it did."""

from typing import Any

import pipeline
from pipeline.errors import RegisterBusyError, RegisterError
from pipeline.ingest.outcome import Outcome
from pipeline.register import Register, RunPaperRow, RunRow

FLUSHED = 200  # papers, after which they are written: a transaction for each would cost more than the paper


class Chronicle:
    """Notes what becomes of each paper. Those that are unchanged are only counted: a run over 10,000 of them leaves one row."""

    def __init__(self, register: Register, started: str, today: str, rules_digest: str) -> None:
        self._register = register
        self._run = register.runs.begin(RunRow(started, None, pipeline.__version__, rules_digest), today)
        self._counts: dict[str, int] = {}
        self._waiting: list[RunPaperRow] = []
        self._written = 0

    @property
    def number(self) -> int:
        """The number of the run."""
        return self._run.id or 0

    def note(self, outcome: Outcome) -> None:
        """Counts a paper, and keeps what became of it."""
        self._counts[outcome.kind] = self._counts.get(outcome.kind, 0) + 1
        if outcome.kind == "unchanged":
            return
        code, message = outcome.why or ("", outcome.text)
        row = RunPaperRow(outcome.file, outcome.kind, code, message, outcome.commitments, outcome.flags, outcome.pages)
        self._waiting.append(row)
        if len(self._waiting) % FLUSHED == 0:
            try:
                self._flush()
            except RegisterBusyError:
                raise
            except RegisterError:
                pass  # what stops this stops papers too, which say so; at the end it is written, or the run fails

    def finished(self, at: str) -> RunRow:
        """The row of the whole run, when all else is written."""
        self._flush()
        counts: dict[str, Any] = {name: self._counts[name] for name in RunRow._fields if name in self._counts}
        return self._run._replace(finished=at, **counts)

    def _flush(self) -> None:
        self._register.runs.note_papers(self.number, self._written, self._waiting)
        self._written += len(self._waiting)
        self._waiting.clear()
