"""Writes a Document's text from its source and keeps every difference between the two as a repair."""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.model.document import Repair
from pipeline.model.span import Span


class Edit(NamedTuple):
    """Instead of `source[start:end]` the text has `mended`."""

    start: int
    end: int
    mended: str


class Draft:
    """A cursor that moves through the source once: what it does not take over becomes a repair."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.repairs: list[Repair] = []
        self.length = 0
        self._pieces: list[str] = []
        self._cursor = 0

    @property
    def text(self) -> str:
        """All that has been written so far."""
        return "".join(self._pieces)

    def skip_to(self, position: int, mended: str = "") -> None:
        """Leaves the source up to `position` out and writes `mended` in its place."""
        raw = self.source[self._cursor : position]
        if raw != mended:
            self.repairs.append(Repair(self.length, raw, mended))
        self._write(mended)
        self._cursor = position

    def take(self, end: int, edits: Iterable[Edit]) -> None:
        """Takes the source over up to `end`, but for the `edits`, which come in order and do not overlap."""
        for edit in edits:
            self._write(self.source[self._cursor : edit.start])
            self._cursor = edit.start
            self.skip_to(edit.end, edit.mended)
        self._write(self.source[self._cursor : end])
        self._cursor = end

    def mark(self) -> tuple[int, int, int, int]:
        """A point to go back to."""
        return len(self._pieces), len(self.repairs), self.length, self._cursor

    def back_to(self, mark: tuple[int, int, int, int]) -> None:
        """Takes back all that was written since the mark was set."""
        pieces, repairs, self.length, self._cursor = mark
        del self._pieces[pieces:], self.repairs[repairs:]

    def since(self, start: int) -> Span:
        """The span written since the text was `start` characters long."""
        return Span(start, self.length)

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)
