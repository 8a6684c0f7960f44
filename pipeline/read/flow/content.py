"""What a paper without pages consists of, whatever format says so: paragraphs and tables, in reading order."""

from typing import Literal, NamedTuple

from pipeline.read.rows import Segment

ParagraphKind = Literal["heading", "paragraph", "contents", "caption", "footnote", "left out"]


class Paragraph(NamedTuple):
    """A paragraph, and what its format says of it; a typed label still stands in its `text`, a counted one is its `label`.

    `level` is that of a heading, from 1 for the outermost. `label` is as printed, with its stops; `is_bullet` says that it counts
    nothing. `indent` is in columns of text. `strong` are the stretches of `text` that are bold or underlined, `marks` those that are
    printed but are no words of it, such as footnote marks; both in order. A paragraph of the kind "left out" is printed beside the
    paper, as a menu is. A paragraph that `goes_on` belongs to the list item above it.
    """

    text: str
    kind: ParagraphKind = "paragraph"
    level: int = 0
    label: str = ""
    is_bullet: bool = False
    indent: int = 0
    strong: tuple[Segment, ...] = ()
    marks: tuple[Segment, ...] = ()
    goes_on: bool = False


class TableCell(NamedTuple):
    """A cell that begins in `column`, counted from 0, and is `across` columns wide."""

    column: int
    across: int
    content: "tuple[Paragraph | Table, ...]"


class Table(NamedTuple):
    """A table: its rows from the top, in each the cells from the left. `is_layout` where the format says that it is no table of data."""

    rows: tuple[tuple[TableCell, ...], ...]
    is_layout: bool = False


Content = Paragraph | Table
