"""Tables that an export prints one cell a line: the names of the columns below each other, then the cells of each row."""

import re
from itertools import takewhile

from pipeline.read.looks import is_title
from pipeline.read.rows import Row
from pipeline.read.text.header import WORDS, is_header
from pipeline.read.text.lines import Line

FEWEST, WIDEST = 3, 9
FEWEST_ROWS = 2
LONGEST_NAME = 40
FIRST = re.compile(r"[^\S\n]*(?:#|[A-Z][\w/]{1,14}(?: (?:no|ref|number|area))?\.?)[^\S\n]*\n", re.IGNORECASE)
NUMBERING = re.compile(r"(?:.*\b)?(?:ref|reference|no|nr|number|id|#)\.?", re.IGNORECASE)
REFERENCE = re.compile(r"[A-Z]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3})*[.)]?")
DATING = re.compile(r"\b(?:when|dates?|deadlines?|timescales?|timeframes?|due|completion)\b", re.IGNORECASE)
DATED = re.compile(r"\d{2}|on-?going|tb[cad]|annual|monthly|quarter|immediate|complete", re.IGNORECASE)

StackedTable = tuple[int, dict[int, Row | None]]
"""The line behind the last one of a table, and its rows by the line that each begins on."""


def find_stacked(source: str, lines: list[Line]) -> dict[int, StackedTable]:
    """The tables by the line that each begins on."""
    found: dict[int, StackedTable] = {}
    behind = 0
    for index, line in enumerate(lines):
        if index >= behind and _may_name(source, line) and (width := _width(source, lines, index)):
            rows = _rows(source, lines, index, width)
            if len(rows) > FEWEST_ROWS - _is_numbered(source, line):
                behind = index + width * len(rows)
                table: dict[int, Row | None] = {at: Row([[[line[1:3]]] for line in lines[at : at + width]]) for at in rows}
                found[index] = (behind, table)
    return _with_headings(found, source, lines)


def _with_headings(found: dict[int, StackedTable], source: str, lines: list[Line]) -> dict[int, StackedTable]:
    """The tables with the titles that stand right above them, behind a blank line or another table."""
    ends = {behind for behind, _ in found.values()}
    titled = {}
    for index, (behind, table) in found.items():
        above = lines[index - 1]
        is_free = index == 1 or (index > 1 and (lines[index - 2].is_blank or index - 1 in ends))
        if is_free and is_title(source[above.start : above.end]):
            titled[index - 1] = (behind, {index - 1: None, **table})
        else:
            titled[index] = (behind, table)
    return titled


def _may_name(source: str, line: Line) -> bool:
    if line.end - line.start > LONGEST_NAME or not FIRST.match(source, line.begin):
        return False
    words = re.split(r"[\s/]+", source[line.start : line.end].lower().strip(":."))
    return words == ["#"] or any(map(WORDS.fullmatch, words))


def _is_numbered(source: str, line: Line) -> bool:
    return NUMBERING.fullmatch(source, line.start, line.end) is not None


def _width(source: str, lines: list[Line], index: int) -> int | None:
    """How many of the lines from `index` on name columns: the most that look like a header, above a first row."""
    names = list(takewhile(lambda line: 0 < line.end - line.start <= LONGEST_NAME, lines[index : index + WIDEST]))
    texts = [source[line.start : line.end] for line in names]
    for width in range(len(texts), FEWEST - 1, -1):
        if any(REFERENCE.fullmatch(text) or "\t" in text for text in texts[:width]):
            continue
        if is_header("    ".join(texts[:width])) and _rows(source, lines, index, width)[1:]:
            return width
    return None


def _rows(source: str, lines: list[Line], index: int, width: int) -> list[int]:
    """Where the header and the rows below it begin: each with a reference, or with what is said under a name of dates to be one."""
    names = [source[line.start : line.end] for line in lines[index : index + width]]
    numbered = _is_numbered(source, lines[index])
    dating = next((at for at, name in enumerate(names) if DATING.search(name)), None)
    pattern, column = (REFERENCE.fullmatch, 0) if numbered else (DATED.search, dating)
    rows = [index]
    if column is None:
        return rows
    for first in range(index + width, len(lines) - width + 1, width):
        cells = lines[first : first + width]
        cell = cells[column]
        if any(line.is_blank or "\t" in source[line.start : line.end] for line in cells) or not pattern(source, cell.start, cell.end):
            break
        rows.append(first)
    return rows
