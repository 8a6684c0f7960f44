"""Which printed lines make one row of a table that prints no lines around it."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from pipeline.read.page import Rect, Word
from pipeline.read.pdf.gutters import Line, height
from pipeline.read.pdf.likeness import heads_columns, is_number, text

WIDER = 0.2  # of a line's height: how much wider a gap between rows is than one between the lines of a cell
FEWEST_PARTS = 2  # that rules or gaps must part a table into, more than a heading from the rest
DOUBTFUL = 0.25  # of the rows
MOST_HEAD = 5  # lines of a heading
FEW_WORDS = 3  # in a cell of a heading, on one line

Cells = list[Line]  # of one printed line, or of one row


def join_rows(lines: Sequence[Cells], rules: Sequence[Rect]) -> list[Cells]:
    """The rows that printed lines make, from the top; `rules` are the level lines of the page.

    Rules part rows, or else gaps that are wider than those within a cell do. Where neither makes sense, a row begins with each line that
    begins like one: what is left over belongs to the row above.
    """
    starts = _starts(lines, rules)
    if end := _header_end(lines):
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
    while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return list(lines[several[0] : end])


def _header_end(lines: Sequence[Cells]) -> int:
    """How many lines make the heading: those as bold as the first, or, where that is not bold, of a few words in a few columns.

    0 where there is none.
    """
    is_bold = bool(lines) and _is_bold(lines[0]) and not _has_figures(lines[0])
    if not lines or not (is_bold or heads_columns(lines[0])):
        return 0
    for at, line in enumerate(lines[1 : MOST_HEAD + 1], 1):
        is_short = not _is_full(line) and max(map(len, line)) <= FEW_WORDS
        if _has_figures(line) or not (_is_bold(line) if is_bold else is_short):
            return at
    return 0


def _goes_on(above: Cells, line: Cells) -> bool:
    """Whether a line right below another goes on with one of its cells: behind the first column, or with a small letter."""
    words = list(chain(*line))
    is_near = _top(words) - _bottom(chain(*above)) <= WIDER * height([words])
    return is_near and any(
        upper and lower and (column or lower[0].text[0].islower()) for column, (upper, lower) in enumerate(zip(above, line, strict=True))
    )


def _starts(lines: Sequence[Cells], rules: Sequence[Rect]) -> list[bool]:
    ruled = [True, *(_is_ruled(above, below, rules) for above, below in pairwise(lines))]
    apart = [rule or gap for rule, gap in zip(ruled, [True, *_apart(lines)], strict=True)]
    for starts in (ruled, apart):
        if sum(starts) > FEWEST_PARTS and _is_sound(lines, starts):
            return starts
    clash = [False, *(_clash(above, below) for above, below in pairwise(lines))]
    return [any(why) for why in zip(apart, clash, map(_begins, lines), strict=True)]


def _is_sound(lines: Sequence[Cells], starts: Sequence[bool]) -> bool:
    """Whether rows that start there are rows: in none does a figure stand below a figure, in few a full line below a full line."""
    doubtful = 0
    for at, end in pairwise([*(at for at, is_start in enumerate(starts) if is_start), len(lines)]):
        if any(_clash(above, below) for above, below in pairwise(lines[at:end])):
            return False
        doubtful += _is_full(lines[at]) and any(map(_is_full, lines[at + 1 : end]))
    return doubtful <= DOUBTFUL * sum(starts)


def _apart(lines: Sequence[Cells]) -> list[bool]:
    """Whether more white lies between two lines than between the lines of one cell."""
    within = [_top(lower) - _bottom(upper) for column in zip(*lines, strict=True) for upper, lower in pairwise(filter(None, column))]
    least = min(within, default=0.0) + WIDER * height(list(chain(*lines)))
    lowest, apart = _bottom(chain(*lines[0])), []
    for line in lines[1:]:
        words = list(chain(*line))
        apart.append(_top(words) - lowest > least)
        lowest = max(lowest, _bottom(words))
    return apart


def _top(words: Iterable[Word]) -> float:
    return min(word.top for word in words)


def _bottom(words: Iterable[Word]) -> float:
    return max(word.bottom for word in words)


def _clash(above: Cells, below: Cells) -> bool:
    """Whether both lines have a figure in the same column, as figures do not wrap."""
    return any(
        upper and lower and is_number(text(upper)) and is_number(text(lower)) for upper, lower in zip(above[1:], below[1:], strict=True)
    )


def _begins(line: Cells) -> bool:
    """Whether a line begins a row: its first cell has words, and so have others, none of which goes on with a small letter."""
    return bool(line[0]) and _filled(line) > 1 and not line[0][0].text[0].islower()


def _has_figures(line: Cells) -> bool:
    return any(cell and is_number(text(cell)) for cell in line[1:])


def _is_bold(line: Cells) -> bool:
    return all(word.bold for cell in line for word in cell)


def _is_full(line: Cells) -> bool:
    return all(line)


def _filled(line: Cells) -> int:
    return sum(bool(cell) for cell in line)


def _is_ruled(above: Cells, below: Cells, rules: Sequence[Rect]) -> bool:
    """Whether a level line as long as half of both is drawn between two lines."""
    top, bottom = _middle(above), _middle(below)
    between = [rule for rule in rules if top < rule.top < bottom]
    if not between:
        return False
    words = [word for line in (above, below) for cell in line for word in cell]
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    return sum(min(x1, rule.x1) - max(x0, rule.x0) for rule in between if rule.x0 < x1 and rule.x1 > x0) > (x1 - x0) / 2


def _middle(line: Cells) -> float:
    words = [word for cell in line for word in cell]
    return sum(word.top + word.bottom for word in words) / (2 * len(words))
