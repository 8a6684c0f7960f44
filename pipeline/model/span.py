"""Where something stands in a paper's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of Unicode code points of `Document.text`.

    >>> Span(3, 7).of("In May 2020")
    'May '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch of `text` that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
