"""What the tests of the assembly need: pages drawn as pictures of text, and what they come to.

A character of a picture is 0.4 of the type's height wide, a line 1.2 heights deep. Three spaces and more part two prints. A star in front
of a word makes it bold. A line of dashes is a rule, and `|` is the edge of a table's cell; a table without a rule at its head or foot is
open there.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from textwrap import dedent
from typing import NamedTuple

import pytest

from pipeline.model.document import Document
from pipeline.read.page import Grid, Page, Rect, Word
from pipeline.read.pdf.assembly import assemble

CHARACTER = 0.4  # heights
RULE = re.compile(r"\s*-{5,}\s*")
TABLE = re.compile(rf"\s*\|.+\|\s*|{RULE.pattern}")
WORD = re.compile(r"(\s*)(\*?)(\S+)")


class Print(NamedTuple):
    """Something printed on a page."""

    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()


def draw(
    picture: str, x: float = 60, y: float = 150, size: float = 10, bold: bool = False, pitch: float = 1.2, ruled: bool = True
) -> Print:
    """A picture of text as words and grids; its upper left corner is at `x`, `y`."""
    lines = dedent(picture).strip("\n").split("\n")
    rows = [(line, y + index * pitch * size) for index, line in enumerate(lines)]
    words = [word for line, top in rows if not RULE.fullmatch(line) for word in _words(line, x, top, size, bold)]
    tables = [list(found) for is_table, found in groupby(rows, lambda row: bool(TABLE.fullmatch(row[0]))) if is_table]
    return Print(tuple(words), tuple(_grid(table, x, size, ruled) for table in tables))


def _words(line: str, x: float, top: float, size: float, bold: bool) -> list[Word]:
    words = []
    for match in WORD.finditer(line.replace("|", " ") if TABLE.fullmatch(line) else line):
        x0, x1 = (x + place * CHARACTER * size for place in match.span(3))
        before = "\n" if len(match[1]) > 2 or not match.start() else " "
        words.append(Word(match[3], x0, top, x1, top + size, bold or bool(match[2]), before))
    return words


def _grid(rows: list[tuple[str, float]], x: float, size: float, ruled: bool) -> Grid:
    def at(column: int) -> float:
        return x + (column + 0.5) * CHARACTER * size

    bars = sorted({column for line, _ in rows for column, char in enumerate(line) if char == "|"})
    bands = [(bool(is_rule), list(found)) for is_rule, found in groupby(rows, lambda row: bool(RULE.fullmatch(row[0])))]
    cells = []
    for is_rule, found in bands:
        if not is_rule:
            edges = [column for column, char in enumerate(found[0][0]) if char == "|"]
            assert (edges[0], edges[-1]) == (bars[0], bars[-1]), f"a crooked table: {found[0][0]}"
            ends = dict(pairwise(edges))
            top, bottom = found[0][1] - size / 10, found[-1][1] + size * 1.1
            cells.append(tuple(Rect(at(bar), top, at(ends[bar]), bottom) if bar in ends else None for bar in bars[:-1]))
    return Grid(tuple(cells), ruled, not bands[0][0], not bands[-1][0])


def make_page(*prints: str | Print, grids: Sequence[Grid] = (), width: float = 595, height: float = 842, number: int = 1) -> Page:
    """A page of prints, in the order in which its file prints them."""
    drawn = [draw(each) if isinstance(each, str) else each for each in prints]
    words = tuple(word for each in drawn for word in each.words)
    return Page(number, width, height, words, tuple(grid for each in drawn for grid in each.grids) + tuple(grids))


def read_pages(*pages: str | Print | Page) -> Document:
    """The document of pages that are numbered from 1."""
    made = [each if isinstance(each, Page) else make_page(each) for each in pages]
    return assemble([each._replace(number=number) for number, each in enumerate(made, 1)])


@pytest.fixture(scope="session", name="draw")
def _draw() -> Callable[..., Print]:
    """Makes a print of a picture: `draw(picture, x, y, size, bold, pitch, ruled)`."""
    return draw


@pytest.fixture(scope="session")
def page() -> Callable[..., Page]:
    """Makes a page of prints."""
    return make_page


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """Reads pages; a picture is a page of its own."""
    return read_pages


@pytest.fixture(scope="session")
def outline(lines_of: Callable[[Document], list[str]]) -> Callable[..., list[str]]:
    """Reads pages and says what they consist of, one line a block."""
    return lambda *pages: lines_of(read_pages(*pages))
