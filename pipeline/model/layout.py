"""Where the words of a text are printed on its pages."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

from pipeline.model.placed import PlacedWord, PlacedWords
from pipeline.model.record import Box
from pipeline.model.span import Span

__all__ = ["Layout", "PlacedWord", "PlacedWords", "PrintedPage", "Source"]

Source = Literal["text", "ocr"]


class PrintedPage(NamedTuple):
    """One page as read; `width` and `height` are in PDF points, `engine` is the program that read it."""

    number: int
    width: float
    height: float
    source: Source
    engine: str


class Layout(NamedTuple):
    """The words of a source in its order, and the pages they are printed on.

    `shifts` are where the text begins to stand elsewhere than its source, in order: a place of the text, and how many characters
    more the source has up to there. None where the two are the same.
    """

    words: PlacedWords
    pages: tuple[PrintedPage, ...]
    shifts: Sequence[tuple[int, int]] = ()

    def within(self, span: Span) -> Sequence[PlacedWord]:
        """The words that share a character with a span of the text."""
        start = span.start + self._shift(bisect_right(self.shifts, span.start, key=_place))
        end = span.end + self._shift(bisect_left(self.shifts, span.end, key=_place))
        first = bisect_right(self.words, start, key=_end)
        return self.words[first : bisect_left(self.words, end, first, key=_start)]

    def _shift(self, count: int) -> int:
        """What the first `count` shifts come to."""
        return self.shifts[count - 1][1] if count else 0

    def boxes(self, spans: Sequence[Span]) -> tuple[Box, ...]:
        """A box for each printed line of the spans, in their order, around those of its words that they hold."""
        lines: dict[int, list[PlacedWord]] = {}
        for span in spans:
            for word in self.within(span):
                lines.setdefault(word.line, []).append(word)
        return tuple(map(_around, lines.values()))

    def page(self, span: Span) -> int | None:
        """The page that the span begins on, from 1; None where no word of it is printed."""
        words = self.within(span)
        return words[0].page if words else None


_place = itemgetter(0)
_start, _end = attrgetter("start"), attrgetter("end")


def _around(words: Sequence[PlacedWord]) -> Box:
    return Box(
        page=words[0].page,
        x0=round(min(word.x0 for word in words), 1),
        top=round(min(word.top for word in words), 1),
        x1=round(max(word.x1 for word in words), 1),
        bottom=round(max(word.bottom for word in words), 1),
    )
