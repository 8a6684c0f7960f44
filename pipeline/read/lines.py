"""A text export as lines, and what kind of line each is by its looks alone."""

import re
from typing import NamedTuple

LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
RULE = re.compile(r"(?:\s*[-_*=~]){3,}\s*$")
SETEXT = re.compile(r"(=+|-{2,})\s*$")
MARKDOWN_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
PAGE_NUMBER = re.compile(
    r"(?P<said>page\s+\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?|-\s*\d{1,4}\s*-)$|\d{1,4}\s+(?:of|/)\s+\d{1,4}$|\d{1,3}$", re.IGNORECASE
)
PIPE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
# White space and invisible characters: nothing is printed where only these stand.
BLANK = "".join(map(chr, (*range(33), 0x7F, 0x85, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x2010), *range(0x2028, 0x2030))))
BLANK += "\u205f\u2060\u3000\ufeff"
EMPTY_MARKUP = re.compile(r"(?:</?[A-Za-z][^<>]{0,300}>|&nbsp;|&#160;|\s)++$")
LOWER = re.compile(r"[^\W\d_A-Z]")


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
    return lines


def wrap_width(lines: list[Line]) -> int | None:
    """The width the text was wrapped at, in columns; None for an export that keeps a paragraph on one line."""
    widths = sorted(line.indent + line.end - line.start for line in lines if not line.is_blank)
    width = widths[int(0.95 * (len(widths) - 1))] if widths else 0
    return width if 40 <= width <= 160 else None


def is_capitals(text: str) -> bool:
    """Whether `text` is a heading in ALL CAPITALS: a few words, not a code and not a sentence.

    >>> is_capitals("ACTION ON CLIMATE CHANGE"), is_capitals("NHS"), is_capitals("PA 1")
    (True, False, False)
    """
    if not 4 <= len(text) <= 120 or text[-1] in ".,;" or LOWER.search(text):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= 4 and letters > len(text) / 2


def is_title(text: str, longest: int = 12) -> bool:
    """Whether `text` has the looks of a heading in words: of `longest` words at most, no full stop, opening with a capital.

    >>> is_title("Annex A: Recommendations"), is_title("Our plan."), is_title("This report says")
    (True, False, False)
    """
    if not text or len(text) > 8 * longest or text[-1] in ".,;:!" or "__" in text or not text[0].isupper():
        return False
    words = text.split()
    if len(words) > longest:
        return False
    significant = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in significant)
    opening = words[0].lower() in {"this", "these", "those", "it", "we", "i", "there", "they", "proposed", "moved", "seconded"}
    return not opening and (capitals >= 0.6 * len(significant) or len(words) <= longest / 2)
