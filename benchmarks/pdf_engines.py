"""Three engines that read the pages of a PDF: ours, pdfplumber doing the same, and raw pdfium, which gives text alone."""

import ctypes
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch

import pdfplumber
import pypdfium2.raw as pdfium

from pipeline.read.pdf import engine
from pipeline.read.pdf.cells import fill
from pipeline.read.pdf.lines import find_lines
from pipeline.read.scan.unread import why_unread

T = TypeVar("T")
Rows = Counter[tuple[str, ...]]


class Run(NamedTuple):
    """What reading one paper gave: its pages, and the rows of ruled tables on each, by the page's number.

    `aside` is processor time in seconds that went into something else: whether a page must be looked at to be read.
    """

    pages: int
    rows: dict[int, Rows]
    aside: float = 0.0
    has_scans: bool = False


def ours(path: Path) -> Run:
    """Words, lines and tables."""
    pages, aside, has_scans = 0, 0.0, False
    rows: dict[int, Rows] = {}

    def timed_check(*asked: Any) -> str | None:
        nonlocal aside
        why, spent = timed(lambda: why_unread(*asked))
        aside += spent
        return why

    with patch.object(engine, "why_unread", timed_check):
        for page in engine.read_pages(path.read_bytes()):
            find_lines(page.words)
            tables = [fill(grid, page.words) for grid in page.grids if grid.ruled]
            rows[page.number] = Counter(
                tuple(fold("".join(word.text for word in cell)) for cell in row) for table in tables for row in table
            )
            pages += 1
            has_scans |= page.source == "ocr"
    return Run(pages, rows, aside, has_scans)


def plumber(path: Path) -> Run:
    """The same by pdfplumber."""
    rows: dict[int, Rows] = {}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_text_lines()
            tables = page.extract_tables()
            rows[page.page_number] = Counter(tuple(fold(cell or "") for cell in row) for table in tables for row in table if len(row) > 1)
            page.close()
        return Run(len(pdf.pages), rows)


def raw(path: Path) -> Run:
    """The text of each page by pdfium, without places."""
    data = path.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    count = pdfium.FPDF_GetPageCount(document)
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text_page = pdfium.FPDFText_LoadPage(page)
        length = pdfium.FPDFText_CountChars(text_page)
        pdfium.FPDFText_GetText(text_page, 0, length, (ctypes.c_ushort * (length + 1))())
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return Run(count, {})


def fold(text: str) -> str:
    """Without white space, and without the two signs that engines write for a hyphen at a line's end."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text).replace("\u2010", "-")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and the processor time it took, in seconds."""
    started = time.process_time()
    found = work()
    return found, time.process_time() - started
