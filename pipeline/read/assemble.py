"""Lines to blocks: headings, paragraphs, list items, rows and fields, still as stretches of the source."""

import re
from dataclasses import dataclass, field

from pipeline.model.document import BlockKind
from pipeline.read.labels import Label, Labels
from pipeline.read.lines import MARKDOWN_HEADING, PAGE_NUMBER, PIPE_RULE, RULE, SETEXT, Line, find_lines, is_capitals, is_title, wrap_width
from pipeline.read.rows import Part, Row, completes, continues, join_below, join_beside, repeats, split_row

STOPS = ".:;!?"
RAGGED = 3
LONG_HEADING = 50
OPEN_END = re.compile(r"(?:\b(?:AND|OF|FOR|THE|TO|IN|ON|WITH)|[-–&,])$")


@dataclass
class Proto:
    """A block while it is put together; `segments` are the stretches of source that its words consist of, in order."""

    kind: BlockKind
    segments: Part = field(default_factory=list)
    level: int = 0
    label: tuple[int, int] | None = None
    is_bullet: bool = False
    row: Row | None = None
    table: int | None = None
    blank_before: bool = True
    blank_after: bool = False

    @property
    def end(self) -> int:
        """Where its words end so far, in the source."""
        part = self.row.last_part() if self.row else self.segments
        return part[-1][1] if part else 0


