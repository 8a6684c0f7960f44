"""Rows of text exports: tab-separated and piped, torn over lines, and the paragraphs inside a cell."""

import re

from pipeline.read.looks import BLANK
from pipeline.read.rows import STOPS, Part, Row, Segment, printed
from pipeline.read.text.header import is_header
from pipeline.read.text.lines import Line

PARAGRAPH_TAG = re.compile(r"</?(?:p|br|li|ul|ol|div|td|th|tr)\b[^<>]*>", re.IGNORECASE)
TAB = re.compile("\t")
FIGURE = re.compile(r"[£$€]?\s?[\d,.]+(?:%|k|m)?")  # complete, so that no row is torn behind it
BULLET = re.compile(r"[•▪●◦‣*–-]\s+(?=\w)")
NAME = re.compile(r"[A-Za-z][^\d\t]{0,19}")
MOST_LINES = 5  # of a header
PIPE = re.compile(r"(?<!\\)\|")


def split_row(source: str, line: Line) -> Row:
    """The row on a line; tabs before and behind its words stand for empty cells."""
    if source[line.start] == "|":
        end = line.end - 1 if source[line.end - 1] == "|" else line.end
        return Row([_parts(source, a, b) for a, b in _between(PIPE, source, line.start + 1, end)])
    return Row([_parts(source, a, b) for a, b in _between(TAB, source, line.begin, _behind_tabs(source, line.end))])


def continues(row: Row, above: Row, source: str) -> bool:
    """Whether a row with an empty first cell goes on with the row above, rather than standing under the same merged first cell."""
    if row.cells[0] or not row.filled():
        return False
    first = next(cell[0][0][0] for cell in row.cells if cell)
    return row.filled() == 1 or len(above.cells) <= 2 or source[first].islower()


def names_on(row: Row, header: Row, source: str) -> bool:
    """Whether a row goes on with the names of columns in the header right above it: short, and none under the first."""
    cells = [cell[0][0] for cell in row.cells if cell]
    is_below = not row.cells[0] and len(row.cells) <= len(header.cells) and len(cells) > 1 and max(map(len, header.cells)) < MOST_LINES
    return is_below and all(NAME.fullmatch(source, *cell) for cell in cells) and is_header("    ".join(printed(header, source)))


def resumes(row: Row, above: Row, source: str) -> bool:
    """Whether the only words of a row, in its first cell, go on in the middle of the sentence above them."""
    if row.filled() != 1 or not row.cells[0] or not above.cells[0] or above.filled() == 1:
        return False
    return source[row.cells[0][0][0][0]].islower() and source[above.cells[0][-1][-1][1] - 1] not in STOPS


def completes(row: Row, above: Row, columns: int, source: str) -> bool:
    """Whether the two are the halves of one row of `columns` cells, torn inside a cell."""
    if not row.cells[0] or len(above.cells) >= columns or len(above.cells) == 1:  # a tab behind the only cell has ended it
        return False
    if len(above.cells) + len(row.cells) - 1 != columns:
        return False
    end = above.cells[-1][-1][-1] if above.cells[-1] else None
    is_open = end is not None and source[end[1] - 1] not in STOPS and not FIGURE.fullmatch(source, *end)
    return is_open or source[row.cells[0][0][0][0]].islower()


def printed_words(source: str, start: int, end: int) -> Segment | None:
    """Where a stretch of a cell prints words, without the bullet before them."""
    words = source[start:end].strip(BLANK)
    at = source.index(words, start) if words else start
    bullet = BULLET.match(source, at, end)
    return (bullet.end() if bullet else at, at + len(words)) if words else None


def _behind_tabs(source: str, end: int) -> int:
    """Where the empty cells end that a line prints behind its words."""
    return next((place for place in range(end, len(source)) if source[place] not in "\t "), len(source))


def _between(separator: re.Pattern[str], source: str, start: int, end: int) -> list[Segment]:
    pieces, position = [], start
    for match in separator.finditer(source, start, end):
        pieces.append((position, match.start()))
        position = match.end()
    return [*pieces, (position, end)]


def _parts(source: str, start: int, end: int) -> list[Part]:
    parts = []
    for a, b in _between(PARAGRAPH_TAG, source, start, end):
        if words := printed_words(source, a, b):
            parts.append([words])
    return parts
