"""How far print is tilted."""

from collections.abc import Callable

import pytest
from PIL import Image

from pipeline.read.scan.bitmap import Bitmap
from pipeline.read.scan.tilt import straighten, tilt

LINES = "<p>" + "The council will plant trees and report on how many stand. " * 14


@pytest.mark.parametrize("degrees", [-2.4, -0.7, 0.4, 1.6, 2.9])
def test_a_tilt_is_told_to_a_fifth_of_a_degree(picture: Callable[[str], Image.Image], degrees: float) -> None:
    tilted = Bitmap(picture(LINES).rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255), 200 / 72)
    assert tilt(tilted) == pytest.approx(degrees, abs=0.2)


@pytest.mark.parametrize("html", [LINES, "", "<p>Plan"])
def test_level_print_and_empty_pages_are_not_tilted(picture: Callable[[str], Image.Image], html: str) -> None:
    assert tilt(Bitmap(picture(html), 200 / 72)) == 0


def test_a_level_picture_stays_the_very_same() -> None:
    bitmap = Bitmap(Image.new("L", (10, 10)), 1.0)
    assert straighten(bitmap, 0) is bitmap
