"""PDFs and their pages, and pages that are pictures."""

import subprocess
from functools import partial
from types import SimpleNamespace

from hostile import broken
from hostile.objects import TEXT, page, pdf, stream

from pipeline.read.limits import Limits
from pipeline.read.page import Page
from pipeline.read.pdf import engine
from pipeline.read.pdf.engine import read_pages
from pipeline.read.pdf.ladder import Found
from pipeline.read.pdf.repair import repaired
from pipeline.read.render import render_page
from pipeline.read.scan import reader, tesseract
from pipeline.read.scan.tesseract import OcrError, Printed
from pipeline.reasons import Reason, Why
from reason_cases.cases import Tools, case, met, raising, simple, told

SLANTED = b"BT /F1 100 Tf .7 .7 -.7 .7 100 300 Tm (NOT A DRAFT) Tj ET\n"
GRID = b"".join(b"0 %d m 400 %d l S %d 0 m %d 300 l S\n" % (at, at, at, at) for at in range(0, 320, 4))
STRANGE = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>", 3: b"<< /Filter /Strange /V 1 >>"}

simple(Reason.PDF_STRUCTURE, partial(repaired, b"%PDF-1.7 nothing"))
simple(Reason.NOT_DRAWN, lambda: render_page(broken.sound(1), 99))
simple(Reason.PROTECTED, lambda: list(read_pages(pdf(STRANGE, b"/Encrypt 3 0 R /ID [<00> <00>]"))))
simple(Reason.PDF_NO_PAGES, lambda: list(read_pages(broken.no_pages())))
simple(Reason.PDF_FORMAT, lambda: list(read_pages(b"%PDF-1.7 nothing")))
case(Reason.LOCKED)(lambda tools: met(broken.locked("secret", "boss"), "plan.pdf"))
case(Reason.NO_WORDS_ON_PAGES)(lambda tools: met(broken.empty_page(), "plan.pdf"))


@case(Reason.PDF_UNOPENED)
def unopened(tools: Tools) -> list[Why]:
    tools.patch.setattr(engine, "REASONS", {})
    return told(lambda: list(read_pages(b"%PDF-1.7 nothing")))


def notes(data: bytes, limits: Limits | None = None) -> list[Why]:
    """What is noted on the first page."""
    return list(next(read_pages(data, limits)).notes)


case(Reason.PAGES_LEFT_OUT)(lambda tools: notes(broken.sound(3), Limits(last=1)))
case(Reason.SLANTED)(lambda tools: notes(page(stream(TEXT * 3 + SLANTED))))
case(Reason.ODD_SIZE)(lambda tools: notes(broken.box(b"[0 0 595 20000]")))
case(Reason.MUCH_DRAWN)(lambda tools: notes(page(stream(GRID + TEXT))))


@case(Reason.PAGE_TOO_LARGE)
def page_too_large(tools: Tools) -> list[Why]:
    tools.patch.setattr(engine, "MOST_CHARACTERS", 5)
    return notes(page(stream(TEXT)))


@case(Reason.PAGE_BROKEN)
def page_broken(tools: Tools) -> list[Why]:
    tools.patch.setattr(engine.pdfium, "FPDF_LoadPage", lambda *_: None)
    return notes(broken.sound(1))


def found(**facts: object) -> list[Why]:
    """What is told of pages that were found."""
    return [Why(issue.code, issue.message) for issue in Found(**facts).issues()]


@case(Reason.PAGE_SIZELESS)
def page_sizeless(tools: Tools) -> list[Why]:
    pages = Found()
    pages.add([Page(1, 0.0, 0.0, ())])
    return list(pages.unread.values())


case(Reason.REPAIRED)(lambda tools: found(pages={1: Page(1, 1.0, 1.0, (), engine="pdfium, repaired by qpdf")}))
case(Reason.SECOND_PROGRAM)(lambda tools: found(rescued={1: Reason.PAGE_BROKEN.told()}))


def printed(confidence: float) -> Printed:
    return Printed(("1",), 0, 0, 90, 9, confidence, "Wewillplanttrees")


case(Reason.PICTURE_EMPTY)(lambda tools: reader._doubts([]))
case(Reason.OCR_DOUBT)(lambda tools: reader._doubts([printed(40)]))


def unread(tools: Tools, does: object) -> list[Why]:
    """What is noted on a page that is a picture, where starting tesseract does this."""
    tools.patch.setattr(tesseract.shutil, "which", lambda name: "/bin/true")
    tools.patch.setattr(tesseract.subprocess, "run", does)
    return ocr(tools)


def ocr(tools: Tools) -> list[Why]:
    tesseract.version.cache_clear()
    tools.patch.setattr(reader, "draw", lambda page, view: None)
    try:
        return list(reader.read_scan(None, None, Page(1, 1.0, 1.0, ()), "this page is a picture").notes)
    except OcrError as error:
        raise AssertionError from error
    finally:
        tesseract.version.cache_clear()


@case(Reason.OCR_MISSING)
def ocr_missing(tools: Tools) -> list[Why]:
    tools.patch.setattr(tesseract.shutil, "which", lambda name: None)
    return ocr(tools)


case(Reason.OCR_NOT_STARTED)(lambda tools: unread(tools, raising(OSError(8, "Exec format error"))))
case(Reason.OCR_SLOW)(lambda tools: unread(tools, raising(subprocess.TimeoutExpired("tesseract", 1))))
case(Reason.OCR_FAILED)(lambda tools: unread(tools, lambda *_, **__: SimpleNamespace(returncode=3, stdout=b"", stderr=b"")))
