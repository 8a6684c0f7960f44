"""The marks of footnotes: small raised numbers behind a word."""

import re
from collections.abc import Iterable, Iterator

from pipeline.read.page import Word
from pipeline.read.pdf.assembly.lines import Line

DIGIT = re.compile(r"\d")
RAISED = 0.85  # of the line's height: a mark is smaller
LIFTED = 0.1  # of the line's height: so far above its foot a mark stands at least
LONGEST = 3  # figures
UNITS = {"m", "km", "cm", "mm", "ft", "co", "sq"}  # a raised 2 behind these is a square
PUNCTUATION = ".,;:!?()[]'\"“”‘’"


def find_marks(line: Line) -> Iterator[int]:
    """Which of a line's words are marks, counted from 0."""
    if not DIGIT.search(line.text):
        return
    for index, word in enumerate(line.words):
        if index and word.text.isdigit() and _is_mark(word, line.words[index - 1], line):
            yield index


def marks_on(lines: Iterable[Line]) -> set[str]:
    """The numbers of the footnotes that lines point to."""
    return {line.words[index].text for line in lines for index in find_marks(line)}


def _is_mark(word: Word, before: Word, line: Line) -> bool:
    if len(word.text) > LONGEST or word.bottom - word.top > RAISED * line.height:
        return False
    return word.bottom < line.bottom - LIFTED * line.height and before.text.strip(PUNCTUATION).lower() not in UNITS
