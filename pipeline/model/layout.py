"""Where the words of a text are printed on its pages."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from pipeline.model.record import Box
from pipeline.model.span import Span

Source = Literal["text", "ocr"]


class PlacedWord(NamedTuple):
    """A word that covers `[start, end)` of the text, and its box in PDF points from the top left of `page`, counted from 1.

    The page is as a reader sees it: cropped and turned. `line` is a number that the words of one printed line share.
    """

    start: int
    end: int
    line: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class PrintedPage(NamedTuple):
    """One page as read; `width` and `height` are in PDF points, `engine` is the program that read it."""

    number: int
    width: float
    height: float
    source: Source
    engine: str


class Layout(NamedTuple):
    """The words of a text in its order, and the pages they are printed on."""

    words: tuple[PlacedWord, ...]
    pages: tuple[PrintedPage, ...]

    def within(self, span: Span) -> Sequence[PlacedWord]:
        """The words that share a character with the span."""
        first = bisect_right(self.words, span.start, key=lambda word: word.end)
        return self.words[first : bisect_left(self.words, span.end, first, key=lambda word: word.start)]

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


def _around(words: Sequence[PlacedWord]) -> Box:
    return Box(
        page=words[0].page,
        x0=round(min(word.x0 for word in words), 1),
        top=round(min(word.top for word in words), 1),
        x1=round(max(word.x1 for word in words), 1),
        bottom=round(max(word.bottom for word in words), 1),
    )
