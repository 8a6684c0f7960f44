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
        cells = tuple(_cell(cell, draft, separator if index == 0 else "\t") for index, cell in enumerate(proto.row.cells))
        spans = [cell.span for cell in cells if cell.span]
        return Block(proto.kind, Span(spans[0].start, spans[-1].end), 0, None, cells, proto.table) if spans else None
    if proto.label and not proto.is_bullet:
        draft.skip_to(proto.label[0], separator)
        draft.take(proto.label[1], [])
        separator = " "
    span = _part(proto.segments, draft, separator)
    return Block(proto.kind, span, proto.level, marker) if span.start < span.end else None


def _cell(cell: list[Part], draft: Draft, separator: str) -> Cell:
    """An empty cell writes its separator too, so that the columns of the text can be counted."""
    if not cell:
        draft.insert(separator)
        return Cell(())
    spans = [_part(part, draft, separator if index == 0 else "\n") for index, part in enumerate(cell)]
    return Cell(tuple(span for span in spans if span.start < span.end))


def _part(segments: Part, draft: Draft, separator: str) -> Span:
    for index, (start, end) in enumerate(segments):
        draft.skip_to(start, separator if index == 0 else " ")
        if index == 0:
            at = draft.length
        draft.take(end, find_edits(draft.source, start, end))
    return draft.since(at)
