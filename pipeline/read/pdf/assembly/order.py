"""Reading order: which columns a page has, and what is read after what."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

FEWEST = 3  # lines on either side of a gutter
WIDE = 0.45  # of their column's width: how wide its lines are, at the median
FULL = 0.75  # of the room in its column: the same for running text, which one column of the page must hold
LONG = 8  # heights: shorter lines are names or figures, and no running text
LARGER = 1.12  # times the usual height: a heading's type
MARGIN = 0.2  # of the width: a narrower column is no text
ROUND = 3.0  # points within which lines begin at the same left edge
SLACK = 1.0  # points by which a line may reach over the edge of its column


class Boxed(Protocol):
    """Anything with a box, in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


T = TypeVar("T", bound=Boxed)


def reading_order(items: Sequence[T], edge: float | None = None) -> list[list[T]]:
    """The items in groups that are read one after the other, each from top to bottom: a column, or what spans them.

    `edge` is how far to the right they may reach; None for as far as the farthest of them does.
    """
    ordered = sorted(items, key=lambda item: (item.top, item.x0))
    if not ordered:
        return []
    edge = edge or max(item.x1 for item in ordered)
    gutter = _best_gutter(ordered, edge)
    if gutter is None:
        return [_by_rows(ordered)]
    groups: list[list[T]] = []
    across: list[T] = []  # what stands between two bands of columns
    for start, end in _bands(ordered, gutter):
        band = ordered[start:end]
        if _are_columns(band, gutter):
            left, right = reading_order(_left(band, gutter), gutter), reading_order(_right(band, gutter), edge)
            groups += reading_order(across, edge) + left + right
            across = []
        else:
            across += band
        across += ordered[end : end + 1]
    return groups + reading_order(across, edge)


def _left(band: Sequence[T], gutter: float) -> list[T]:
    return [item for item in band if item.x1 <= gutter + SLACK]


def _right(band: Sequence[T], gutter: float) -> list[T]:
    return [item for item in band if item.x1 > gutter + SLACK]


def _by_rows(items: list[T]) -> list[T]:
    """From top to bottom, and from left to right where items stand side by side."""
    rows: list[list[T]] = []
    for item in items:
        if (
            rows
            and item.top < (rows[-1][0].top + rows[-1][0].bottom) / 2
            and item.bottom - item.top < 2 * (rows[-1][0].bottom - rows[-1][0].top)
        ):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in rows for item in sorted(row, key=lambda item: item.x0)]


def _best_gutter(items: list[T], edge: float) -> float | None:
    """Where the right one of two columns of text begins; where several may, the one that parts the most items. None for one column."""
    if len(items) < 2 * FEWEST:
        return None
    left = min(item.x0 for item in items)
    best, most = None, 0
    for place in sorted({round(item.x0 / ROUND) for item in items}):
        gutter = (place - 1) * ROUND
        if left + MARGIN * (edge - left) < gutter < edge - MARGIN * (edge - left):
            parted = sum(end - start for start, end in _bands(items, gutter) if _is_text(items[start:end], gutter, edge))
            best, most = (gutter, parted) if parted > most else (best, most)
    return best


def _bands(items: list[T], gutter: float) -> list[tuple[int, int]]:
    """The stretches of items that none of crosses the gutter, and that no heading above both columns parts."""
    bands, start = [], 0
    usual = _median([item.bottom - item.top for item in items])
    for index, item in enumerate(items):
        crosses = item.x0 < gutter - SLACK and item.x1 > gutter + SLACK
        if crosses or (item.bottom - item.top > LARGER * usual and _heads_both(item, items, gutter, usual)):
            bands.append((start, index))
            start = index + 1
    return [*bands, (start, len(items))]


def _heads_both(heading: T, items: list[T], gutter: float, usual: float) -> bool:
    """Whether a heading over the left column heads the right one too: nothing stands beside it, and both begin, or end, below it."""
    if heading.x0 >= gutter - SLACK or any(
        item.x0 >= gutter - SLACK and item.top < heading.bottom and item.bottom > heading.top for item in items
    ):
        return False
    below = [item for item in items if item.top >= heading.bottom - SLACK and item is not heading]
    left = min((item.top for item in below if item.x0 < gutter - SLACK), default=None)
    right = min((item.top for item in below if item.x0 >= gutter - SLACK), default=None)
    return left == right if left is None or right is None else abs(left - right) < usual / 2


def _is_text(band: list[T], gutter: float, edge: float) -> bool:
    """Whether lines of text stand on both sides of the gutter, and running text fills one of them."""
    if not _are_columns(band, gutter):
        return False
    rooms = gutter - min(item.x0 for item in band), edge - gutter
    sides = _left(band, gutter), _right(band, gutter)
    return any(_usual_width(side) >= FULL * room for side, room in zip(sides, rooms, strict=True))


def _are_columns(band: list[T], gutter: float) -> bool:
    """Whether lines of text stand on both sides of a gutter, side by side."""
    sides = _left(band, gutter), _right(band, gutter)
    if any(len(side) < FEWEST for side in sides):
        return False
    tops, bottoms = zip(*((side[0].top, max(item.bottom for item in side)) for side in sides), strict=True)
    if min(bottoms) - max(tops) < 0.3 * (max(bottoms) - min(tops)):
        return False
    return all(_usual_width(side) >= WIDE * (max(item.x1 for item in side) - min(item.x0 for item in side)) for side in sides)


def _usual_width(side: list[T]) -> float:
    """How wide most lines are; 0 where they are too short for lines of text."""
    width, height = _median([item.x1 - item.x0 for item in side]), _median([item.bottom - item.top for item in side])
    return width if width >= LONG * height else 0.0


def _median(sizes: list[float]) -> float:
    return sorted(sizes)[len(sizes) // 2]
