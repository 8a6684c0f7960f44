"""The numbers and short words that stand alone on a scan, which tesseract takes for specks: read again, all in one line."""

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageDraw

from pipeline.read.page import Rect
from pipeline.read.scan import tesseract
from pipeline.read.scan.bitmap import Bitmap
from pipeline.read.scan.tesseract import Printed

DARK = 128  # of 255: what is darker is ink
PAPER = INK = 255
STEP = 4  # pixels: how finely ink is looked for
NEAR = 2  # steps between the parts of a word
MOST_CELLS = 20_000  # of ink, a step wide and high each; more are a picture
MOST_ISLANDS = 60  # more are a picture too
LOWEST, HIGHEST, WIDEST = 0.6, 1.5, 4.0  # in heights of the page's words
MARGIN = 3  # pixels around a word that may be its own
BESIDE = 2  # pixels around an island that are free of ink
RULING = 7  # pixels: how broad a line is at most
APART = 3.0  # heights between two islands in the line that they are put into
ENLARGED = 1.5  # times; single digits are read better
SURE = 50  # of 100
WORTH = re.compile(r"\d|\w\w|\w[.)]")  # a letter alone is a bullet, or part of a drawing

Cell = tuple[int, int]


class _Island(NamedTuple):
    """A box, in pixels, around ink that stands apart; `x1` and `bottom` are exclusive."""

    x0: int
    top: int
    x1: int
    bottom: int


def read_missed(bitmap: Bitmap, found: Sequence[Printed], rulings: Sequence[Rect], language: str) -> list[Printed]:
    """The words of the picture that stand apart from those found. Raises OcrError as `tesseract.words` does."""
    if not found:
        return []
    height = round(median(word.height for word in found))
    ink = bitmap.pixels.point([INK] * DARK + [0] * (PAPER + 1 - DARK))
    unread = _islands(_without(ink.copy(), found, rulings, bitmap.scale))
    islands = [island for island in unread if _is_text(island, height) and _is_alone(island, ink)]
    islands.sort(key=lambda island: (island.top, island.x0))
    if not 0 < len(islands) <= MOST_ISLANDS:
        return []
    line, places = _in_line(bitmap, islands, height)
    return [word for printed in tesseract.words(line, language, tesseract.ONE_LINE) if (word := _back(printed, islands, places))]


def _without(ink: Image.Image, found: Sequence[Printed], rulings: Sequence[Rect], scale: float) -> Image.Image:
    """The ink, white on black, when that of the words found and of the rulings is wiped off."""
    brush = ImageDraw.Draw(ink)
    for word in found:
        brush.rectangle((word.left - MARGIN, word.top - MARGIN, word.left + word.width + MARGIN, word.top + word.height + MARGIN), 0)
    for line in rulings:
        brush.line([side * scale for side in line], 0, RULING)
    return ink


def _islands(ink: Image.Image) -> Iterator[_Island]:
    """Boxes around ink that has nothing but paper around it."""
    coarse = ink.reduce(STEP)
    cells = {(at % coarse.width, at // coarse.width) for at, value in enumerate(coarse.tobytes()) if value}
    if len(cells) > MOST_CELLS:
        return
    while cells:
        island = _spread(cells)
        left, top = STEP * min(x for x, _ in island), STEP * min(y for _, y in island)
        right, bottom = STEP * max(x + 1 for x, _ in island), STEP * max(y + 1 for _, y in island)
        if box := ink.crop((left, top, right, bottom)).getbbox():
            yield _Island(left + box[0], top + box[1], left + box[2], top + box[3])


def _spread(cells: set[Cell]) -> list[Cell]:
    """Takes one cell out of these, and all that are near it, or near one of those."""
    island = [cells.pop()]
    for x, y in island:
        near = {(x + across, y + down) for across in range(-NEAR, NEAR + 1) for down in range(-1, 2)} & cells
        island += near
        cells -= near
    return island


def _is_text(island: _Island, height: int) -> bool:
    return LOWEST * height <= island.bottom - island.top <= HIGHEST * height and island.x1 - island.x0 <= WIDEST * height


def _is_alone(island: _Island, ink: Image.Image) -> bool:
    """Whether it is no rest of something whose other part was wiped off."""
    around = (island.x0 - BESIDE, island.top - BESIDE, island.x1 + BESIDE, island.bottom + BESIDE)
    width, height = island.x1 - island.x0, island.bottom - island.top
    return ink.crop(around).getbbox() == (BESIDE, BESIDE, BESIDE + width, BESIDE + height)


def _in_line(bitmap: Bitmap, islands: Sequence[_Island], height: int) -> tuple[Bitmap, list[int]]:
    """An enlarged picture of the islands side by side, all at one height, and where each begins there, by the old scale."""
    gap = round(APART * height)
    places, at = [], gap
    for island in islands:
        places.append(at)
        at += island.x1 - island.x0 + gap
    pixels = Image.new("L", (at, 4 * height), PAPER)
    for island, place in zip(islands, places, strict=True):
        pixels.paste(bitmap.pixels.crop(island), (place, 3 * height - (island.bottom - island.top)))
    larger = pixels.resize((round(pixels.width * ENLARGED), round(pixels.height * ENLARGED)), Image.Resampling.BICUBIC)
    return Bitmap(larger, bitmap.scale * ENLARGED), places


def _back(printed: Printed, islands: Sequence[_Island], places: Sequence[int]) -> Printed | None:
    """The word where its island stands; None where it is unsure, or of more than one."""
    if printed.confidence < SURE or not WORTH.search(printed.text):
        return None
    left, right = printed.left / ENLARGED, (printed.left + printed.width) / ENLARGED
    for number, (island, place) in enumerate(zip(islands, places, strict=True)):
        width, height = island.x1 - island.x0, island.bottom - island.top
        if place - MARGIN <= left and right <= place + width + MARGIN:
            return Printed(("missed", str(number)), island.x0, island.top, width, height, printed.confidence, printed.text)
    return None
