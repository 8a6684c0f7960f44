"""A page as a grey picture, as a reader sees it."""

from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from PIL import Image

from pipeline.read.pdf.view import View

DPI = 200
MOST_PIXELS = 12_000_000
WHITE = 0xFFFFFFFF
POINTS = 72  # to the inch


class Bitmap(NamedTuple):
    """Grey pixels, dark print on light paper, and how many of them there are to a point."""

    pixels: Image.Image
    scale: float

    @property
    def dpi(self) -> int:
        """Pixels to the inch."""
        return round(self.scale * POINTS)


def draw(page: Any, view: View, dpi: int = DPI) -> Bitmap:
    """Draws a page of pdfium, turned as the view is, at `dpi` pixels to the inch; at fewer where that would be more than 12 million."""
    across, down = view.size
    scale = min(dpi / POINTS, (MOST_PIXELS / max(across * down, 1)) ** 0.5)
    width, height = max(round(across * scale), 1), max(round(down * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
        turns = (view.turns - pdfium.FPDFPage_GetRotation(page)) % 4
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turns, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        data = pdfium.ctypes.string_at(buffer, stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Bitmap(Image.frombytes("L", (width, height), data, "raw", "L", stride), scale)
