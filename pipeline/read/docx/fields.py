"""Word's fields: their codes are not printed, their results are, and one of them is the list of contents."""

from dataclasses import dataclass


@dataclass
class _Field:
    is_code: bool = True
    is_contents: bool = False


class Fields:
    """The fields that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_code(self) -> bool:
        """Whether what comes next is no text but tells Word what to print."""
        return any(field.is_code for field in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether what comes next is a line of the list of contents."""
        return any(field.is_contents for field in self._open)

    def mark(self, kind: str | None) -> None:
        """Takes a `begin`, `separate` or `end` mark."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].is_code = False
        elif kind == "end" and self._open:
            self._open.pop()

    def code(self, text: str) -> None:
        """Takes a piece of a code."""
        if self._open and text.split()[:1] == ["TOC"]:
            self._open[-1].is_contents = True

    def end_paragraph(self) -> None:
        """A code that has no end ends with its paragraph, lest the rest of the paper be lost."""
        for field in self._open:
            field.is_code = False

    def close(self) -> None:
        """A heading stands in no field."""
        self._open.clear()
