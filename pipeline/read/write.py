"""Blocks in the making to a Document: writes their words one after the other and notes where each came to stand."""

from collections.abc import Callable, Iterable

from pipeline.model.document import Block, Cell, Document, ReadingIssue
from pipeline.model.span import Span
from pipeline.read.draft import Draft, Edit
from pipeline.read.lettered import with_letters
from pipeline.read.proto import Proto
from pipeline.read.rows import Part, Row

FindEdits = Callable[[str, int, int], list[Edit]]


def write(protos: Iterable[Proto], source: str, find_edits: FindEdits, issues: tuple[ReadingIssue, ...] = ()) -> Document:
    """The document of blocks that come in the order of the source; `find_edits` says what to mend between two places of it."""
    writer = _Writer(source, find_edits)
    blocks = tuple(block for proto in with_letters(protos, source) if (block := writer.block(proto)))
    writer.draft.skip_to(len(source))
    return Document(writer.draft.text, blocks, tuple(writer.draft.repairs), issues)


class _Writer:
    def __init__(self, source: str, find_edits: FindEdits) -> None:
        self.draft = Draft(source)
        self._find_edits = find_edits

    def block(self, proto: Proto) -> Block | None:
        """Writes a block into the draft; None, and nothing written, for one whose words were all markup."""
        mark = self.draft.mark()
        block = self._row(proto, proto.row) if proto.row else self._words(proto)
        if block is None:
            self.draft.back_to(mark)
        return block

    def _words(self, proto: Proto) -> Block | None:
        separator = "\n" if self.draft.length else ""
        marker = self.draft.source[proto.label[0] : proto.label[1]].rstrip() if proto.label else None
        if proto.label and not proto.is_bullet:
            self.draft.skip_to(proto.label[0], separator)
            self.draft.take(proto.label[1], [])
            separator = " "
        span = self._part(proto.segments, separator)
        return Block(proto.kind, span, proto.level, marker) if span else None

    def _row(self, proto: Proto, row: Row) -> Block | None:
        """Writes the cells in the order in which the source prints them, as a torn row may print a cell's end after the next cell."""
        if row.is_woven:
            return self._woven(proto, row)
        cells: list[list[Span]] = [[] for _ in row.cells]
        before: int | None = None
        for column, part in _as_printed(row):
            if before is None:
                separator = ("\n" if self.draft.length else "") + "\t" * column
            else:
                separator = "\t" * (column - before) if column > before else "\n"
            if span := self._part(part, separator):
                cells[column].append(span)
                before = column
        if before is None:
            return None
        first = min(span.start for cell in cells for span in cell)
        filled = tuple(Cell(tuple(cell)) for cell in cells)
        return Block(proto.kind, Span(first, self.draft.length), 0, None, filled, proto.table, proto.certain)

    def _woven(self, proto: Proto, row: Row) -> Block | None:
        """Writes the cells one after the other, each whole, in place of the lines that print them side by side."""
        mended, separator = "", "\n" if self.draft.length else ""
        offset = self.draft.length + len(separator)
        cells: list[list[Span]] = []
        for cell in row.cells:
            texts = [text for part in cell if (text := " ".join(filter(None, (self._plain(*segment) for segment in part))))]
            cells.append([])
            for text in texts:
                mended += "\n" if cells[-1] else ""
                cells[-1].append(Span(offset + len(mended), offset + len(mended) + len(text)))
                mended += text
            mended += "\t"
        printed = sorted(segment for cell in row.cells for part in cell for segment in part)
        if not mended.strip():
            return None
        self.draft.skip_to(printed[0][0], separator)
        self.draft.skip_to(printed[-1][1], mended.rstrip("\t"))
        first = min(span.start for cell in cells for span in cell)
        filled = tuple(Cell(tuple(cell)) for cell in cells)
        return Block(proto.kind, Span(first, self.draft.length), 0, None, filled, proto.table, proto.certain)

    def _plain(self, start: int, end: int) -> str:
        """A stretch of the source as its edits leave it."""
        source, text = self.draft.source, ""
        for edit in self._find_edits(source, start, end):
            text, start = text + source[start : edit.start] + edit.mended, edit.end
        return text + source[start:end]

    def _part(self, segments: Part, separator: str) -> Span | None:
        """Writes stretches of source as one, behind the separator; None, and nothing written, where no word is left."""
        at: int | None = None
        for start, end in segments:
            mark = self.draft.mark()
            self.draft.skip_to(start, separator)
            begin = self.draft.length
            self.draft.take(end, self._find_edits(self.draft.source, start, end))
            if self.draft.length == begin:
                self.draft.back_to(mark)
            else:
                at, separator = begin if at is None else at, " "
        return None if at is None else self.draft.since(at)


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
