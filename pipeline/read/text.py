"""Reads text exports (`.txt`, `.md`): what a file holds is told by its content, not by its name."""

from pipeline.model.document import Block, Cell, Document
from pipeline.model.span import Span
from pipeline.read.assemble import Assembler
from pipeline.read.decode import decode
from pipeline.read.draft import Draft
from pipeline.read.headings import settle
from pipeline.read.inline import find_edits
from pipeline.read.proto import Proto
from pipeline.read.rows import Part, Row


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
    """Writes a block into the draft; None, and nothing written, for one whose words were all markup."""
    mark = draft.mark()
    block = _row(proto, proto.row, draft) if proto.row else _words(proto, draft)
    if block is None:
        draft.back_to(mark)
    return block


def _words(proto: Proto, draft: Draft) -> Block | None:
    separator = "\n" if draft.length else ""
    marker = draft.source[proto.label[0] : proto.label[1]].rstrip() if proto.label else None
    if proto.label and not proto.is_bullet:
        draft.skip_to(proto.label[0], separator)
        draft.take(proto.label[1], [])
        separator = " "
    span = _part(proto.segments, draft, separator)
    return Block(proto.kind, span, proto.level, marker) if span else None


def _row(proto: Proto, row: Row, draft: Draft) -> Block | None:
    """Writes the cells in the order in which the source prints them, as a torn row may print a cell's end after the next cell."""
    cells: list[list[Span]] = [[] for _ in row.cells]
    before: int | None = None
    for column, part in _as_printed(row):
        if before is None:
            separator = ("\n" if draft.length else "") + "\t" * column
        else:
            separator = "\t" * (column - before) if column > before else "\n"
        if span := _part(part, draft, separator):
            cells[column].append(span)
            before = column
    if before is None:
        return None
    first = min(span.start for cell in cells for span in cell)
    return Block(proto.kind, Span(first, draft.length), 0, None, tuple(Cell(tuple(cell)) for cell in cells), proto.table)


def _as_printed(row: Row) -> list[tuple[int, Part]]:
    """The parts with their columns, in the order of the source; a part is split where another was printed in its middle."""
    placed = [(segment, column, part) for column, cell in enumerate(row.cells) for part in cell for segment in part]
    pieces: list[tuple[int, Part]] = []
    above: Part | None = None
    for segment, column, part in sorted(placed, key=lambda place: place[0]):
        if part is above:
            pieces[-1][1].append(segment)
        else:
            pieces.append((column, [segment]))
        above = part
    return pieces


def _part(segments: Part, draft: Draft, separator: str) -> Span | None:
    """Writes stretches of source as one, behind the separator; None, and nothing written, where no word is left."""
    at: int | None = None
    for start, end in segments:
        mark = draft.mark()
        draft.skip_to(start, separator)
        begin = draft.length
        draft.take(end, find_edits(draft.source, start, end))
        if draft.length == begin:
            draft.back_to(mark)
        else:
            at, separator = begin if at is None else at, " "
    return None if at is None else draft.since(at)
