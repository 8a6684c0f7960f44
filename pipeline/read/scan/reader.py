"""A page read from its picture: drawn, turned upright, made level, and given to tesseract."""

from collections.abc import Sequence
from typing import Any

from PIL import Image

from pipeline.read.page import Page, Word
from pipeline.read.pdf.grids import find_grids
from pipeline.read.pdf.view import View
from pipeline.read.scan import tesseract
from pipeline.read.scan.bitmap import Bitmap, draw
from pipeline.read.scan.garbled import is_garbled
from pipeline.read.scan.rulings import find_rulings
from pipeline.read.scan.tesseract import Printed
from pipeline.read.scan.tilt import straighten, tilt
from pipeline.read.scan.words import confidence, letters, place

DOUBTFUL = 75  # of 100, mean confidence; clean print has 90 and more
HOPELESS = 50  # the same; print upside down has less
FEW = 10  # letters and digits; a page of fewer has nothing to be doubtful about
TWICE = 2  # as many letters are printed in a picture with a stamp on it
LONG = 4  # letters; such a word is wider than high
TURNS = (90, 180, 270)


def read_scan(page: Any, view: View, printed: Page, why: str, language: str = tesseract.ENGLISH) -> Page:
    """The page of pdfium as read by OCR; or as `printed`, its own text, where there is no OCR or it reads no more.

    `why` says in plain words why its own text does not do; it begins the note that says why it was kept. The boxes are those of the page
    made level and upright; `tilt` says how far it is from being so.
    """
    try:
        engine = tesseract.version()
        turn, degrees, bitmap, words = _read(draw(page, view), language)
    except tesseract.OcrError as error:
        return printed._replace(notes=(*printed.notes, f"{why}; {error}"))
    if _is_no_better(words, printed.words):
        return printed
    found = place(words, bitmap.scale)
    grids = find_grids(found, find_rulings(bitmap))
    width, height = view.size[::-1] if turn % 180 else view.size
    notes = (*printed.notes, *_doubts(words))
    return Page(printed.number, width, height, tuple(found), grids, "ocr", engine, notes, turn + degrees)


def _read(bitmap: Bitmap, language: str) -> tuple[int, float, Bitmap, list[Printed]]:
    """How far the print is turned and tilted clockwise, in degrees, the picture without either, and its words."""
    first = (0, *_read_level(bitmap, language))
    if _sureness(first[-1]) >= HOPELESS * letters(first[-1]):
        return first
    told = tesseract.turn(bitmap)
    turns = TURNS if told is None else (told,) if told else ()
    turned = [(turn, *_read_level(_turned(bitmap, turn), language)) for turn in turns]
    return max([first, *turned], key=lambda reading: _sureness(reading[-1]))


def _read_level(bitmap: Bitmap, language: str) -> tuple[float, Bitmap, list[Printed]]:
    degrees = tilt(bitmap)
    bitmap = straighten(bitmap, degrees)
    return degrees, bitmap, tesseract.words(bitmap, language)


def _turned(bitmap: Bitmap, degrees: int) -> Bitmap:
    """The picture of a page whose print is turned clockwise by this much, turned back."""
    back = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
    return bitmap._replace(pixels=bitmap.pixels.transpose(back[degrees]))


def _sureness(words: Sequence[Printed]) -> float:
    """How much was read, weighed by how sure it is; nothing where it lies on its side, though tesseract can read that too."""
    long = [word for word in words if len(word.text) >= LONG]
    lies = sum(word.height > word.width for word in long) > len(long) / 2
    return 0.0 if lies else letters(words) * confidence(words)


def _is_no_better(words: Sequence[Printed], own: Sequence[Word]) -> bool:
    """Whether the page's own words, if they can be read, are most of what is read in its picture."""
    return bool(own) and not is_garbled(own) and letters(words) < TWICE * letters(own)


def _doubts(words: Sequence[Printed]) -> tuple[str, ...]:
    if letters(words) < FEW:
        return ("this page is a picture, in which no words were found",)
    sure = confidence(words)
    return (f"this page is a scan, read with doubt ({sure:.0f} % sure)",) if sure < DOUBTFUL else ()
