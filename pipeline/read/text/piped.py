"""Tables whose cells end in a bar (|), as exports of web pages print them: a row on a line, or each cell on lines of its own."""

import re
from collections import Counter
from itertools import groupby
from typing import NamedTuple

from pipeline.read.rows import Part, Row
from pipeline.read.text.lines import PIPE_RULE, Line
from pipeline.read.text.rows import PIPE, printed_words

FEWEST_ROWS = 2
FEWEST_CELLS = 8
WIDEST = 10
ALIKE = 0.65  # of the cells of a column, where nothing but their looks tells how many a row has
SHORT = 30
REFERENCE = re.compile(r"[A-Z]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3})*\.?")
DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


PipedTable = tuple[int, dict[int, Row | None]]
"""The line behind the last one of a table, and its rows by the line that each begins on."""


class _Cell(NamedTuple):
    line: int
    parts: list[Part]


def find_piped(source: str, lines: list[Line]) -> dict[int, PipedTable]:
    """The tables by the line that each begins on; rows that open with a bar are left to the reader of rows."""
    found: dict[int, PipedTable] = {}
    if "|" not in source:
        return found
    for is_blank, group in groupby(range(len(lines)), key=lambda index: lines[index].is_blank):
        if not is_blank:
            found |= _find_in(source, lines, list(group))
    return found


def _find_in(source: str, lines: list[Line], indexes: list[int]) -> dict[int, PipedTable]:
    """The table in lines without a blank one between them, as far as bars reach."""
    texts = {index: source[lines[index].start : lines[index].end] for index in indexes}
    barred = [index for index in indexes if PIPE.search(texts[index])]
    if len(barred) < FEWEST_ROWS or (texts[barred[0]].startswith("|") and texts[barred[0]] != "|"):
        return {}
    first = barred[0] - (texts[barred[0]] == "|")  # a bar alone ends the cell above it
    inside = [index for index in indexes if first <= index <= barred[-1]]
    if sum(_ends_one_cell(texts[index]) for index in barred) * 2 > len(inside):
        return _by_cells(source, lines, inside, texts)
    if inside != barred:
        return _by_cells(source, lines, inside, texts) if all(texts[index].endswith("|") for index in barred) else {}
    printed = [index for index in inside if not PIPE_RULE.match(texts[index])]
    rows: dict[int, Row | None] = {index: Row([cell.parts for cell in _cells(source, lines, [index])]) for index in printed}
    return {inside[0]: (inside[-1] + 1, rows)} if len(rows) >= FEWEST_ROWS else {}


def _ends_one_cell(text: str) -> bool:
    return text.endswith("|") and not text.strip("| ").count("|")


def _by_cells(source: str, lines: list[Line], inside: list[int], texts: dict[int, str]) -> dict[int, PipedTable]:
    """Rows of as many cells as a rule below the header says, or as make the cells below each other most alike."""
    rules = [texts[index].count("-|") + texts[index].endswith("-") for index in inside if PIPE_RULE.match(texts[index])]
    cells = _cells(source, lines, [index for index in inside if not PIPE_RULE.match(texts[index])])
    if len(cells) < FEWEST_CELLS:
        return {}
    width = rules[0] if rules else _width([_look(cell, source) for cell in cells])
    if not width:
        return {}
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    printed: dict[int, Row | None] = {row[0].line: Row([cell.parts for cell in row]) for row in rows if any(cell.parts for cell in row)}
    return {inside[0]: (inside[-1] + 1, printed)}


def _cells(source: str, lines: list[Line], indexes: list[int]) -> list[_Cell]:
    """The cells that the bars of the lines end, each line of one a part; what stands behind the last bar is a cell, too."""
    cells: list[_Cell] = []
    parts: list[Part] = []
    begins = indexes[0]
    for index in indexes:
        start, end = lines[index].start, lines[index].end
        for edge in [*(bar.start() for bar in PIPE.finditer(source, start, end)), end]:
            if words := printed_words(source, start, edge):
                begins = begins if parts else index
                parts.append([words])
            if edge < end:
                cells.append(_Cell(begins if parts else index, parts))
                parts = []
            start = edge + 1
    return [*cells, _Cell(begins, parts)] if parts else cells


def _width(looks: list[str]) -> int | None:
    """How many cells a row has: as many as make the columns most alike."""
    likeness = {
        width: sum(Counter(looks[column::width]).most_common(1)[0][1] for column in range(width)) / len(looks)
        for width in range(2, min(WIDEST, len(looks) // 3) + 1)
    }
    best = max(likeness, key=lambda width: likeness[width], default=0)
    return best if best and likeness[best] >= ALIKE else None


def _look(cell: _Cell, source: str) -> str:
    """What a cell looks like: nothing, a reference, a day, a word or two, or a sentence."""
    if not cell.parts:
        return "nothing"
    text = source[cell.parts[0][0][0] : cell.parts[-1][-1][1]]
    if REFERENCE.fullmatch(text):
        return "reference"
    return "day" if DAY.fullmatch(text) else "short" if len(text) <= SHORT else "long"
