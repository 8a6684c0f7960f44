"""Whether a line goes on with the block above: wrapped, indented under its label, or torn by a page."""

import re

from pipeline.read.looks import is_capitals
from pipeline.read.proto import Proto
from pipeline.read.rows import STOPS
from pipeline.read.text.lines import Line

RAGGED = 3
LONG_HEADING = 50
LABELLED = re.compile(r"[A-Z][A-Za-z]{2,14}(?: [a-z]{2,12}){0,2}: ?\S")  # lines of labels, as Lead: and Timescale:, stand apart
OPEN_WORD = re.compile(r"(?<= )(?:and|of|for|the|in|on|with|an?|by|at|or|from|our|its|their)\Z")
LONGEST_WORD = 6
OPEN_END = re.compile(r"(?:\b(?:AND|OF|FOR|THE|TO|IN|ON|WITH)|[-–&,])$")


def is_open(above: Proto, source: str) -> bool:
    """Whether a block ends without a stop."""
    return source[above.end - 1] not in STOPS


def goes_on(above: Proto, line: Line, previous: Line, source: str, width: int | None) -> bool:
    """Whether a line right below a paragraph or item belongs to it; `previous` is the line above, `width` that of the text."""
    last = source[above.end - 1]
    if source[line.start].islower() or last in ",-–" or OPEN_WORD.search(source, max(0, above.end - LONGEST_WORD), above.end):
        return True
    if LABELLED.match(source, line.start, line.end) and above.segments and LABELLED.match(source, above.segments[0][0], above.end):
        return False
    indented = above.kind == "item" and line.indent > 0
    return last != ":" and (indented or (width is not None and _was_full(previous, line, source, width)))


def runs_over(above: Proto, source: str) -> bool:
    """Whether a heading in capitals was too long for its line, so that capitals right below it belong to it."""
    if above.kind != "heading" or above.level or not above.segments:
        return False
    text = source[above.segments[-1][0] : above.end]
    return is_capitals(text) and (len(text) > LONG_HEADING or OPEN_END.search(text) is not None)


def _was_full(previous: Line, line: Line, source: str, width: int) -> bool:
    """Whether the line before broke because the next word had no room left on it."""
    word = source[line.start : min(line.end, line.start + width)].split(None, 1)[0]
    return previous.end - previous.begin + 1 + len(word) > width - RAGGED
