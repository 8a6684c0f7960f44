"""A page read from its picture: drawn, turned upright, made level, and given to tesseract."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PIL import Image

from pipeline.read.page import Page, Rect, Word
from pipeline.read.pdf.grids import find_grids
from pipeline.read.pdf.view import View
from pipeline.read.scan import tesseract
from pipeline.read.scan.bitmap import Bitmap, draw
from pipeline.read.scan.garbled import is_garbled
from pipeline.read.scan.missed import read_missed
from pipeline.read.scan.rulings import erase, find_rulings
from pipeline.read.scan.tesseract import Printed
from pipeline.read.scan.tilt import straighten, tilt
from pipeline.read.scan.words import confidence, letters, place
from pipeline.reasons import Reason, Why

DOUBTFUL = 75  # of 100, mean confidence; clean print has 90 and more
HOPELESS = 50  # the same; print upside down has less
FEW = 10  # letters and digits; a page of fewer has nothing to be doubtful about
TWICE = 2  # as many letters are printed in a picture with a stamp on it
LONG = 4  # letters; such a word is wider than high
BACK = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
TURNS = tuple(BACK)


class _Reading(NamedTuple):
    """What is read in a picture whose print is turned clockwise by `turn` and `tilt` degrees; `scale` is in pixels to the point."""

    turn: int
    tilt: float
    scale: float
    rulings: list[Rect]
    words: list[Printed]


def read_scan(page: Any, view: View, printed: Page, why: str, language: str = tesseract.ENGLISH) -> Page:
    """The page of pdfium as read by OCR; or as `printed`, its own text, where there is no OCR or it reads no more.

    `why` says in plain words why its own text does not do; it begins the note that says why it was kept. The boxes are those of the page
    made level and upright; `tilt` says how far it is from being so.
    """
    try:
        engine = tesseract.version()
        reading = _read(draw(page, view), language)
    except tesseract.OcrError as error:
        return printed._replace(notes=(*printed.notes, error.reason.told(shown=why, **error.facts)))
    if _is_no_better(reading.words, printed.words):
        return printed
    words = place(reading.words, reading.scale)
    width, height = view.size[::-1] if reading.turn % 180 else view.size
    notes = (*printed.notes, *_doubts(reading.words))
    grids = find_grids(words, reading.rulings)
    return Page(printed.number, width, height, tuple(words), grids, "ocr", engine, notes, printed.tilt + reading.turn + reading.tilt)


def _read(bitmap: Bitmap, language: str) -> _Reading:
    """The picture as read the way up that can be read best."""
    first = _read_turned(bitmap, 0, language)
    if _sureness(first) >= HOPELESS * letters(first.words):
        return first
    told = tesseract.turn(bitmap)
    turns = TURNS if told is None else (told,) if told else ()
    return max([first, *[_read_turned(bitmap, turn, language) for turn in turns]], key=_sureness)


def _read_turned(bitmap: Bitmap, turn: int, language: str) -> _Reading:
    """The picture as read when turned back by as many degrees, and then by its tilt."""
    if turn:
        bitmap = bitmap._replace(pixels=bitmap.pixels.transpose(BACK[turn]))
    degrees = tilt(bitmap)
    level = straighten(bitmap, degrees)
    rulings = find_rulings(level)
    plain = erase(rulings, level)
    words = tesseract.words(plain, language)
    return _Reading(turn, degrees, bitmap.scale, rulings, words + read_missed(plain, words, rulings, language))


def _sureness(reading: _Reading) -> float:
    """How much was read, weighed by how sure it is; nothing where it lies on its side, though tesseract can read that too."""
    long = [word for word in reading.words if len(word.text) >= LONG]
    lies = sum(word.height > word.width for word in long) > len(long) / 2
    return 0.0 if lies else letters(reading.words) * confidence(reading.words)


def _is_no_better(words: Sequence[Printed], own: Sequence[Word]) -> bool:
    """Whether the page's own words, if they can be read, are most of what is read in its picture."""
    return bool(own) and not is_garbled(own) and letters(words) < TWICE * letters(own)


def _doubts(words: Sequence[Printed]) -> tuple[Why, ...]:
    if letters(words) < FEW:
        return (Reason.PICTURE_EMPTY.told(),)
    sure = confidence(words)
    return (Reason.OCR_DOUBT.told(percent=sure),) if sure < DOUBTFUL else ()
