"""How far the print on a scan is tilted, and the picture turned straight."""

from itertools import pairwise

from PIL import Image

from pipeline.read.scan.bitmap import Bitmap

WIDTH = 500  # of the small picture that is tried in one angle after the other, in pixels
MOST = 3.0  # degrees
COARSE, FINE = 0.5, 0.1
LEAST = 0.15  # degrees; less harms neither lines nor tables
PAPER = 255


def tilt(bitmap: Bitmap) -> float:
    """By how many degrees clockwise the lines of print are tilted; 0 where they are level or nothing is told.

    Lines are level where the rows of pixels differ most: full of ink in a line, empty between two.
    """
    small = bitmap.pixels.copy()
    small.thumbnail((WIDTH, 2 * WIDTH), Image.Resampling.BOX)
    ink = small.point([PAPER - value for value in range(256)])
    steps = round(MOST / COARSE)
    coarse = max((COARSE * step for step in range(-steps, steps + 1)), key=lambda angle: _contrast(ink, angle))
    steps = round(COARSE / FINE)
    best = max((coarse + FINE * step for step in range(-steps, steps + 1)), key=lambda angle: _contrast(ink, angle))
    return best if abs(best) >= LEAST and _contrast(ink, best) > 1.02 * _contrast(ink, 0) else 0.0


def straighten(bitmap: Bitmap, degrees: float) -> Bitmap:
    """The picture turned back by its tilt about its middle; its size stays."""
    if not degrees:
        return bitmap
    return bitmap._replace(pixels=bitmap.pixels.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=PAPER))


def _contrast(ink: Image.Image, degrees: float) -> int:
    """The sum of squares of the differences between one row of pixels and the next, when turned back by the angle."""
    rows = ink.rotate(degrees, Image.Resampling.BILINEAR).resize((1, ink.height), Image.Resampling.BOX).tobytes()
    return sum((upper - lower) ** 2 for upper, lower in pairwise(rows))
