"""Reads text exports (`.txt`, `.md`): what a file holds is told by its content, not by its name."""

from pipeline.model.document import Block, Cell, Document
from pipeline.model.span import Span
from pipeline.read.assemble import Assembler, Proto
from pipeline.read.decode import decode
from pipeline.read.draft import Draft
from pipeline.read.headings import settle
from pipeline.read.inline import find_edits
from pipeline.read.rows import Part


def read_text(data: bytes) -> Document:
    """The document in the bytes of a text export; raises ReadError where there is no text to read."""
    source, issues = decode(data)
    assembler = Assembler(source)
    protos = assembler.assemble()
    settle(protos, source, assembler.has_markdown)
    draft = Draft(source)
    blocks = [block for proto in protos if (block := _block(proto, draft))]
    draft.skip_to(len(source))
    return Document(draft.text, tuple(blocks), tuple(draft.repairs), issues)


def _block(proto: Proto, draft: Draft) -> Block | None:
    """Writes a block's words into the draft; None for one whose words were all markup."""
    separator = "\n" if draft.length else ""
    marker = draft.source[proto.label[0] : proto.label[1]].rstrip() if proto.label else None
    if proto.row is not None:
        return _row(proto, draft, separator)
    if proto.label and not proto.is_bullet:
        draft.skip_to(proto.label[0], separator)
        draft.take(proto.label[1], [])
        separator = " "
    span = _part(proto.segments, draft, separator)
    return Block(proto.kind, span, proto.level, marker) if span.start < span.end else None


def _row(proto: Proto, draft: Draft, separator: str) -> Block | None:
    """Writes the cells in the order in which the source prints them, as a torn row may print a cell's end after the next cell."""
    cells = proto.row.cells if proto.row else []
    parts: list[list[Span]] = [[] for _ in cells]
    before = 0
    for segment, column in sorted((segment, column) for column, cell in enumerate(cells) for part in cell for segment in part):
        tabs = "\t" * (column - before) if column > before else "\n"
        span = _part([segment], draft, separator or ("\t" * column if not any(parts) else tabs))
        if span.start < span.end:
            parts[column].append(span)
        separator, before = "", column
    spans = [span for column in parts for span in column]
    if not spans:
        return None
    return Block(proto.kind, Span(min(spans).start, max(spans).end), 0, None, tuple(Cell(tuple(column)) for column in parts), proto.table)


def _part(segments: Part, draft: Draft, separator: str) -> Span:
    for index, (start, end) in enumerate(segments):
        draft.skip_to(start, separator if index == 0 else " ")
        if index == 0:
            at = draft.length
        draft.take(end, find_edits(draft.source, start, end))
    return draft.since(at)
