"""Reading order: which columns a page has, and what is read after what."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

FEWEST = 3  # lines on either side of a gutter
WIDE = 0.45  # of its column's width: how wide the lines of running text are, at the median
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


def reading_order(items: Sequence[T]) -> list[list[T]]:
    """The items in groups that are read one after the other, each from top to bottom: a column, or what spans them."""
    ordered = sorted(items, key=lambda item: (item.top, item.x0))
    split = _best_split(ordered)
    if split is None:
        return [_by_rows(ordered)] if ordered else []
    start, end, gutter = split
    band = ordered[start:end]
    left = [item for item in band if item.x1 <= gutter + SLACK]
    right = [item for item in band if item.x1 > gutter + SLACK]
    before, after = ordered[:start], ordered[end:]
    return [*reading_order(before), *reading_order(left), *reading_order(right), *reading_order(after)]


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


def _best_split(items: list[T]) -> tuple[int, int, float] | None:
    """The band of items, `[start, end)`, that a gutter parts into two columns of text, and where the right one begins."""
    if len(items) < 2 * FEWEST:
        return None
    left, right = min(item.x0 for item in items), max(item.x1 for item in items)
    best: tuple[int, int, float] | None = None
    for place in sorted({round(item.x0 / ROUND) for item in items}):
        gutter = (place - 1) * ROUND
        if not left + MARGIN * (right - left) < gutter < right - MARGIN * (right - left):
            continue
        for start, end in _bands(items, gutter):
            if (best is None or end - start > best[1] - best[0]) and _is_text(items[start:end], gutter):
                best = (start, end, gutter)
    return best


def _bands(items: list[T], gutter: float) -> list[tuple[int, int]]:
    """The stretches of items that none of crosses the gutter."""
    bands, start = [], 0
    for index, item in enumerate(items):
        if item.x0 < gutter - SLACK and item.x1 > gutter + SLACK:
            bands.append((start, index))
            start = index + 1
    return [*bands, (start, len(items))]


def _is_text(band: list[T], gutter: float) -> bool:
    """Whether running text stands on both sides of the gutter, side by side."""
    sides = [item for item in band if item.x1 <= gutter + SLACK], [item for item in band if item.x1 > gutter + SLACK]
    if any(len(side) < FEWEST for side in sides):
        return False
    tops, bottoms = zip(*((side[0].top, max(item.bottom for item in side)) for side in sides), strict=True)
    if min(bottoms) - max(tops) < 0.3 * (max(bottoms) - min(tops)):
        return False
    return all(_median_width(side) >= WIDE * (max(i.x1 for i in side) - min(i.x0 for i in side)) for side in sides)


def _median_width(side: list[T]) -> float:
    widths = sorted(item.x1 - item.x0 for item in side)
    return widths[len(widths) // 2]
