"""From a scan that was turned upright and made level, back to the page as a reader sees it."""

from collections.abc import Sequence
from math import cos, radians, sin

from pipeline.model.layout import Layout, PlacedWord, PrintedPage
from pipeline.read.page import Page


def as_seen(layout: Layout, pages: Sequence[Page]) -> Layout:
    """The layout with the words of tilted pages where they are seen."""
    tilted = {page.number: page for page in pages if page.tilt}
    if not tilted:
        return layout
    words = tuple(_word(word, tilted[word.page]) if word.page in tilted else word for word in layout.words)
    printed = tuple(_page(page, tilted[page.number]) if page.number in tilted else page for page in layout.pages)
    return Layout(words, printed)


def _word(word: PlacedWord, page: Page) -> PlacedWord:
    """Turned about the middle of the page; its box stays level, and lies on its side where the page does."""
    width, height = _size(page)
    x, y = (word.x0 + word.x1 - page.width) / 2, (word.top + word.bottom - page.height) / 2
    across, down = (word.x1 - word.x0) / 2, (word.bottom - word.top) / 2
    if _lies(page):
        across, down = down, across
    angle = radians(page.tilt)
    x, y = x * cos(angle) - y * sin(angle) + width / 2, x * sin(angle) + y * cos(angle) + height / 2
    return word._replace(x0=round(x - across, 2), top=round(y - down, 2), x1=round(x + across, 2), bottom=round(y + down, 2))


def _page(printed: PrintedPage, page: Page) -> PrintedPage:
    width, height = _size(page)
    return printed._replace(width=width, height=height)


def _size(page: Page) -> tuple[float, float]:
    return (page.height, page.width) if _lies(page) else (page.width, page.height)


def _lies(page: Page) -> bool:
    """Whether the page is turned on its side."""
    return round(page.tilt / 90) % 2 == 1
