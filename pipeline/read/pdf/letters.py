"""The boxes of single letters, for words whose own boxes cannot be trusted."""

import ctypes
from math import atan2, degrees, hypot
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.read.page import Rect
from pipeline.read.pdf.bare import bare
from pipeline.read.pdf.view import View

TALLEST = 60.0  # points; some fonts claim boxes far higher than their letters
LOOSEST = 3.0  # times as high as the letters inside
SAMPLE = 12  # letters
# Fonts that state no height, as LibreOffice writes them, have boxes that only just hold each letter: in shares of the font's size,
# lower than any other's, or lower than most and unlike each other.
LOW, TIGHT, ALIKE = 0.85, 0.97, 0.02
ABOVE, BELOW = 0.93, 0.12  # of the font's size: how far such a font is taken to reach from its baseline
BLANK = 32  # the code of a space; lower ones are no letters either
SMALL = 0.8  # of the size of a word's first letter: the mark of a footnote behind it

_loose_box, _matrix, _size = bare(pdfium.FPDFText_GetLooseCharBox), bare(pdfium.FPDFText_GetMatrix), bare(pdfium.FPDFText_GetFontSize)
_unicode = bare(pdfium.FPDFText_GetUnicode)


class Letters:
    """Measures the letters of one page after the other; the buffers are made once."""

    def __init__(self) -> None:
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._into_rect, self._into_matrix = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._sides = [ctypes.c_double() for _ in range(4)]

    def box(self, text_page: Any, at: int, view: View, tight: bool) -> Rect:
        """A letter's box, as high as its font; `tight` where that states no height."""
        rect, (left, right, bottom, top) = self._rect, self._sides
        _loose_box(text_page, at, self._into_rect)
        size = self.size(text_page, at) if tight else 0
        if size and pdfium.FPDFText_GetCharOrigin(text_page, at, left, bottom):
            return view.rect(rect.left, bottom.value - BELOW * size, rect.right, bottom.value + ABOVE * size)
        height = rect.top - rect.bottom
        if height > TALLEST and pdfium.FPDFText_GetCharBox(text_page, at, left, right, bottom, top):
            printed = top.value - bottom.value
            if 0 < LOOSEST * printed < height:
                return view.rect(rect.left, bottom.value, rect.right, top.value)
        return view.rect(rect.left, rect.bottom, rect.right, rect.top)

    def is_tight(self, text_page: Any, at: int) -> bool:
        """Whether the font of some letters states no height, so that their boxes only just hold each: they are low, or differ."""
        shares = [share for near in range(at, at + SAMPLE) if (share := self._share(text_page, near))]
        return bool(shares) and (min(shares) < LOW or (min(shares) < TIGHT and max(shares) - min(shares) > ALIKE))

    def _share(self, text_page: Any, at: int) -> float:
        """How high a letter's box is, as a share of its font's size; 0 for a space or a turned letter."""
        _loose_box(text_page, at, self._into_rect)
        size = self.size(text_page, at)
        return float(self._rect.top - self._rect.bottom) / size if size else 0.0

    def is_mark(self, text_page: Any, first: int, last: int) -> bool:
        """Whether a word's last letter is set much smaller than its first, as the mark of a footnote is."""
        first_size, last_size = self.size(text_page, first), self.size(text_page, last)
        return 0 < last_size < SMALL * first_size

    def slant(self, text_page: Any, at: int, view: View) -> int | None:
        """By how many degrees clockwise a letter is seen turned, from 0 to 359; None for what is no letter."""
        matrix = self._matrix
        if _unicode(text_page, at) <= BLANK or not _matrix(text_page, at, self._into_matrix):
            return None
        return round(90 * view.turns - degrees(atan2(matrix.b, matrix.a))) % 360

    def size(self, text_page: Any, at: int) -> float:
        """The size of a letter's font in points; 0 where the letter is turned."""
        matrix = self._matrix
        if not _matrix(text_page, at, self._into_matrix) or abs(matrix.b) > abs(matrix.a):
            return 0.0
        return float(_size(text_page, at)) * hypot(matrix.c, matrix.d)
