"""What a page shows that its text does not say."""

from collections.abc import Sequence
from typing import Any

from PIL import ImageDraw

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.view import View
from pipeline.read.scan.bitmap import draw
from pipeline.read.scan.garbled import is_garbled

FEWEST = 20  # characters; a page of fewer says nothing
FEW = 200  # characters; a page of fewer under a picture may be a scan with a stamp on it
LARGE = 0.5  # of the page: a picture of more may be a scan, of less is a logo
DPI = 40  # enough to see ink
INK = 200  # of 255: what is darker
LEAST = 0.005  # of the page: ink that is no word; a few lines of print are more
MARGIN = 2  # points around a word's box


def why_unread(page: Any, view: View, words: Sequence[Word], pictures: Sequence[Rect] = (), lacking: int = 0) -> str | None:
    """Why the page of pdfium must be looked at to be read, in plain words; None where its `words` say what it shows.

    `pictures` are the boxes of those on it; `lacking` is how many of its characters no word holds, as none knows their meaning.
    """
    characters = sum([len(word[0]) for word in words])
    if characters < FEWEST and not lacking:
        return "this page is a picture" if _other_ink(page, view, words) > LEAST else None
    if characters < FEW and _share(pictures, view) > LARGE:
        return "part of this page is a picture"
    return "the text of this page is garbled" if is_garbled(words, lacking) else None


def _share(pictures: Sequence[Rect], view: View) -> float:
    """How much of the page is covered by pictures; scans may come in strips."""
    width, height = view.size
    seen = [(min(x1, width) - max(x0, 0), min(bottom, height) - max(top, 0)) for x0, top, x1, bottom in pictures]
    return sum(max(across, 0) * max(down, 0) for across, down in seen) / (width * height)


def _other_ink(page: Any, view: View, words: Sequence[Word]) -> float:
    """The share of the page that is inked outside of the words' boxes."""
    bitmap = draw(page, view, DPI)
    pixels, scale = bitmap.pixels, bitmap.scale
    brush = ImageDraw.Draw(pixels)
    for word in words:
        corners = (word.x0 - MARGIN, word.top - MARGIN, word.x1 + MARGIN, word.bottom + MARGIN)
        brush.rectangle([corner * scale for corner in corners], fill=255)
    return sum(pixels.histogram()[:INK]) / (pixels.width * pixels.height)
