"""Pictures of PDF pages, as a reader sees them: cropped and turned. Runs where a hostile file may do no harm."""

from collections.abc import Iterator
from math import ceil, sqrt

import pypdfium2 as pdfium

from pipeline.errors import ReadError
from pipeline.read.limits import Limits
from pipeline.read.pdf.repair import repaired
from pipeline.read.picture import Picture
from pipeline.reasons import Reason

SCALE = 2.0  # pixels a point, so that small print is legible
MOST_PIXELS = 12_000_000  # a larger page is drawn smaller


def render_pages(data: bytes, limits: Limits) -> Iterator[Picture]:
    """The pages that the limits want. Raises ReadError for what cannot be opened, not even repaired."""
    with _opened(data) as document:
        document.init_forms()  # what is filled into a form is printed too
        for number in range(limits.first, min(limits.last, len(document)) + 1):
            yield _draw(document[number - 1], number)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return _repaired(data)


def _repaired(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(repaired(data))
    except pdfium.PdfiumError as error:
        raise ReadError(Reason.PDF_UNOPENED.told()) from error


def _draw(page: pdfium.PdfPage, number: int) -> Picture:
    width, height = page.get_size()
    scale = _scale(width, height)
    image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    return Picture(number, scale, image.width, image.height, image.tobytes())


def _scale(width: float, height: float) -> float:
    return min(SCALE, sqrt(MOST_PIXELS / max(width * height, 1)))


def measure_pages(data: bytes, limits: Limits) -> Iterator[Picture]:
    """The pages that the limits want as `render_pages` would draw them, without their pixels. Raises ReadError as it does."""
    with _opened(data) as document:
        for number in range(limits.first, min(limits.last, len(document)) + 1):
            width, height = document.get_page_size(number - 1)
            scale = _scale(width, height)
            yield Picture(number, scale, ceil(width * scale), ceil(height * scale), b"")
