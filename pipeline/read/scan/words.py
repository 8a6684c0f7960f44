"""The words that tesseract found, as words of a page: placed in points, as high as their font is, without specks."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from pipeline.read.page import Word
from pipeline.read.scan.tesseract import Printed

LEAST_CONFIDENCE = 20  # below it stand handwriting, signatures, stamps and edges of pictures
SPECKS = re.compile(r"[\W_]*")
LEAST_SPECK_CONFIDENCE = 60
# What tesseract makes of the dots, squares and arrows that open list items.
BULLET = re.compile(r"[e¢«»©®°*+>¤§■□▪●•]|\(?@\)?")
RISING = re.compile(r"[^acemnopqrsuvwxyzg,.;:~_+=<>*\-–—·•]")
FALLING = re.compile(r"[gjpqyQ,;()\[\]{}|/_$]")
# Heights in parts of the font's size, as most text fonts have them.
X_HEIGHT, RISE, FALL = 0.52, 0.73, 0.21
ABOVE, BELOW = 0.9, 0.22  # how far a font's box reaches above and below the baseline


def place(printed: Sequence[Printed], scale: float) -> list[Word]:
    """The words worth keeping, in their order; `scale` is in pixels to the point."""
    words: list[Word] = []
    for _, line in groupby(printed, key=lambda word: word.line):
        kept = [word for word in line if _is_kept(word)]
        if kept:
            words += _line(kept, scale)
    return words


def letters(words: Sequence[Printed] | Sequence[Word]) -> int:
    """How many letters and digits the words have."""
    return sum(character.isalnum() for word in words for character in word.text)


def confidence(printed: Sequence[Printed]) -> float:
    """The mean over letters and digits, from 0 to 100; 0 where nothing is printed."""
    weights = [(letters([word]), word.confidence) for word in printed]
    total = sum(weight for weight, _ in weights)
    return sum(weight * sure for weight, sure in weights) / total if total else 0.0


def _is_kept(word: Printed) -> bool:
    if not word.text.strip():
        return False
    if BULLET.fullmatch(word.text):
        return True
    return word.confidence >= (LEAST_SPECK_CONFIDENCE if SPECKS.fullmatch(word.text) else LEAST_CONFIDENCE)


def _line(printed: Sequence[Printed], scale: float) -> Iterator[Word]:
    """The words of one line, all of one height, on one baseline."""
    size = median(size for word in printed for size in [_size(word)] * len(word.text))
    base = median(_base(word, size) for word in printed)
    top, bottom = (base - ABOVE * size) / scale, (base + BELOW * size) / scale
    for at, word in enumerate(printed):
        opens_item = at == 0 and len(printed) > 1 and _is_bullet(word, printed[1], size)
        text = "•" if opens_item else word.text
        before = " " if at else "\n"
        yield Word(text, word.left / scale, top, (word.left + word.width) / scale, bottom, before=before)


def _size(word: Printed) -> float:
    """The size of the font that a word of these letters is printed in, in pixels."""
    rises, falls = RISING.search(word.text), FALLING.search(word.text)
    return word.height / ((RISE if rises else X_HEIGHT) + (FALL if falls else 0))


def _base(word: Printed, size: float) -> float:
    """Where the letters stand, in pixels from the top."""
    return word.top + word.height - (FALL * size if FALLING.search(word.text) else 0)


def _is_bullet(word: Printed, following: Printed, size: float) -> bool:
    """A small mark, well apart from the words behind it."""
    gap = following.left - word.left - word.width
    return BULLET.fullmatch(word.text) is not None and word.height < 0.7 * size and gap > 0.4 * size
