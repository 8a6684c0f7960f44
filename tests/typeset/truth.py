"""Where words truly stand in a PDF: by pdfminer's letters, so by another way than the pipeline's."""

import io
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

import pdfplumber

from pipeline.model.record import Box

SHORTEST = 6  # letters that tell a piece of a text; fewer stand anywhere


class Letter(NamedTuple):
    """One printed letter or digit and its box, in points from the top left of its page."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Print:
    """The letters and digits of a PDF in the order of the file."""

    def __init__(self, pdf: bytes) -> None:
        found: list[tuple[str, Letter]] = []
        with pdfplumber.open(io.BytesIO(pdf)) as paper:
            for page in paper.pages:
                for char in page.chars:
                    low = _sunk(char, page.height)
                    place = Letter(page.page_number, char["x0"], char["top"] + low, char["x1"], char["bottom"] + low)
                    found += [(letter, place) for letter in fold(char["text"])]
        self.letters = "".join(letter for letter, _ in found)
        self.places = [place for _, place in found]
        self._pages: dict[int, list[int]] = defaultdict(list)
        for at, place in enumerate(self.places):
            self._pages[place.page].append(at)

    def find(self, words: str, start: int) -> tuple[list[Letter], int]:
        """The places of the letters of `words`, sought from letter `start` on, and where to seek what comes next.

        Words that a page or column break tears are put together from the longest pieces that are printed as one. Words that are not
        all there are sought from the first letter on.
        """
        found = self._find(words, start)
        return found if len(found[0]) == len(fold(words)) else max(found, self._find(words, 0), key=lambda pair: len(pair[0]))

    def spell(self, boxes: Sequence[Box]) -> str:
        """The letters and digits that are printed inside the boxes."""
        return "".join(self.letters[at] for box in boxes for at in self._pages[box.page] if _lies_in(self.places[at], box))

    def _find(self, words: str, start: int) -> tuple[list[Letter], int]:
        rest, at, first, found = fold(words), start, None, []
        while rest:
            size = self._longest(rest, at)
            if size == 0:
                break
            at = self.letters.index(rest[:size], at)
            first = at if first is None else first
            found += self.places[at : at + size]
            at, rest = at + size, rest[size:]
        return found, start if first is None else first + 1

    def _longest(self, rest: str, start: int) -> int:
        """How many letters at the head of `rest` are printed as one, anywhere from `start` on; 0 for too few."""
        low, high = 0, len(rest)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.letters.find(rest[:middle], start) >= 0 else (low, middle - 1)
        return low if low >= min(SHORTEST, len(rest)) else 0


def _sunk(char: dict[str, Any], height: float) -> float:
    """How far a letter must be let down: pdfminer sets one upon its base line where the font does not state how deep it hangs."""
    base = height - char["matrix"][5]
    return 0.2 * char["size"] if abs(char["bottom"] - base) < 0.01 else 0.0


def _lies_in(place: Letter, box: Box) -> bool:
    across, down = (place.x0 + place.x1) / 2, (place.top + place.bottom) / 2
    return box.x0 <= across <= box.x1 and box.top <= down <= box.bottom


def fold(text: str) -> str:
    """The letters and digits alone, ligatures undone, in lower case."""
    return "".join(letter for letter in normalize("NFKC", text).lower() if letter.isalnum())


def line_boxes(letters: Sequence[Letter]) -> list[Box]:
    """A box a printed line."""
    lines: list[list[Letter]] = []
    for letter in letters:
        last = lines[-1][-1] if lines else None
        if last and last.page == letter.page and abs(last.top - letter.top) < 2 and letter.x0 >= last.x0 - 1:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [_around(line) for line in lines]


def _around(line: Sequence[Letter]) -> Box:
    left, top = min(letter.x0 for letter in line), min(letter.top for letter in line)
    right, bottom = max(letter.x1 for letter in line), max(letter.bottom for letter in line)
    return Box(page=line[0].page, x0=left, top=top, x1=right, bottom=bottom)


def cropped(box: Box, margin: float) -> Box:
    """The box on its page with `margin` points cut off each side."""
    return Box(page=box.page, x0=box.x0 - margin, top=box.top - margin, x1=box.x1 - margin, bottom=box.bottom - margin)


def likeness(left: Sequence[Box], right: Sequence[Box]) -> float:
    """Intersection over union of the areas that two sets of boxes cover, page by page."""
    one, other, both = _area(left), _area(right), _area([*left, *right])
    return (one + other - both) / both if both else 1.0


def _area(boxes: Sequence[Box]) -> float:
    """The area that the boxes cover together."""
    return sum(_area_of_page([box for box in boxes if box.page == page]) for page in {box.page for box in boxes})


def _area_of_page(boxes: Sequence[Box]) -> float:
    xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
    total = 0.0
    for left, right in pairwise(xs):
        spans = sorted((box.top, box.bottom) for box in boxes if box.x0 <= left and right <= box.x1)
        covered, reach = 0.0, float("-inf")
        for top, bottom in spans:
            covered += max(0.0, bottom - max(top, reach))
            reach = max(reach, bottom)
        total += covered * (right - left)
    return total
