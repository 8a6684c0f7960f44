"""Which printed lines make one row of a table that prints no lines around it."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.page import Rect
from pipeline.read.pdf.gutters import Line
from pipeline.read.pdf.likeness import heads_columns, is_number, text

WIDER = 1.25  # times the least distance of two lines: a gap between rows
FEW_WORDS = 3  # in a cell of a heading, on one line

Cells = list[Line]  # of one printed line, or of one row


def join_rows(lines: Sequence[Cells], rules: Sequence[Rect]) -> list[Cells]:
    """The rows that printed lines make, from the top; `rules` are the level lines of the page.

    A rule parts rows. So does a wider gap, where every full line stands under one. Otherwise a full line begins a row, and so does one
    that begins like one: what is left over belongs to the row above.
    """
    starts = _starts(lines, rules)
    if lines and heads_columns(lines[0]):
        end = _header_end(lines)
        starts = [True, *[False] * (end - 1), True, *starts[end + 1 :]][: len(lines)]
    rows: list[Cells] = []
    for line, is_start in zip(lines, starts, strict=True):
        if is_start:
            rows.append([list(cell) for cell in line])
        else:
            for cell, words in zip(rows[-1], line, strict=True):
                cell += words
    return rows


def without_ends(lines: Sequence[Cells]) -> list[Cells]:
    """The lines without those at the top and the bottom that have words in one column only: titles, notes, page numbers.

    A line at the bottom stays where it goes on with the cell above.
    """
    several = [at for at, line in enumerate(lines) if _filled(line) > 1]
    if not several:
        return []
    end = several[-1] + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], lines):
        end += 1
    return list(lines[several[0] : end])


def _header_end(lines: Sequence[Cells]) -> int:
    """Where the lines of the heading end: those as bold as the first, or, where that is not bold, of a few words in a few columns."""
    is_bold = _is_bold(lines[0])
    for at, line in enumerate(lines[1:], 1):
        is_short = _filled(line) < len(line) and max(map(len, line)) <= FEW_WORDS
        if not (_is_bold(line) if is_bold else is_short):
            return at
    return len(lines)


def _goes_on(above: Cells, line: Cells, lines: Sequence[Cells]) -> bool:
    is_near = _middle(line) - _middle(above) <= WIDER * min(_middle(b) - _middle(a) for a, b in pairwise(lines))
    return is_near and any(
        upper and lower and (column or lower[0].text[0].islower()) for column, (upper, lower) in enumerate(zip(above, line, strict=True))
    )


def _starts(lines: Sequence[Cells], rules: Sequence[Rect]) -> list[bool]:
    distances = [_middle(below) - _middle(above) for above, below in pairwise(lines)]
    ruled = [_is_ruled(above, below, rules) for above, below in pairwise(lines)]
    apart = [far > WIDER * min(distances) for far in distances]
    whole = [_filled(line) == len(line) for line in lines[1:]]
    sure = [_clash(above, below) for above, below in pairwise(lines)]
    if sum(ruled) >= 2 and not any((is_whole or is_sure) and not rule for rule, is_whole, is_sure in zip(ruled, whole, sure, strict=True)):
        return [True, *ruled]
    gaps = [rule or gap for rule, gap in zip(ruled, apart, strict=True)]
    if any(apart) and not any((is_whole or is_sure) and not gap for gap, is_whole, is_sure in zip(gaps, whole, sure, strict=True)):
        return [True, *gaps]
    return [True, *(gap or is_sure or _begins(line) for gap, is_sure, line in zip(gaps, sure, lines[1:], strict=True))]


def _clash(above: Cells, below: Cells) -> bool:
    """Whether both lines have a figure in the same column, as figures do not wrap."""
    return any(
        upper and lower and is_number(text(upper)) and is_number(text(lower)) for upper, lower in zip(above[1:], below[1:], strict=True)
    )


def _begins(line: Cells) -> bool:
    """Whether a line begins a row: its first cell has words, and so have others, none of which goes on with a small letter."""
    return bool(line[0]) and _filled(line) > 1 and not line[0][0].text[0].islower()


def _is_bold(line: Cells) -> bool:
    return all(word.bold for cell in line for word in cell)


def _filled(line: Cells) -> int:
    return sum(bool(cell) for cell in line)


def _is_ruled(above: Cells, below: Cells, rules: Sequence[Rect]) -> bool:
    """Whether a level line as long as half of both is drawn between two lines."""
    words = [word for line in (above, below) for cell in line for word in cell]
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    top, bottom = _middle(above), _middle(below)
    return (
        sum(min(x1, rule.x1) - max(x0, rule.x0) for rule in rules if top < rule.top < bottom and rule.x0 < x1 and rule.x1 > x0)
        > (x1 - x0) / 2
    )


def _middle(line: Cells) -> float:
    words = [word for cell in line for word in cell]
    return sum(word.top + word.bottom for word in words) / (2 * len(words))
