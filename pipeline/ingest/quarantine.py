"""Papers that cannot be read: each stays where it is, with a note beside it, and is not tried again until something has changed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pipeline.ingest.listing import Listed
from pipeline.ingest.notes import clear_notes, drop_note, write_note
from pipeline.ingest.outcome import Outcome, not_read
from pipeline.reasons import Reason, Why, reason_of
from pipeline.register import ProblemRow, Register

GAPS = [reason.code for reason in Reason if reason.value.effect == "not_read"]
"""The codes of what is not read; in a paper that was read, of some part of it."""


class Quarantine:
    """What the register knows of papers that cannot be read, and the notes beside them.

    Notes are written inside `corpus` only: elsewhere nobody would take them away again. `retry` tries every paper again.
    """

    def __init__(self, register: Register, corpus: Path, now: Callable[[], datetime], *, retry: bool) -> None:
        self._book, self._corpus, self._now, self._retry = register.runs, corpus.resolve(), now, retry
        self._rows = self._book.problems()
        self._partly_read = self._book.with_issues(GAPS) if retry else set()

    def outcome(self, item: Listed) -> Outcome | None:
        """What an earlier run has found out about a paper that nothing has changed about since; None where it is to be tried."""
        row = self._rows.get(item.file)
        if row is None or self._retry or row.fingerprint != item.fingerprint or reason_of(row.code).value.stays == "machine":
            return None
        outcome = not_read(item.file, Why(row.code, row.message))
        return outcome._replace(text=f"{outcome.text} (known since {row.since[:10]}, and not tried again: --retry does)")

    def knows(self, file: str, fingerprint: str = "") -> bool:
        """Whether it was found that a paper cannot be read: with a fingerprint, that it cannot be as it is now."""
        row = self._rows.get(file)
        return row is not None and fingerprint in ("", row.fingerprint)

    def is_wanted(self, slug: str) -> bool:
        """Whether a paper is to be read again although it is unchanged: some part of it could not be read, and a retry is asked for."""
        return slug in self._partly_read

    def settle(self, path: Path, outcome: Outcome, fingerprint: str) -> None:
        """Takes down what became of a paper: a reason why it is not read, or that there is none any more.

        Raises RegisterError.
        """
        row = self._rows.get(outcome.file)
        if outcome.kind != "not_read" or outcome.why is None:
            if row:
                self._forget(path, row.file)
            return
        found = ProblemRow(outcome.file, *outcome.why, fingerprint, row.since if row else "")
        if row is None or found[:4] != row[:4]:
            found = found._replace(since=self._now().isoformat(timespec="seconds"))
        found = found._replace(noted=int(self._is_inside(path) and write_note(path, found)))
        if found != row:
            self._book.note_problem(found)
            self._rows[found.file] = found

    def settle_gone(self, is_gone: Callable[[str], bool]) -> None:
        """Forgets the papers that are no longer there, and takes away every note that lies beside nothing of `rows`.

        Raises RegisterError.
        """
        for file in [file for file in self._rows if is_gone(file)]:
            self._book.forget_problem(file)
            del self._rows[file]
        clear_notes(self._corpus, set(self._rows))

    def _forget(self, path: Path, file: str) -> None:
        self._book.forget_problem(file)
        del self._rows[file]
        if self._is_inside(path):
            drop_note(path)

    def _is_inside(self, path: Path) -> bool:
        return path.parent.resolve().is_relative_to(self._corpus)
