"""The pages of a PDF by pdfium: words, edges and tables. Runs where a hostile file may do no harm, as pdfium may die of one."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.errors import LockedError, ReadError
from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.pdf.bullets import Bullets
from pipeline.read.pdf.edges import EdgeReader
from pipeline.read.pdf.grids import find_grids
from pipeline.read.pdf.ruled import is_too_much
from pipeline.read.pdf.turned import settle, upright
from pipeline.read.pdf.view import View
from pipeline.read.pdf.words import WordReader
from pipeline.read.scan.reader import read_scan
from pipeline.read.scan.unread import why_unread
from pipeline.reasons import Reason

MOST_CHARACTERS = 200_000
SMALLEST, LARGEST = 200.0, 14_400.0  # points, of a page's side
WRITTEN_ON = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
REASONS = {
    pdfium.FPDF_ERR_FORMAT: Reason.PDF_FORMAT,
    pdfium.FPDF_ERR_SECURITY: Reason.PROTECTED,
}


def read_pages(data: bytes, limits: Limits | None = None) -> Iterator[Page]:
    """The pages of a PDF that are wanted, one after the other.

    Raises LockedError for one that needs a password, and ReadError for one that pdfium cannot open.
    """
    first, last = (limits or Limits())[-2:]
    with _opened(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if not count:
            raise ReadError(Reason.PDF_NO_PAGES.told())
        reader = _PageReader(document)
        for number in range(first, min(count, last) + 1):
            page = reader.read(number)
            if number == last < count:
                page = page._replace(notes=(*page.notes, Reason.PAGES_LEFT_OUT.told(count=count - last)))
            yield page


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        if error == pdfium.FPDF_ERR_PASSWORD:
            raise LockedError(Reason.LOCKED.told())
        raise ReadError(REASONS.get(error, Reason.PDF_UNOPENED).told())
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


class _PageReader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._words = WordReader()
        self._edges = EdgeReader()
        self._bullets = Bullets()

    def read(self, number: int) -> Page:
        """The page of that number, from 1; without words, and with a note, where pdfium cannot load it."""
        with self._loaded(number) as page:
            if not page:
                return Page(number, 0.0, 0.0, (), notes=(Reason.PAGE_BROKEN.told(),))
            return self._read(page, number, View.of(page))

    @contextmanager
    def _loaded(self, number: int) -> Iterator[Any]:
        page = pdfium.FPDF_LoadPage(self._document, number - 1)
        try:
            if page and _is_written_on(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
                pdfium.FPDF_ClosePage(page)
                page = pdfium.FPDF_LoadPage(self._document, number - 1)
            yield page
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)

    def _read(self, page: Any, number: int, shown: View) -> Page:
        """The page made upright, where its print lies on its side; `tilt` says how it is shown."""
        width, height = shown.size
        if not all(isfinite(side) and side > 0 for side in (width, height)):
            return Page(number, 0.0, 0.0, (), notes=(Reason.PAGE_SIZELESS.told(),))
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            view = upright(text_page, shown)
            words, lacking = self._words.read(text_page, view, MOST_CHARACTERS)
            is_cut = pdfium.FPDFText_CountChars(text_page) > MOST_CHARACTERS
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        words, notes = settle(words, self._words.slants)
        width, height = view.size
        tilt = 90.0 * ((shown.turns - view.turns) % 4)
        if is_cut:
            notes.append(Reason.PAGE_TOO_LARGE.told(limit=MOST_CHARACTERS))
        if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
            notes.append(Reason.ODD_SIZE.told(width=width, height=height))
            return Page(number, width, height, tuple(words), notes=tuple(notes), tilt=tilt)
        drawings = self._edges.read(page, view)
        words = self._bullets.add(words, drawings.dots)
        if drawings.is_cut or is_too_much(drawings.edges):
            notes.append(Reason.MUCH_DRAWN.told())
        printed = Page(number, width, height, tuple(words), find_grids(words, drawings.edges), notes=tuple(notes), tilt=tilt)
        why = why_unread(page, view, words, drawings.pictures, lacking)
        return read_scan(page, view, printed, why) if why else printed


def _is_written_on(page: Any) -> bool:
    """Whether somebody filled in a form on the page, or wrote or stamped on it: words that stand beside the page's own."""
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in WRITTEN_ON:
            return True
    return False
