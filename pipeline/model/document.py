"""A paper as read, whatever its format was: text, and the blocks it consists of."""

from typing import Literal, NamedTuple

from pipeline.model.layout import Layout
from pipeline.model.span import Span
from pipeline.reasons import Why

BlockKind = Literal["heading", "paragraph", "item", "row", "field", "contents", "caption", "footnote"]


class Cell(NamedTuple):
    """One cell of a table row.

    `parts` are its paragraphs, in reading order and never empty of text; an empty cell has no parts.
    """

    parts: tuple[Span, ...]

    @property
    def span(self) -> Span | None:
        """From the first paragraph's start to the last one's end; None for an empty cell."""
        return Span(self.parts[0].start, self.parts[-1].end) if self.parts else None


class Block(NamedTuple):
    """One heading, paragraph, list item, table row or front-matter field; a line of a contents list, a caption, a footnote.

    `span` covers the words alone, without `marker`. `level` is 1 for the outermost heading or list item, 0 elsewhere.
    `marker` is the label as printed (`3.5.1`, `(a)`, `•`), None where there is none. `cells` and `table` (a number from 0
    that the rows of one table share) are set for rows, `cells` also for fields (label and value). `certain` is False for a row
    of a table that prints no lines, whose columns are told by where its words stand.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    marker: str | None = None
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    certain: bool = True


class Repair(NamedTuple):
    """One difference between the source and `Document.text`.

    At `at` in `Document.text` stands `mended` where the decoded source has `raw`. Repairs come in order and do not overlap.
    """

    at: int
    raw: str
    mended: str


class ReadingIssue(NamedTuple):
    """Something in a paper that was not read, or read with doubt; `where` is a line, page or empty, `code` that of the reason."""

    message: str
    where: str = ""
    code: str = ""

    @staticmethod
    def of(why: Why, where: str = "") -> "ReadingIssue":
        """The issue that a reason makes."""
        return ReadingIssue(why.text, where, why.code)


class Document(NamedTuple):
    """The text of a paper without markup, its blocks in reading order, and every repair made on the way.

    `layout` says where its words are printed; None for text without pages.
    """

    text: str
    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...] = ()
    issues: tuple[ReadingIssue, ...] = ()
    layout: Layout | None = None

    def source(self) -> str:
        """The decoded source, got back by undoing the repairs."""
        pieces, position = [], 0
        for repair in self.repairs:
            pieces += [self.text[position : repair.at], repair.raw]
            position = repair.at + len(repair.mended)
        return "".join([*pieces, self.text[position:]])
