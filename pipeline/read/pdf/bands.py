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
WHITE = 0.5  # of a line's height, between what is no row together


class Band:
    """What stands between two level lines; `words` from the left."""

    def __init__(self, top: float, bottom: float, words: Sequence[Word]) -> None:
        self.top = top
        self.bottom = bottom
        self.words: Line = sorted(words, key=LEFT)
        self.lines = find_lines(words)
        self.parted = _is_parted(self.words)

    def is_short(self) -> bool:
        """Whether it holds no more than a heading does."""
        return len(self.lines) <= FEW_LINES and len(self.words) <= FEW_WORDS

    def groups(self) -> list[Line]:
        """Its words, parted where much white lies between two lines."""
        groups: list[Line] = []
        for line in self.lines:
            above = max(word.bottom for word in groups[-1]) if groups else float("-inf")
            if min(word.top for word in line) - above > WHITE * height([line]):
                groups.append([])
            groups[-1] += line
        return [sorted(group, key=LEFT) for group in groups]

    def is_free(self, gutters: Sequence[Gutter]) -> bool:
        """Whether its words leave the gutters free."""
        return _is_free(self.words, gutters)


class _Run:
    """Bands that follow each other and leave gutters in common."""

    def __init__(self) -> None:
        self.bands: list[Band] = []
        self._gutters: list[Gutter] = []

    def takes(self, band: Band) -> bool:
        """Adds a band if it may be a row of the same table: parted alike, a heading, words in one column, or empty."""
        if self.is_ended_by(band):
            return False
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

    def is_ended_by(self, band: Band) -> bool:
        """Whether a heading stands above or below other words of a band, so that it is no row."""
        groups = band.groups() if self._gutters and band.words else []
        return len(groups) > 1 and any(self._is_heading(group, groups) for group in groups)

    def _is_heading(self, group: Line, groups: Sequence[Line]) -> bool:
        if _is_parted(group):
            return False
        is_bold = [all(word.bold for word in line) for line in (group, *groups)]
        return not _is_free(group, self._gutters) or (is_bold[0] and not all(is_bold))

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
            begins = _is_parted(band.groups()[0]) and not run.is_ended_by(band) if band.words else False
            run = _Run()
            if begins:
                run.takes(band)
    yield run.trimmed()


def between(stack: Stack, words: Sequence[Word]) -> list[Word]:
    """The words whose middle stands between the ends of the stack's lines."""
    x0, x1 = stack[0].x0 - NEAR, stack[0].x1 + NEAR
    return [word for word in words if x0 <= (word.x0 + word.x1) / 2 <= x1]


def _is_parted(words: Line) -> bool:
    return len(words) > 1 and bool(gaps(words, SPACE * height([words]))) and len(covered(words)) > 1


def _is_free(words: Line, gutters: Sequence[Gutter]) -> bool:
    return len(narrowed(gutters, words, NARROWEST * height([words]))) == len(gutters)
