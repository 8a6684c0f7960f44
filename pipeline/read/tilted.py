"""From a page made level and upright, as its words are placed, back to the page as a reader sees it."""

import math
from collections.abc import Iterable

from pipeline.model.layout import PlacedWord, PlacedWords
from pipeline.read.page import Page

Point = tuple[float, float]


def as_seen(words: PlacedWords, pages: Iterable[Page]) -> PlacedWords:
    """The words with the boxes that they have on the pages as printed, where print may be tilted, or lie on its side."""
    tilted = {page.number: page for page in pages if page.tilt}
    if not tilted:
        return words
    return PlacedWords.of(_turned(word, page) if (page := tilted.get(word.page)) else word for word in words)


def size_seen(page: Page) -> tuple[float, float]:
    """Width and height of the page as printed, in points."""
    lies = round(page.tilt / 90) % 2
    return (page.height, page.width) if lies else (page.width, page.height)


def _turned(word: PlacedWord, page: Page) -> PlacedWord:
    """The word with a box around its own, turned."""
    corners = [_turn((x, y), page) for x in (word.x0, word.x1) for y in (word.top, word.bottom)]
    across, down = zip(*corners, strict=True)
    return word._replace(x0=min(across), top=min(down), x1=max(across), bottom=max(down))


def _turn(point: Point, page: Page) -> Point:
    """The point turned clockwise by the tilt, about the middle of the page."""
    across, down = point[0] - page.width / 2, point[1] - page.height / 2
    sine, cosine = math.sin(math.radians(page.tilt)), math.cos(math.radians(page.tilt))
    width, height = size_seen(page)
    return across * cosine - down * sine + width / 2, across * sine + down * cosine + height / 2
