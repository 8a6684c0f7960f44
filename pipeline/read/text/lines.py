"""A text export as lines, and what kind of line each is by its looks alone."""

import re
from bisect import bisect_right
from typing import NamedTuple

from pipeline.read.looks import BLANK

LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
RULE = re.compile(r"(?:\s*[-_*=~]){3,}\s*$")
SETEXT = re.compile(r"(=+|-{2,})\s*$")
MARKDOWN_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
PAGE_NUMBER = re.compile(
    r"(?P<said>page\s+\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?|-\s*\d{1,4}\s*-)$|\d{1,4}\s+(?:of|/)\s+\d{1,4}$|\d{1,3}$", re.IGNORECASE
)
PIPE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
EMPTY_MARKUP = re.compile(r"(?:</?[A-Za-z][^<>]{0,300}>|&nbsp;|&#160;|\s)++$")


# What was resolved, agreed or recommended may begin its list on the same line: `RESOLVED that (1) the hall be let,`.
FIRST_ITEM = re.compile(
    r"\b(?:resolved|agreed|recommended|decided)(?: unanimously)?(?:[:,]? that| to)?[:,]?(?: [–-])?(?P<gap>[ \t]+)"
    r"(?=\(?(?:1|a|i)[).][ \t]+\S)",
    re.IGNORECASE,
)
SECOND_ITEM = re.compile(r"\n\s*\(?(?:2|b|ii)[).]\s")
REACH = 1500


class Line(NamedTuple):
    """One line of the source: printed from `start` to `end`, without the white space around it, and begun at `begin`.

    `indent` counts columns, a tab up to the next fourth.
    """

    begin: int
    start: int
    end: int
    indent: int
    hard_break: bool

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on the line."""
        return self.start == self.end


def find_lines(source: str) -> list[Line]:
    """All lines of the source, blank ones included."""
    lines = []
    for match in LINE.finditer(source):
        raw = match[1]
        printed = raw.strip(BLANK)
        start = match.start() + (raw.find(printed) if printed else len(raw))
        indent = len(source[match.start() : start].expandtabs(4))
        lines.append(Line(match.start(), start, start + len(printed), indent, raw.endswith("  ")))
    return _parted(source, lines)


def _parted(source: str, lines: list[Line]) -> list[Line]:
    """The lines, where a list that begins behind the words that open it begins a line of its own; a second item must stand below."""
    for match in reversed(list(FIRST_ITEM.finditer(source))):
        if SECOND_ITEM.search(source, match.end(), match.end() + REACH):
            index = bisect_right(lines, match.start(), key=lambda line: line.begin) - 1
            line, place = lines[index], match.end()
            lines[index : index + 1] = [line._replace(end=match.start("gap")), line._replace(begin=place, start=place)]
    return lines


def wrap_width(lines: list[Line]) -> int | None:
    """The width the text was wrapped at, in columns; None for an export that keeps a paragraph on one line."""
    widths = sorted(line.indent + line.end - line.start for line in lines if not line.is_blank)
    width = widths[int(0.95 * (len(widths) - 1))] if widths else 0
    return width if 40 <= width <= 160 else None
