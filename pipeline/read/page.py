"""A printed page before its words are put in order: what every engine that reads pages gives."""

from typing import NamedTuple

from pipeline.model.layout import Source
from pipeline.reasons import Why


class Rect(NamedTuple):
    """A rectangle in PDF points from the top left of the page as a reader sees it: cropped and turned."""

    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    """A printed word and its box, as in `Rect`, as high as its font is.

    `before` says what the engine saw before it: a new line (`\\n`), a space, or nothing, where it goes on with the word before.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    before: str = " "


class Grid(NamedTuple):
    """A table: its rows from the top, in each the cells from the left; None where a cell of another row or column covers the place.

    `ruled` is False for a table that prints no lines, whose columns are told by where its words stand.
    `open_head` and `open_foot` say that its upright lines end in the open there, as where a page tears a row. `lone` says that it is one
    row with words in the last of two cells: the rest of a row of the page before, or a frame around text.
    """

    rows: tuple[tuple[Rect | None, ...], ...]
    ruled: bool = True
    open_head: bool = False
    open_foot: bool = False
    lone: bool = False


class Page(NamedTuple):
    """One page; `words` stand in the order in which the file prints them. `notes` say what was not read.

    `tilt` says by how many degrees clockwise its print is seen turned; all sizes and boxes are those of the page turned back.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()
    source: Source = "text"
    engine: str = "pdfium"
    notes: tuple[Why, ...] = ()
    tilt: float = 0.0
