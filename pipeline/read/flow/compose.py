"""Paragraphs and tables to a Document: takes what tables merely place out of them, and puts headings and footnotes where they belong."""

from pipeline.errors import ReadError
from pipeline.model.document import Document, ReadingIssue
from pipeline.read.flow.content import Content, Paragraph
from pipeline.read.flow.grid import is_layout, place_of, read_grid
from pipeline.read.flow.inline import Inline
from pipeline.read.flow.levels import nest_headings
from pipeline.read.flow.pieces import Pieces
from pipeline.read.flow.tables import Tables
from pipeline.read.headings import settle
from pipeline.read.write import write
from pipeline.reasons import Reason


def compose(content: list[Content], issues: tuple[ReadingIssue, ...] = ()) -> Document:
    """The document that the content makes. Raises ReadError where it prints no words."""
    pieces = Pieces()
    _write(content, pieces)
    source, protos = pieces.script.source, pieces.protos
    stated = {id(proto): proto.level for proto in protos if proto.kind == "heading" and proto.level}
    settle(protos, source, has_markdown=any(proto.kind == "heading" for proto in protos))
    if stated:
        nest_headings([proto for proto in protos if proto.kind == "heading"], stated, source)
    document = write(protos, source, Inline(pieces.script.marks).find_edits, issues)
    if not document.blocks:
        raise ReadError(Reason.NO_WORDS.told())
    return document


def _write(content: list[Content], pieces: Pieces) -> None:
    """Writes everything in order; a stack, since tables may stand in tables as deep as a file likes."""
    tables = Tables(pieces)
    left = content[::-1]
    while left:
        top = left.pop()
        if isinstance(top, Paragraph):
            pieces.add(top)
            continue
        rows = read_grid(top)
        if is_layout(top, rows):
            left += [content for row in reversed(rows) for content in reversed(place_of(row))]
        else:
            tables.add(rows)
    pieces.end_section()
