"""The words that tesseract found, as words of a page: placed in points, as high as their font is, without specks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from pipeline.read.page import Word
from pipeline.read.scan.tesseract import Printed

SURE = 45  # of 100; below it stand handwriting, signatures and stamps, but some good words too
SURE_LINE = 60  # of 100, on average; a line of print
SURE_SPECK = 60
SPECK = re.compile(r"[^\w£$€%&]*|_+")
# A word or a number as printed: in small letters, with a capital or in capitals, and not in a mix of all.
WORD = re.compile(r"[(\[‘“'\"]*(?:[A-Z]?[a-z]+|[A-Z]+|[£$€]?\d[\d.,/]*%?)(?:[-'’][a-z]+)*[.,;:!?)\]’”'\"]*|[£$€&]")
# What tesseract makes of the dots, squares and arrows that open list items.
BULLET = re.compile(r"[e¢«»©®°*+>¤§■□▪●•]|\(?@\)?")
RISING = re.compile(r"[^acemnopqrsuvwxyzg,.;:~_+=<>*\-–—·•]")
FALLING = re.compile(r"[gjpqyQ,;()\[\]{}|/_$]")
# Heights in parts of the font's size, as most text fonts have them.
X_HEIGHT, RISE, FALL = 0.52, 0.73, 0.21
SAME = 0.1  # of a size: what measuring it by a line's letters may be wrong by
ABOVE, BELOW = 0.9, 0.22  # how far a font's box reaches above and below the baseline


def place(printed: Sequence[Printed], scale: float) -> list[Word]:
    """The words worth keeping, in their order; `scale` is in pixels to the point."""
    lines = [_kept(list(line)) for _, line in groupby(printed, key=lambda word: word.line)]
    lines = [line for line in lines if line]
    sizes = _evened([(_line_size(line), sum(len(word.text) for word in line)) for line in lines])
    return [word for line, size in zip(lines, sizes, strict=True) for word in _words(line, size, scale)]


def letters(words: Sequence[Printed] | Sequence[Word]) -> int:
    """How many letters and digits the words have."""
    return sum(character.isalnum() for word in words for character in word.text)


def confidence(printed: Sequence[Printed]) -> float:
    """The mean over letters and digits, from 0 to 100; 0 where nothing is printed."""
    weights = [(letters([word]), word.confidence) for word in printed]
    total = sum(weight for weight, _ in weights)
    return sum(weight * sure for weight, sure in weights) / total if total else 0.0


def _kept(line: list[Printed]) -> list[Printed]:
    is_sure = confidence(line) >= SURE_LINE
    return [word for word in line if _is_kept(word, is_sure)]


def _is_kept(word: Printed, is_sure: bool) -> bool:
    """Whether a word is one; in a line that is read surely an unsure one is, if it looks like one."""
    if BULLET.fullmatch(word.text):
        return True
    if SPECK.fullmatch(word.text.strip()):
        return bool(word.text.strip()) and word.confidence >= SURE_SPECK
    return word.confidence >= SURE or (is_sure and WORD.fullmatch(word.text) is not None)


def _evened(sizes: Sequence[tuple[float, int]]) -> list[float]:
    """The sizes of lines, given with their numbers of characters; those that differ by no more than the measure does are made equal."""
    weights: Counter[int] = Counter()
    for size, weight in sizes:
        weights[round(2 * size)] += weight
    leading: list[float] = []
    for doubled, _ in weights.most_common():
        if not any(abs(doubled / 2 - other) <= SAME * other for other in leading):
            leading.append(doubled / 2)
    return [min(leading, key=lambda other: abs(size - other)) for size, _ in sizes]


def _line_size(line: Sequence[Printed]) -> float:
    return median(size for word in line for size in [_size(word)] * len(word.text))


def _words(line: Sequence[Printed], size: float, scale: float) -> Iterator[Word]:
    """The words of one line, all of one height, on one baseline."""
    base = median(_base(word, size) for word in line)
    top, bottom = (base - ABOVE * size) / scale, (base + BELOW * size) / scale
    for at, word in enumerate(line):
        opens_item = at == 0 and len(line) > 1 and _is_bullet(word, line[1], size)
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
    return BULLET.fullmatch(word.text) is not None and word.height < 0.7 * size and gap > 0.3 * size
