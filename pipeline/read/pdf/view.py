"""From a page's own space, with its origin anywhere and perhaps turned, to points from the top left of what a reader sees."""

import ctypes
from typing import Any, NamedTuple, Self

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect


class View(NamedTuple):
    """The part of a page that is seen, in the page's own space, and how many quarter turns clockwise it is shown turned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, page: Any) -> Self:
        """The view of a page of pdfium."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        return cls(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen, in points."""
        across, down = self.right - self.left, self.top - self.bottom
        return (down, across) if self.turns % 2 else (across, down)

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """The rectangle between two corners of the page's own space, lower left and upper right."""
        if self.turns == 0:
            return Rect(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        if self.turns == 1:
            return Rect(y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
        if self.turns == 2:
            return Rect(self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
        return Rect(self.top - y1, self.right - x1, self.top - y0, self.right - x0)
