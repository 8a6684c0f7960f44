"""Tables that an export prints by columns alone, as `pdftotext -layout` does: which lines they take."""

import re
from dataclasses import dataclass, field

from pipeline.read.labels import LABEL
from pipeline.read.looks import BLANK, is_capitals, is_title
from pipeline.read.text.gaps import Gap, cells, inner_gaps, narrowed, pieces
from pipeline.read.text.header import is_header
from pipeline.read.text.lines import PAGE_NUMBER, Line

LEAST_ROWS = 3  # that align, where no header says that they are a table
MOST_BLANKS = 4  # between two lines of a table, as where a page ends
LEADERS = re.compile(r"\.{4,}|_{4,}|…{2,}|(?:\. ){3,}|\t|\|")
NUMBERED_HEADING = re.compile(r"\s*\d{1,2}[.)]\s+(?=[A-Z])")


@dataclass
class AlignedTable:
    """Lines `start` to before `end` of an export; `lines` are those that hold cells, `headings` those that span the columns."""

    start: int
    end: int
    gutters: list[Gap]
    has_header: bool
    lines: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)


def find_aligned(source: str, lines: list[Line]) -> list[AlignedTable]:
    """The tables that columns alone part, in order."""
    raws = [source[line.begin : line.end] for line in lines]
    tables: list[AlignedTable] = []
    for index, raw in enumerate(raws):
        if "  " in raw and (not tables or index >= tables[-1].end) and (table := _table_at(index, raws)):
            tables.append(table)
    return tables


def _table_at(index: int, raws: list[str]) -> AlignedTable | None:
    raw = raws[index]
    if LEADERS.search(raw):
        return None
    has_header = is_header(raw)
    if not has_header and not _opens_rows(index, raws):
        return None
    table = AlignedTable(index, index + 1, inner_gaps(raw), has_header, [index])
    _extend(table, raws)
    rows = [raws[line] for line in table.lines if len(_filled(raws[line], table.gutters)) > 1]
    least = 2 if has_header and len(table.gutters) > 1 else LEAST_ROWS
    return table if len(rows) >= least and (has_header or not _are_contents(rows)) else None


def _are_contents(rows: list[str]) -> bool:
    """Whether every row ends in a page number, none lower than the one before: a contents list."""
    last = [pieces(row)[-1] for row in rows]
    return all(word.isdecimal() and len(word) <= 4 for word in last) and sorted(map(int, last)) == list(map(int, last))


def _opens_rows(index: int, raws: list[str]) -> bool:
    """Whether this line and the next ones print three columns or more that begin at the same places."""
    below = [raw for raw in raws[index : index + 2 * LEAST_ROWS] if raw.strip(BLANK)][:LEAST_ROWS]
    starts = [_starts(raw) for raw in below]
    return len(below) == LEAST_ROWS and len(starts[0]) > 1 and all(start == starts[0] for start in starts)


def _starts(raw: str) -> list[int]:
    """Where the cells behind the first begin; a gap behind a label parts no cells."""
    label = LABEL.match(raw)
    return [] if LEADERS.search(raw) else [gap.end for gap in inner_gaps(raw) if not label or gap.end > label.end()]


def _extend(table: AlignedTable, raws: list[str]) -> None:
    """Takes the lines below in, as long as they keep the gutters free."""
    for index in range(table.start + 1, len(raws)):
        raw = raws[index]
        if index - table.end > MOST_BLANKS:
            return
        if not raw.strip(BLANK) or _is_page_number(index, raws) or (table.has_header and pieces(raw) == pieces(raws[table.start])):
            continue
        gutters = None if LEADERS.search(raw) or is_header(raw) else narrowed(table.gutters, raw)
        if gutters and not _stands_alone(index, raws, gutters):
            table.gutters = gutters
            table.lines.append(index)
        elif _is_between(index, raws, table):
            table.headings.append(index)
        else:
            return
        table.end = index + 1


def _filled(raw: str, gutters: list[Gap]) -> list[int]:
    """The columns in which the line prints words."""
    return [column for column, (start, end) in enumerate(cells(raw, gutters)) if start < end]


def _is_page_number(index: int, raws: list[str]) -> bool:
    match = PAGE_NUMBER.match(raws[index].strip(BLANK))
    return match is not None and (match.lastgroup == "said" or _is_alone(index, raws))


def _is_alone(index: int, raws: list[str]) -> bool:
    around = raws[max(index - 1, 0) : index + 2 : 2] if index else raws[1:2]
    return not any(raw.strip(BLANK) for raw in around)


def _stands_alone(index: int, raws: list[str], gutters: list[Gap]) -> bool:
    """Words between blank lines in one column only, or a number and a title that no other cells stand beside: none of a row, but for
    the end of one that a page has torn."""
    if NUMBERED_HEADING.match(raws[index]) and len(inner_gaps(raws[index])) < 2 and _is_alone(index, raws):
        return True
    is_torn = raws[index].strip(BLANK)[0].islower()
    return not is_torn and len(_filled(raws[index], gutters)) == 1 and _is_alone(index, raws)


def _is_between(index: int, raws: list[str], table: AlignedTable) -> bool:
    """Whether a line is a heading that spans the table: a title without a number, above another row."""
    words = raws[index].strip(BLANK)
    below = next((raw for raw in raws[index + 1 : index + 3] if raw.strip(BLANK)), "")
    if inner_gaps(raws[index]) or not words[0].isalpha() or not (is_capitals(words) or is_title(words)) or is_header(below):
        return False
    filled = _filled(below, table.gutters) if narrowed(table.gutters, below) else []
    return len(filled) > 1 and filled[0] == 0
