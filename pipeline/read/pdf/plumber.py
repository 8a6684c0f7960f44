"""Pages by pdfplumber: twenty times slower than pdfium, but it reads some papers that pdfium cannot."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psparser import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import LockedError, ReadError
from pipeline.read.limits import Limits
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.read.pdf.fonts import BOLD
from pipeline.reasons import Reason

ENGINE = f"pdfplumber {pdfplumber.__version__}"


def read_pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """The wanted pages with their words and ruled tables. Raises ReadError where the file cannot be opened."""
    for page in _open(data, limits):
        yield _page(page)
        page.close()


def _open(data: bytes, limits: Limits) -> Sequence[Any]:
    """The wanted pages, not read yet."""
    try:
        wanted: Any = range(limits.first, limits.last + 1)  # declared to be a list, but only asked what is in it
        return PDF(BytesIO(data), pages=wanted).pages
    except (PdfminerException, PSException, ValueError, KeyError, TypeError) as error:
        if PDFPasswordIncorrect in map(type, error.args):
            raise LockedError(Reason.LOCKED.told()) from None
        raise ReadError(Reason.PDF_STRUCTURE.told(error=type(error).__name__)) from None


def _page(page: Any) -> Page:
    view = Rect(*map(float, page.cropbox))
    words = page.extract_words(use_text_flow=True, extra_attrs=["fontname"])
    grids = tuple(_grid(table, view) for table in page.find_tables())
    width, height = view.x1 - view.x0, view.bottom - view.top
    return Page(page.page_number, width, height, tuple(_words(words, view)), grids, engine=ENGINE)


def _grid(table: Any, view: Rect) -> Grid:
    return Grid(tuple(tuple(_seen(cell, view) if cell else None for cell in row.cells) for row in table.rows))


def _words(found: Iterable[dict[str, Any]], view: Rect) -> Iterator[Word]:
    """The words that are seen; a new line is noted where one stands beneath the word before, or to its left."""
    above: Rect | None = None
    for word in found:
        rect = _seen((word["x0"], word["top"], word["x1"], word["bottom"]), view)
        across, down = (rect.x0 + rect.x1) / 2, (rect.top + rect.bottom) / 2
        if 0 <= across <= view.x1 - view.x0 and 0 <= down <= view.bottom - view.top:
            is_new = above is None or rect.x0 < above.x0 or rect.top > (above.top + above.bottom) / 2
            yield Word(word["text"], *rect, BOLD.search(word["fontname"].encode()) is not None, "\n" if is_new else " ")
            above = rect


def _seen(box: tuple[float, float, float, float], view: Rect) -> Rect:
    """A box counted from the corner of the part of the page that a reader sees; pdfplumber counts from that of the whole sheet."""
    return Rect(float(box[0]) - view.x0, float(box[1]) - view.top, float(box[2]) - view.x0, float(box[3]) - view.top)
