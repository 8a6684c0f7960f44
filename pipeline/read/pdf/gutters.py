"""White gutters: upright stretches of a page that several printed lines leave free, and so part into columns."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.page import Word

# In parts of a line's height.
SPACE = 0.8  # wider than the space between two words, even in justified text
NARROWEST = 0.45  # of a gutter, once several lines share it
CROSSED = 0.12  # in parts of the lines that it parts, at most: lines that run over a gutter: long headings, totals
SEVERAL = 5  # lines parted, of which one may run over

Line = list[Word]
Gutter = tuple[float, float]


def height(lines: Sequence[Line]) -> float:
    """The ordinary height of a word in these lines, in points."""
    heights = sorted([bottom - top for line in lines for _, _, top, _, bottom, _, _ in line])
    return heights[len(heights) // 2]


def gaps(line: Line, least: float) -> list[Gutter]:
    """What a line leaves free between two words, where that is wide enough."""
    found = []
    end = line[0].x1
    for _, x0, _, x1, _, _, _ in line[1:]:
        if x0 - end >= least:
            found.append((end, x0))
        if x1 > end:
            end = x1
    return found


def narrowed(gutters: Sequence[Gutter], line: Line, least: float) -> list[Gutter]:
    """What is left of gutters when one more line has to leave them free."""
    free = [(float("-inf"), line[0].x0), *gaps(line, 0), (max(word.x1 for word in line), float("inf"))]
    left = []
    for start, end in gutters:
        clear = [(max(start, a), min(end, b)) for a, b in free if a <= end and start <= b]
        widest = max(clear, key=lambda both: both[1] - both[0], default=(0.0, float("-inf")))
        if widest[1] - widest[0] >= least:
            left.append(widest)
    return left


def shared(lines: Sequence[Line]) -> list[Gutter]:
    """The gutters that all but a few of the lines leave free, between the leftmost word and the rightmost."""
    least = NARROWEST * height(lines)
    covers = [covered(line) for line in lines]
    steps = sorted(step for spans in covers for start, end in spans for step in ((start, 1), (end, -1)))
    gutters: list[Gutter] = []
    for most in range(int(CROSSED * len(lines)) + 1):
        for start, end in _crossed_by(most, steps):
            is_new = not any(start < b and a < end for a, b in gutters)
            if is_new and end - start >= least and _parts((start, end), lines, covers):
                gutters.append((start, end))
    return sorted(gutters)


def _crossed_by(most: int, steps: Sequence[tuple[float, int]]) -> list[Gutter]:
    """The stretches that no more than so many lines cover; `steps` say from the left where one begins (1) and ends (-1) to cover."""
    crossing, found = 0, list[Gutter]()
    for (at, step), (following, _) in pairwise(steps):
        crossing += step
        if crossing <= most:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], following)
            else:
                found.append((at, following))
    return found


def covered(line: Line) -> list[Gutter]:
    """What a line covers, its words joined over the spaces between them."""
    space = NARROWEST * max(word.bottom - word.top for word in line)
    spans = []
    start, end = line[0].x0, line[0].x1
    for word in line:
        if word.x0 - end >= space:
            spans.append((start, end))
            start, end = word.x0, word.x1
        elif word.x1 > end:
            end = word.x1
    return [*spans, (start, end)]


def _parts(gutter: Gutter, lines: Sequence[Line], covers: Sequence[list[Gutter]]) -> bool:
    """Whether lines have words on both sides of a gutter, many more than run over it."""
    middle = sum(gutter) / 2
    parted = [spans for line, spans in zip(lines, covers, strict=True) if line[0].x0 < middle < line[-1].x1]
    over = sum(any(start < middle < end for start, end in spans) for spans in parted)
    return len(parted) > 1 and over <= (max(1, CROSSED * len(parted)) if len(parted) > SEVERAL else 0)
