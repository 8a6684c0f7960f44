"""What a paper consists of, apart from how it is printed: headings, paragraphs, lists and tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.model.document import Block, Document
from pipeline.read import read_paper

Cells = tuple[tuple[str, ...], ...]  # the cells of a row from the left, each with its paragraphs


class Heading(NamedTuple):
    """A heading of `level` 1 to 6; `label` is its number as printed, empty for none."""

    level: int
    label: str
    words: str


class Paragraph(NamedTuple):
    """A paragraph."""

    words: str


class Item(NamedTuple):
    """A list item with the items below it; `label` is its number or letter as printed, empty for a bullet."""

    label: str
    words: str
    below: tuple["Item", ...] = ()


class List(NamedTuple):
    """A list."""

    items: tuple[Item, ...]


class Table(NamedTuple):
    """A table; a row of one cell spans all columns. `header` says whether the first row heads the columns."""

    rows: tuple[Cells, ...]
    header: bool

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows))


Part = Heading | Paragraph | List | Table


class _Line(NamedTuple):
    """An item before it is put below others."""

    level: int
    label: str
    words: str


def parts_of(data: bytes, spanning: bool = False) -> tuple[Part, ...]:
    """The parts of the text export `data`. With `spanning`, a heading between the rows of a table is a row of it."""
    document = read_paper(data, "paper.txt")
    found: list[Part] = []
    for kind, blocks in groupby(_kinds(document, spanning), key=lambda pair: pair[0]):
        found += _parts(kind, [block for _, block in blocks], document.text)
    return tuple(found)


def _kinds(document: Document, spanning: bool) -> Iterator[tuple[str, Block]]:
    """Each block with the kind of part it goes into; a heading goes into the table whose rows follow."""
    last = [block.table for block in document.blocks]
    for at, block in enumerate(document.blocks):
        if block.cells:
            yield f"table {block.table}", block
        elif (
            block.kind == "heading"
            and spanning
            and (table := next((number for number in last[at:] if number is not None), None)) is not None
        ):
            yield f"table {table}" if _reaches(document.blocks[at:]) else "heading", block
        else:
            yield block.kind, block


def _reaches(blocks: Sequence[Block]) -> bool:
    """Whether nothing but headings stands before the next row."""
    return next((block.kind for block in blocks if block.kind != "heading"), "") == "row"


def _parts(kind: str, blocks: list[Block], text: str) -> list[Part]:
    if kind.startswith("table"):
        rows = tuple(_cells(block, text) for block in blocks)
        return [Table(rows, _is_header(rows[0]))]
    if kind == "item":
        return [List(nest([_Line(block.level, _label(block), block.span.of(text)) for block in blocks]))]
    if kind == "heading":
        return [Heading(block.level, block.marker or "", block.span.of(text)) for block in blocks]
    return [Paragraph(block.span.of(text)) for block in blocks]


def _cells(block: Block, text: str) -> Cells:
    if not block.cells:
        return ((block.span.of(text),),)
    return tuple(tuple(part.of(text) for part in cell.parts) for cell in block.cells)


def _is_header(cells: Cells) -> bool:
    return len(cells) > 1 and not any(part[:1].isdigit() or part in {"YES", "NO"} for cell in cells for part in cell)


def _label(block: Block) -> str:
    return block.marker if block.marker and any(map(str.isalnum, block.marker)) else ""


def nest(lines: Sequence[_Line]) -> tuple[Item, ...]:
    """The items, each with those below it that stand deeper."""
    items = []
    at = 0
    while at < len(lines):
        end = next((after for after in range(at + 1, len(lines)) if lines[after].level <= lines[at].level), len(lines))
        items.append(Item(lines[at].label, lines[at].words, nest(lines[at + 1 : end])))
        at = end
    return tuple(items)
