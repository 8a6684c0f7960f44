"""What is wrong with a folder that should be imported: each mistake with its place, and what to do."""

from typing import NamedTuple

from pipeline.export.folder import ExportError

SHOWN = 20
"""Mistakes that are told; of the others, how many there are."""
AGAIN = "take the file from the export again"


class Mistake(NamedTuple):
    """A mistake: the file in the folder, the line that it begins on, counted from 1, and the column; None where it has none."""

    file: str
    line: int | None
    column: str | None
    says: str
    cure: str

    def __str__(self) -> str:
        """One line, as a person would say it."""
        place = [self.file, *([f"line {self.line}"] if self.line else []), *([f"column {self.column}"] if self.column else [])]
        return f"{', '.join(place)}: {self.says}: {self.cure}."


class MistakenExportError(ExportError):
    """A folder cannot be imported; the message names its mistakes, a line each."""


class Mistakes(list[Mistake]):
    """Mistakes as they are found."""

    def note(self, file: str, line: int | None, column: str | None, says: str, cure: str = AGAIN) -> None:
        """Adds one."""
        self.append(Mistake(file, line, column, says, cure))

    def raise_any(self) -> None:
        """Raises MistakenExportError where there are any."""
        if self:
            more = [f"And {len(self) - SHOWN:,} more."] if len(self) > SHOWN else []
            head = f"Nothing was imported: {len(self):,} mistake{'' if len(self) == 1 else 's'}."
            raise MistakenExportError("\n".join([head, *map(str, self[:SHOWN]), *more]))


def quoted(text: str) -> str:
    """The beginning of a text, in quotes.

    >>> quoted("12a")
    '“12a”'
    """
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"
