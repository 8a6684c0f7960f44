"""Lines found in pictures."""

import random
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from pipeline.read.page import Rect
from pipeline.read.scan.bitmap import Bitmap
from pipeline.read.scan.rulings import erase, find_rulings

ACROSS, DOWN = (100, 400, 700), (100, 160, 300)  # pixels


def grid(colour: int = 0, width: int = 2) -> Image.Image:
    """A table of two rows and two columns."""
    pixels = Image.new("L", (800, 400), 255)
    brush = ImageDraw.Draw(pixels)
    for x in ACROSS:
        brush.line((x, DOWN[0], x, DOWN[-1]), colour, width)
    for y in DOWN:
        brush.line((ACROSS[0], y, ACROSS[-1], y), colour, width)
    return pixels


def found(pixels: Image.Image) -> tuple[list[int], list[int]]:
    """How far right the upright lines stand, and how far down the level ones, in pixels, to the nearest ten."""
    rulings = find_rulings(Bitmap(pixels, 200 / 72))
    places = [(line.x0 == line.x1, line) for line in rulings]
    return sorted({_ten(line.x0) for upright, line in places if upright}), sorted(
        {_ten(line.top) for upright, line in places if not upright}
    )


def _ten(points: float) -> int:
    return round(points * 200 / 72 / 10) * 10


@pytest.mark.parametrize(("colour", "width"), [(0, 1), (0, 3), (0, 8), (200, 2), (230, 1)])
def test_a_table_is_told_by_its_lines_thick_and_thin_dark_and_pale(colour: int, width: int) -> None:
    assert found(grid(colour, width)) == (list(ACROSS), list(DOWN))


def test_a_low_row_has_its_upright_lines() -> None:
    pixels = grid()
    ImageDraw.Draw(pixels).line((550, DOWN[0], 550, DOWN[1]), 0, 2)
    assert 550 in found(pixels)[0]


def test_an_upright_stroke_that_low_between_no_lines_is_none() -> None:
    pixels = grid()
    ImageDraw.Draw(pixels).line((550, 190, 550, 250), 0, 2)
    assert 550 not in found(pixels)[0]


def test_shaded_cells_parted_by_white_lines_have_sides() -> None:
    pixels = Image.new("L", (800, 400), 255)
    brush = ImageDraw.Draw(pixels)
    for left, right in ((100, 398), (402, 700)):
        brush.rectangle((left, 100, right, 220), 90)
    assert found(pixels) == ([100, 400, 700], [100, 220])


def test_lines_waver() -> None:
    assert found(grid().rotate(0.2, Image.Resampling.BICUBIC, fillcolor=255)) == (list(ACROSS), list(DOWN))


def test_words_are_no_lines(picture: Callable[[str], Image.Image]) -> None:
    assert find_rulings(Bitmap(picture("<p><b><i>recommendations recorded outstanding investments " * 20), 200 / 72)) == []


def test_a_photograph_has_hardly_any_lines() -> None:
    pixels = Image.frombytes("L", (1600, 1600), random.Random(7).randbytes(1600 * 1600))
    assert len(find_rulings(Bitmap(pixels, 200 / 72))) < 10


def test_erased_lines_leave_the_paper() -> None:
    bitmap = Bitmap(grid(), 200 / 72)
    assert erase(find_rulings(bitmap), bitmap).pixels.getextrema() == (255, 255)


def test_lines_have_no_breadth() -> None:
    rulings = find_rulings(Bitmap(grid(), 1.0))
    assert all(isinstance(line, Rect) and (line.x0 == line.x1) != (line.top == line.bottom) for line in rulings)
