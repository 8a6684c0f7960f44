"""The sides of tables that are not printed: at the left and the right, where level lines end in the open, though upright lines
part their columns; and at the head and the foot, where a page tears a row and its upright lines end in the open."""

from collections.abc import Iterator, Sequence

from pipeline.read.page import Rect

NEAR = 3.0  # points
NARROW = 6.0  # points; a side that is printed so near is the table's: level lines may run over it, and no column is so narrow
FEWEST = 3  # level lines of one length


def missing_sides(edges: Sequence[Rect]) -> Iterator[Rect]:
    """The upright edges to add to merged `edges`, so that level lines of one length are closed at both ends."""
    upright = [edge for edge in edges if edge.x0 == edge.x1]
    for lines in _alike([edge for edge in edges if edge.top == edge.bottom]):
        x0, x1 = lines[0].x0, lines[0].x1
        inner = [edge for edge in upright if x0 + NEAR < edge.x0 < x1 - NEAR]
        reached = [line.top for line in lines if any(edge.top - NEAR <= line.top <= edge.bottom + NEAR for edge in inner)]
        if len(reached) < FEWEST:
            continue
        top, bottom = min(reached), max(reached)
        for x in (x0, x1):
            if not any(abs(edge.x0 - x) <= NARROW and edge.top < bottom and edge.bottom > top for edge in upright):
                yield Rect(x, top, x, bottom)


def missing_ends(edges: Sequence[Rect]) -> Iterator[Rect]:
    """The level edges to add to merged `edges`, so that upright lines that begin or end together are closed there."""
    level = [edge for edge in edges if edge.top == edge.bottom]
    upright = [edge for edge in edges if edge.x0 == edge.x1]
    for side in (1, 3):
        ends: dict[int, list[Rect]] = {}
        for edge in upright:
            ends.setdefault(round(edge[side] / NEAR), []).append(edge)
        for together in ends.values():
            x0, x1, y = min(edge.x0 for edge in together), max(edge.x0 for edge in together), together[0][side]
            closed = any(abs(edge.top - y) <= NEAR and edge.x0 < x1 and edge.x1 > x0 for edge in level)
            reached = any(edge.x0 - NEAR <= x0 and edge.x1 + NEAR >= x1 for edge in level)
            if len(together) >= FEWEST and reached and not closed:
                yield Rect(x0, y, x1, y)


def _alike(level: Sequence[Rect]) -> list[list[Rect]]:
    """Level lines grouped by where they begin and end."""
    groups: list[list[Rect]] = []
    for line in level:
        for group in groups:
            if abs(group[0].x0 - line.x0) <= NEAR and abs(group[0].x1 - line.x1) <= NEAR:
                group.append(line)
                break
        else:
            groups.append([line])
    return [group for group in groups if len(group) >= FEWEST]
