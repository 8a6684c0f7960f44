"""What lines and letters look like. Each kind of value has a manner of its own, to be told without colour too."""

import unicodedata
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
Colour = tuple[int, int, int]

INK: Colour = (40, 40, 40)
PALE: Colour = (232, 232, 227)
LIT: Colour = (255, 233, 128)
BORDER: Colour = (130, 130, 130)
COLOURS: dict[str, Colour] = {"owner": (20, 84, 168), "deadline": (184, 38, 30), "target": (16, 112, 60), "budget": (120, 44, 150)}
DASHES = {"deadline": (5.0, 2.5), "budget": (1.2, 1.8)}  # points: the ink, and the gap behind it
TEXT, LINE, GAP = 7.5, 10.0, 6.0  # points


class Pen:
    """Draws on a picture of `scale` pixels a point; all that it is told is in points."""

    def __init__(self, picture: Image.Image, scale: float) -> None:
        self._draw, self._scale = ImageDraw.Draw(picture), scale
        self._font = ImageFont.load_default(max(TEXT * scale, 1))

    def outline(self, kind: str, x0: float, top: float, x1: float, bottom: float) -> None:
        """A box in the manner of the kind: an owner's of a line, a deadline's of dashes, a target's double, a budget's of dots."""
        self.frame(x0, top, x1, bottom, COLOURS[kind], 0.6 if kind == "target" else 1.0, DASHES.get(kind))
        if kind == "target":
            self.frame(x0 - 1.6, top - 1.6, x1 + 1.6, bottom + 1.6, COLOURS[kind], 0.6)

    def frame(
        self, x0: float, top: float, x1: float, bottom: float, colour: Colour, width: float = 0.5, dash: tuple[float, float] | None = None
    ) -> None:
        """A box of lines, or of dashes."""
        corners = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
        if dash is None:
            self.line(corners, colour, width)
            return
        for start, end in pairwise(corners):
            for stretch in _dashed(start, end, *dash):
                self.line(stretch, colour, width)

    def line(self, points: list[Point], colour: Colour, width: float) -> None:
        """A line through the points."""
        self._draw.line([self._pixel(point) for point in points], colour, max(1, round(width * self._scale)))

    def fill(self, x0: float, top: float, x1: float, bottom: float, colour: Colour) -> None:
        """A box full of colour."""
        self._draw.rectangle((self._pixel((x0, top)), self._pixel((x1, bottom))), fill=colour)

    def write(self, x0: float, top: float, text: str) -> None:
        """A line of text."""
        self._draw.text(self._pixel((x0, top)), plain(text), INK, self._font)

    def length(self, text: str) -> float:
        """How wide `write` makes the text."""
        return self._font.getlength(plain(text)) / self._scale

    def _pixel(self, point: Point) -> Point:
        return point[0] * self._scale, point[1] * self._scale


def plain(text: str) -> str:
    """The text in the letters that Pillow's own font has: without accents, and a question mark for what it lacks.

    >>> plain("Café – 3½ ✓")
    'Cafe - 31/2 ?'
    """
    folded = unicodedata.normalize("NFKD", text.translate({0x2013: "-", 0x2014: "-"})).replace("\u2044", "/")
    shown = ("\x20" <= char < "\x7f" or char in "·‘’“”" for char in folded)
    return "".join(char if is_shown else "?" for char, is_shown in zip(folded, shown, strict=True) if not unicodedata.combining(char))


def _dashed(start: Point, end: Point, ink: float, gap: float) -> list[list[Point]]:
    """The dashes of a level or upright line."""
    (x0, y0), (x1, y1) = start, end
    length = max(abs(x1 - x0), abs(y1 - y0))
    count = int(length / (ink + gap)) + 1
    ends = [(at * (ink + gap), min(at * (ink + gap) + ink, length)) for at in range(count) if at * (ink + gap) < length]
    return [[(x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length) for at in pair] for pair in ends]
