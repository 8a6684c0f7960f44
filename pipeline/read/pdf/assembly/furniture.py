"""Running heads, running feet and page numbers: what is printed on pages and belongs to none of their text."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.read.pdf.assembly.lines import Line

BAND = 0.13  # of the page's height, at its head and at its foot
DEEPEST = 4  # lines from the head or the foot
PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–|]?\s*(?:\d{1,3}|[ivxl]{1,6})\s*[-–|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
SAID = re.compile(r"page\s+\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")


def find_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[int]:
    """The `id`s of lines that are furniture; for each page its height and its lines from top to bottom.

    A line is one when the same words, digits aside, stand in the same band on three pages or on half of them; a page number
    also when it stands alone.
    """
    banded = [(line, _key(line, height)) for height, lines in pages for line in _banded(lines, height)]
    counts = Counter(key for _, key in {(line.page, key) for line, key in banded})
    often = max(2, min(3, (len(pages) + 1) // 2))
    found = {id(line) for line, key in banded if counts[key] >= often}
    found |= {id(line) for height, lines in pages for line in _ends(lines, height, found) if PAGE_NUMBER.fullmatch(line.text)}
    return found | {id(line) for _, lines in pages for line in (*lines[:1], *lines[-1:]) if SAID.fullmatch(line.text)}


def _banded(lines: Sequence[Line], height: float) -> list[Line]:
    head = [line for line in lines[:DEEPEST] if line.bottom < BAND * height]
    return head + [line for line in lines[-DEEPEST:] if line.top > (1 - BAND) * height]


def _ends(lines: Sequence[Line], height: float, found: set[int]) -> list[Line]:
    """The first and the last line of a page, furniture aside, where they stand in a band."""
    left = [line for line in lines if id(line) not in found]
    return [line for line in {id(line): line for line in (*left[:1], *left[-1:])}.values() if line in _banded(lines, height)]


def _key(line: Line, height: float) -> tuple[str, bool, int]:
    """What running heads share: words, band and size."""
    return DIGITS.sub("0", line.text).casefold(), line.top < height / 2, round(line.height)
