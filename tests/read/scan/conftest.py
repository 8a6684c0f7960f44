"""Scans made when they are needed: a page typeset, drawn as a picture, spoilt, and put into a PDF as a scanner does."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageFilter
from weasyprint import HTML

from pipeline.read.page import Page
from pipeline.read.pdf.engine import read_pages

SCALE = 200 / 72
PAGE = "@page { size: 420pt 300pt; margin: 30pt } body { margin: 0; font: 11pt/1.4 Liberation Sans }"
TABLE = "td, th { border: 1px solid; padding: 3pt }"

Scan = Callable[..., bytes]


@cache
def drawn(html: str) -> Image.Image:
    """The page at 200 pixels to the inch, in grey."""
    data = HTML(string=f"<style>{PAGE}{TABLE}</style>{html}").write_pdf()
    return pypdfium2.PdfDocument(data)[0].render(scale=SCALE, grayscale=True).to_pil().convert("L")


def as_scan(html: str, *, tilt: float = 0, turn: int = 0, noise: float = 0, stamp: str = "") -> bytes:
    """A PDF whose one page is a picture, its print tilted and turned clockwise by these degrees; a stamp is printed as text."""
    picture = drawn(html)
    if noise:
        picture = Image.blend(picture.filter(ImageFilter.GaussianBlur(0.7)), Image.effect_noise(picture.size, 40), noise)
    picture = picture.rotate(-tilt, Image.Resampling.BICUBIC, fillcolor=255).rotate(-turn, expand=True)
    made = BytesIO()
    picture.save(made, "PDF", resolution=200)
    return stamped(made.getvalue(), stamp) if stamp else made.getvalue()


def stamped(data: bytes, words: str) -> bytes:
    """The paper with words printed on its first page."""
    with pikepdf.open(BytesIO(data)) as paper:
        page = paper.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.add_resource(font, pikepdf.Name.Font, pikepdf.Name.Stamp)
        page.contents_add(f"BT /Stamp 8 Tf 40 280 Td ({words}) Tj ET".encode())
        made = BytesIO()
        paper.save(made)
    return made.getvalue()


def read_one(data: bytes) -> Page:
    """The first page as the engine reads it."""
    return next(read_pages(data))


@pytest.fixture
def scan() -> Scan:
    """Makes a scan that tesseract is to read. Where it is missing the test is skipped; but checks that decide must not skip."""
    if shutil.which("tesseract") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("tesseract is not installed: apt-get install tesseract-ocr")
    return as_scan


@pytest.fixture
def picture() -> Callable[[str], Image.Image]:
    """Draws a page."""
    return drawn


@pytest.fixture
def scan_unread() -> Scan:
    """Makes a scan that nobody needs to read."""
    return as_scan


@pytest.fixture
def read() -> Callable[[bytes], Page]:
    """Reads the first page."""
    return read_one
