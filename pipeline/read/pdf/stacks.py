"""Stacks of level lines that begin and end at the same places: rules between the rows of a table, or the tops and feet of its stripes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.read.page import Rect

LEVEL = 1.0  # points by which pieces of one line may differ in height
JOINT = 3.0  # points between two pieces of a line
NEAR = 3.0  # points by which the lines of a stack may differ at their ends
THIN = 4.0  # points; lines closer than this are two sides of one
FEWEST = 3  # lines
SHORTEST = 72.0  # points

Stack = list[Rect]


def find_stacks(edges: Iterable[Rect]) -> list[Stack]:
    """Three level lines or more of one length, each stack from the top; what is printed in pieces is one line."""
    stacks: dict[tuple[float, float], Stack] = {}
    for line in _lines([edge for edge in edges if edge.top == edge.bottom]):
        if line.x1 - line.x0 >= SHORTEST:
            stacks.setdefault(_ends(line, stacks), []).append(line)
    apart = [[stack[0], *(low for high, low in pairwise(stack) if low.top - high.top > THIN)] for stack in stacks.values()]
    return [stack for stack in apart if len(stack) >= FEWEST]


def _ends(line: Rect, known: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """Where a line begins and ends, by the first line that does so too."""
    alike = (ends for ends in known if abs(ends[0] - line.x0) <= NEAR and abs(ends[1] - line.x1) <= NEAR)
    return next(alike, (line.x0, line.x1))


def _lines(level: Sequence[Rect]) -> Iterator[Rect]:
    """The lines from the top, those at one height from the left."""
    pieces: list[Rect] = []
    for edge in sorted(level, key=_top):
        if pieces and edge.top - pieces[0].top > LEVEL:
            yield from _joined(pieces)
            pieces = []
        pieces.append(edge)
    yield from _joined(pieces)


def _joined(pieces: Sequence[Rect]) -> Iterator[Rect]:
    line: Rect | None = None
    for piece in sorted(pieces):
        if line and piece.x0 - line.x1 <= JOINT:
            line = line._replace(x1=max(line.x1, piece.x1))
        else:
            if line:
                yield line
            line = piece
    if line:
        yield line


def _top(edge: Rect) -> float:
    return edge.top
