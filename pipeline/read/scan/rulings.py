"""The level and upright lines that are printed on a scan, from which its tables are told."""

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

from pipeline.read.page import Rect
from pipeline.read.scan.bitmap import Bitmap

BESIDE = 4  # pixels: how far from a line its paper is looked at
DARKER = 20  # of 255: than the paper on one side is a line, be it pale, or the rim of a shaded area
NOISE = 4  # times as much as neighbours differ, on noisy paper
SHORTEST = 30.0  # points; higher than letters are, no higher than a row of two lines
LOWEST = 10.0  # points, of an upright line between two level ones: a row of one line
JOIN = 3.0  # points between lines that meet
THICKEST = 5.0  # points; what is thicker is no line
PIECE, GAP = 25, 8  # pixels: a line is broken where others cross it, and worn
REACH = 1  # pixels that a line may waver up and down
ERASED = 5  # pixels: how broad a line is at most, for the most part
PAPER = 255
MOST = 400  # lines one way; a photograph has no fewer, a table far fewer
RUN = re.compile(rb"\x00{%d,}(?:[^\x00]{1,%d}\x00{%d,})*" % (PIECE, GAP, PIECE))


class _Bar(NamedTuple):
    """Runs of marked pixels one below the other, in pixels: `[start, end)` along the line, `first` to `last` across it."""

    start: int
    end: int
    first: int
    last: int


def find_rulings(bitmap: Bitmap) -> list[Rect]:
    """The lines of a picture that stands straight, each as a `Rect` in points without width or without height; none in a photograph."""
    pixels, scale = bitmap.pixels, bitmap.scale
    level = [Rect(start / scale, at / scale, end / scale, at / scale) for start, end, at in _lines(pixels, SHORTEST, scale)]
    lines = _lines(pixels.transpose(Image.Transpose.TRANSPOSE), LOWEST, scale)
    upright = [Rect(at / scale, start / scale, at / scale, end / scale) for start, end, at in lines]
    return level + [line for line in upright if line.bottom - line.top >= SHORTEST or _joins(line, level)]


def erase(rulings: list[Rect], bitmap: Bitmap) -> Bitmap:
    """The picture without the lines that meet others, which tesseract takes for parts of letters."""
    pixels = bitmap.pixels.copy()
    brush = ImageDraw.Draw(pixels)
    upright = [line for line in rulings if line.x0 == line.x1]
    level = [line for line in rulings if line.x0 < line.x1]
    for line in [one for one in upright if _crossed(one, level)] + [
        one for one in level if any(_crossed(other, [one]) for other in upright)
    ]:
        brush.line([side * bitmap.scale for side in line], PAPER, ERASED)
    return bitmap._replace(pixels=pixels)


def _joins(line: Rect, level: list[Rect]) -> bool:
    """Whether an upright line reaches from one level line to another."""
    crossed = [other.top for other in _crossed(line, level)]
    return all(any(abs(end - top) <= JOIN for top in crossed) for end in (line.top, line.bottom))


def _crossed(upright: Rect, level: list[Rect]) -> list[Rect]:
    """The level lines that an upright one meets."""
    return [
        other
        for other in level
        if other.x0 - JOIN <= upright.x0 <= other.x1 + JOIN and upright.top - JOIN <= other.top <= upright.bottom + JOIN
    ]


def _lines(pixels: Image.Image, shortest: float, scale: float) -> list[tuple[int, int, float]]:
    """The level lines: from where to where, and how far down."""
    bars = _bars(_marks(pixels), round(shortest * scale))
    return [(bar.start, bar.end, (bar.first + bar.last + 1) / 2) for bar in bars if bar.last - bar.first < THICKEST * scale]


def _marks(pixels: Image.Image) -> Image.Image:
    """Black where a pixel is darker than those above it or below it, white elsewhere; letters may stand on the other side."""
    paper = ImageChops.lighter(*_shifted(pixels, BESIDE))
    darker = min(max(DARKER, NOISE * _noise(pixels)), 255)
    marks = ImageChops.subtract(paper, pixels).point([255] * darker + [0] * (256 - darker))
    above, below = _shifted(marks, REACH)
    return ImageChops.darker(ImageChops.darker(marks, above), below)


def _noise(pixels: Image.Image) -> int:
    """By how much neighbours differ, half of them by more: next to nothing on clean paper."""
    counts = ImageChops.difference(pixels, ImageChops.offset(pixels, 1, 0)).histogram()
    return bisect_left(list(accumulate(counts)), sum(counts) / 2)


def _shifted(pixels: Image.Image, rows: int) -> tuple[Image.Image, Image.Image]:
    """What stands so many rows above each pixel, and below it; what leaves the picture on one side comes back on the other."""
    return ImageChops.offset(pixels, 0, rows), ImageChops.offset(pixels, 0, -rows)


def _bars(marks: Image.Image, shortest: int) -> list[_Bar]:
    """The runs of ink that are long enough, those joined that touch."""
    width, pixels = marks.width, marks.tobytes()
    open_bars: list[_Bar] = []
    bars: list[_Bar] = []
    for row in range(marks.height):
        spans = [match.span() for match in RUN.finditer(pixels, row * width, (row + 1) * width)]
        found = [(start - row * width, end - row * width) for start, end in spans if end - start >= shortest]
        if found or open_bars:
            bars += [bar for bar in open_bars if bar.last < row - 1]
            if len(bars) > MOST:
                return []
            open_bars = _joined([bar for bar in open_bars if bar.last >= row - 1], found, row)
    return bars + open_bars


def _joined(bars: list[_Bar], found: list[tuple[int, int]], row: int) -> list[_Bar]:
    """The open bars with the runs of one more row."""
    for start, end in found:
        touching = [bar for bar in bars if bar.start < end and start < bar.end]
        bars = [bar for bar in bars if bar not in touching]
        touching.append(_Bar(start, end, row, row))
        bars.append(_Bar(min(bar.start for bar in touching), max(bar.end for bar in touching), min(bar.first for bar in touching), row))
    return bars