class Assembler:
    """Takes a source line by line; `protos` are the blocks found so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = find_lines(source)
        self.width = wrap_width(self.lines)
        self.protos: list[Proto] = []
        self.has_markdown = False
        self._labels = Labels()
        self._blank = True
        self._break = False
        self._table: list[Proto] | None = None
        self._tables = 0

    def assemble(self) -> list[Proto]:
        """All blocks of the source, in order."""
        for index, line in enumerate(self.lines):
            if line.is_blank or self._is_furniture(index):
                self._blank = True
                if self.protos:
                    self.protos[-1].blank_after = True
                continue
            self._add(line, index)
            self._blank, self._break = False, line.hard_break
        if self.protos:
            self.protos[-1].blank_after = True
        return self.protos

    def _is_furniture(self, index: int) -> bool:
        """A page number: said to be one, or a bare number alone between blank lines."""
        line = self.lines[index]
        match = PAGE_NUMBER.match(self.source, line.start, line.end)
        around = [self.lines[i].is_blank for i in (index - 1, index + 1) if 0 <= i < len(self.lines)]
        return match is not None and (match.lastgroup == "said" or all(around))

    def _add(self, line: Line, index: int) -> None:
        text = self.source[line.start : line.end]
        if SETEXT.match(text) and self._setext(text):
            return
        if heading := MARKDOWN_HEADING.match(text):
            self._heading(line.start + heading.end(), self._without_closing(line), len(heading[1]))
            self.has_markdown = True
        elif PIPE_RULE.match(text) or RULE.match(text):
            return
        elif self._is_row(line, text):
            self._row(split_row(self.source, line))
        elif self._table and not self._blank and self._is_between_rows(text, index):
            table = self._table
            self._heading(line.start, line.end, 0)
            self._table = table
        elif label := self._labels.find(text):
            self._item(line, label)
        elif is_capitals(text):
            self._capitals(line)
        else:
            self._words(line)

    def _setext(self, text: str) -> bool:
        last = self.protos[-1] if self.protos else None
        if self._blank or last is None or last.kind not in ("paragraph", "heading") or len(last.segments) != 1:
            return False
        last.kind, last.level, self.has_markdown = "heading", 1 if text[0] == "=" else 2, True
        return True

    def _without_closing(self, line: Line) -> int:
        return line.start + len(self.source[line.start : line.end].rstrip("# "))

    def _heading(self, start: int, end: int, level: int) -> None:
        label = self._labels.find(self.source[start:end])
        words = start + label.words if label and not label.is_bullet else start
        place = (start + label.start, start + label.end) if label and not label.is_bullet else None
        self._start(Proto("heading", [(words, end)], level, place))
        self._labels.close()

    def _capitals(self, line: Line) -> None:
        """A heading in capitals, or the rest of one that was too long for its line."""
        last = self.protos[-1] if self.protos else None
        above = self.source[last.segments[-1][0] : last.end] if last and last.kind == "heading" and not last.level else ""
        if last and above and not self._blank and is_capitals(above) and (len(above) > LONG_HEADING or OPEN_END.search(above)):
            last.segments.append((line.start, line.end))
        else:
            self._heading(line.start, line.end, 0)

    def _is_row(self, line: Line, text: str) -> bool:
        """A tab inside the line, or before it under an open table; one tab behind a list label is an item's."""
        if text.startswith("|") and text.count("|") > 2:
            return True
        raw = self.source[line.begin : line.start]
        if "\t" not in text:
            follows = self._table is not None and "\t" in raw
            ends_in_tab = self.source[line.end : line.end + 1] == "\t"
            return follows or (ends_in_tab and not self._labels.find(text))
        label = self._labels.find(text)
        return not (
            label
            and text.count("\t") == 1
            and "\t" in text[label.start : label.words]
            and not text[label.start].isalnum() | text[label.end - 1].isalnum()
        )

    def _is_between_rows(self, text: str, index: int) -> bool:
        """A line like a title, with a row right above and right below it: a heading that spans the table."""
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        label = self._labels.find(text)
        title = text[label.words :] if label else text
        return below is not None and "\t" in self.source[below.start : below.end] and is_title(title)

    def _row(self, row: Row) -> None:
        above = self._table[-1].row if self._table else None
        if self._table and self._table[0].row and repeats(row, self._table[0].row, self.source):
            return
        columns = max((len(proto.row.cells) for proto in self._table or [] if proto.row), default=0)
        if above and continues(row, above, self.source):
            join_below(above, row)
        elif above and not self._blank and completes(row, above, columns, self.source):
            join_beside(above, row)
        else:
            self._new_row(row)

    def _new_row(self, row: Row) -> None:
        table = self._table
        if table is None:
            table, self._tables = [], self._tables + 1
        self._start(Proto("row", row=row, table=self._tables - 1))
        table.append(self.protos[-1])
        self._table = table

    def _item(self, line: Line, label: Label) -> None:
        level = self._labels.level(label, line.indent)
        place = (line.start + label.start, line.start + label.end)
        self._start(Proto("item", [(line.start + label.words, line.end)], level, place, label.is_bullet))

    def _words(self, line: Line) -> None:
        last = self.protos[-1] if self.protos else None
        if last and last.row and self.source[line.start].islower() and self._is_open(last):
            part = last.row.last_part()
            if part is not None:
                part.append((line.start, line.end))
        elif last and last.kind in ("paragraph", "item") and self._goes_on(last, line):
            last.segments.append((line.start, line.end))
        else:
            self._start(Proto("paragraph", [(line.start, line.end)]))

    def _is_open(self, last: Proto) -> bool:
        return self.source[last.end - 1] not in STOPS

    def _goes_on(self, last: Proto, line: Line) -> bool:
        """Whether the line belongs to the block above: wrapped, indented under its label, or torn by a page."""
        lower = self.source[line.start].islower()
        if self._blank:
            return lower and self._is_open(last)
        if self._break:
            return False
        open_end = self.source[last.end - 1] in ",-–"
        wrapped = self.width is not None and self._was_full(last.segments[-1], line, self.width)
        indented = last.kind == "item" and line.indent > 0 and self.source[last.end - 1] != ":"
        return lower or open_end or indented or (wrapped and self.source[last.end - 1] != ":")

    def _was_full(self, segment: tuple[int, int], line: Line, width: int) -> bool:
        """Whether the line before broke because the next word had no room left on it."""
        begin = self.source.rfind("\n", 0, segment[0]) + 1
        word = self.source[line.start : line.end].split(None, 1)[0]
        return segment[1] - begin + 1 + len(word) > width - RAGGED

    def _start(self, proto: Proto) -> None:
        proto.blank_before = self._blank
        if proto.kind != "row":
            self._table = None
        self.protos.append(proto)
