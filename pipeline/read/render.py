"""Draws the pages of a paper, each in a child process of its own, and tells their sizes."""

from pipeline.errors import ReadError
from pipeline.read.limits import Limits
from pipeline.read.picture import Picture
from pipeline.read.sandbox import run
from pipeline.reasons import Reason

RENDERER = "pipeline.read.pdf.render:render_pages"
MEASURER = "pipeline.read.pdf.render:measure_pages"


def render_page(data: bytes, number: int) -> Picture:
    """The page of a PDF with that number, from 1. Raises ReadError, with a plain reason, for one that cannot be drawn."""
    drawn = run(RENDERER, data, Limits(first=number, last=number))
    if not drawn.pictures:
        raise ReadError(Reason.NOT_DRAWN.told(page=number, words=drawn.reason or "there is no such page"))
    picture = drawn.pictures[0]
    if len(picture.pixels) != 3 * picture.width * picture.height:
        raise ReadError(Reason.NOT_DRAWN.told(page=number, words="the program that draws it sent what is no picture"))
    return picture


def page_sizes(data: bytes) -> tuple[Picture, ...]:
    """All pages of a PDF, each as `render_page` gives it, but without pixels. Raises ReadError for a file that has none."""
    measured = run(MEASURER, data)
    if not measured.pictures:
        raise ReadError(measured.told if measured.reason else Reason.PDF_NO_PAGES.told())
    return measured.pictures
