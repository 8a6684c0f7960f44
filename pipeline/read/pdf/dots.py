"""Dots: shapes and pictures as small as a bullet, about as wide as they are high."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect
from pipeline.read.pdf.view import View

MOST_SEGMENTS = 64  # of a dot, which is a circle as a rule
SMALLEST, LARGEST = 1.5, 8.0  # points
ROUND = 0.3  # by which a dot may be wider than high, or higher than wide

Sides = tuple[float, float, float, float]


class Dot(NamedTuple):
    """Where a dot is, and its colour as one number; 0 for a picture."""

    box: Rect
    colour: int


class DotReader:
    """Collects the dots of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._found: list[tuple[Sides, int]] = []

    def begin(self) -> None:
        """Another page."""
        self._found = []

    def take(self, box: Sides, shape: Any = None, is_filled: bool = True) -> None:
        """Keeps a shape of pdfium, or a picture, if it is a dot. `box` (left, bottom, right, top) is in the page's own space."""
        wide, high = box[2] - box[0], box[3] - box[1]
        if SMALLEST <= wide <= LARGEST and abs(wide - high) <= ROUND * wide:
            self._found.append((box, self._colour_of(shape, is_filled) if shape else 0))

    def dots(self, view: View) -> list[Dot]:
        """The page's dots as a reader sees them."""
        return [Dot(view.rect(*box), colour) for box, colour in self._found]

    def _colour_of(self, shape: Any, is_filled: bool) -> int:
        ask = pdfium.FPDFPageObj_GetFillColor if is_filled else pdfium.FPDFPageObj_GetStrokeColor
        red, green, blue, opacity = self._colour
        return red.value << 16 | green.value << 8 | blue.value if ask(shape, red, green, blue, opacity) else 0
