"""The bands between the level lines of a stack: which of them follow each other as rows of one table, and which words they hold."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.page import Word
from pipeline.read.pdf.gutters import NARROWEST, SPACE, Gutter, Line, covered, gaps, height, narrowed
from pipeline.read.pdf.lines import LEFT, find_lines
from pipeline.read.pdf.stacks import NEAR, Stack

FEW_LINES, FEW_WORDS = 3, 16  # of a heading between rows
LOWEST = 60.0  # points, of an empty row


class Band:
    """What stands between two level lines; `words` from the left."""

    def __init__(self, top: float, bottom: float, words: Sequence[Word]) -> None:
        self.top = top
        self.bottom = bottom
        self.words: Line = sorted(words, key=LEFT)
        self.lines = find_lines(words)
        self.parted = len(words) > 1 and bool(gaps(self.words, SPACE * height([self.words]))) and len(covered(self.words)) > 1

    def is_short(self) -> bool:
        """Whether it holds no more than a heading does."""
        return len(self.lines) <= FEW_LINES and len(self.words) <= FEW_WORDS

    def is_free(self, gutters: Sequence[Gutter]) -> bool:
        """Whether its words leave the gutters free."""
        return len(narrowed(gutters, self.words, NARROWEST * height([self.words]))) == len(gutters)


class _Run:
    """Bands that follow each other and leave gutters in common."""

    def __init__(self) -> None:
        self.bands: list[Band] = []
        self._gutters: list[Gutter] = []

    def takes(self, band: Band) -> bool:
        """Adds a band if it may be a row of the same table: parted alike, a heading, words in one column, or empty."""
        if band.parted:
            least = NARROWEST * height([band.words])
            left = narrowed(self._gutters, band.words, least) if self._gutters else gaps(band.words, least)
            if not left:
                return False
            self._gutters = left
        elif band.words:
            if not band.is_short() and not (self._gutters and band.is_free(self._gutters)):
                return False
        elif band.bottom - band.top > LOWEST:
            return False
        self.bands.append(band)
        return True

    def trimmed(self) -> list[Band]:
        """The bands from the first that is parted to the last."""
        parted = [at for at, band in enumerate(self.bands) if band.parted]
        return self.bands[parted[0] : parted[-1] + 1] if parted else []


def find_runs(stack: Stack, words: Sequence[Word]) -> Iterator[list[Band]]:
    """Runs of bands that may be the rows of one table. `words` are those that stand between the ends of the stack's lines."""
    tops = [line.top for line in stack]
    held: list[list[Word]] = [[] for _ in tops]
    for word in words:
        at = bisect_right(tops, (word.top + word.bottom) / 2)
        if 0 < at < len(tops):
            held[at].append(word)
    run = _Run()
    for (top, bottom), inside in zip(pairwise(tops), held[1:], strict=True):
        band = Band(top, bottom, inside)
        if not run.takes(band):
            yield run.trimmed()
            run = _Run()
            run.takes(band)
    yield run.trimmed()


def between(stack: Stack, words: Sequence[Word]) -> list[Word]:
    """The words whose middle stands between the ends of the stack's lines."""
    x0, x1 = stack[0].x0 - NEAR, stack[0].x1 + NEAR
    return [word for word in words if x0 <= (word.x0 + word.x1) / 2 <= x1]
