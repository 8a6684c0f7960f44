"""Lines to blocks: headings, paragraphs, list items, rows and fields, still as stretches of the source."""

from pipeline.read.labels import Label
from pipeline.read.looks import is_bold_title, is_capitals
from pipeline.read.proto import Proto
from pipeline.read.rows import Row
from pipeline.read.text.indented import IndentedLabels
from pipeline.read.text.lines import EMPTY_MARKUP, MARKDOWN_HEADING, PAGE_NUMBER, PIPE_RULE, RULE, SETEXT, Line, find_lines, wrap_width
from pipeline.read.text.lone import find_lone
from pipeline.read.text.rows import split_row
from pipeline.read.text.running import find_running
from pipeline.read.text.spanning import spans_table
from pipeline.read.text.tables import Tables
from pipeline.read.text.whole import find_whole
from pipeline.read.text.wrapping import LONG_HEADING, goes_on, is_open, runs_over

BELOW_MARKDOWN = 7  # the level of a heading in bold, as those that are marked have six


class Assembler:
    """Takes a source line by line; `has_markdown` says whether its headings are marked."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.has_markdown = False
        self._lines = find_lines(source)
        self._width = wrap_width(self._lines)
        self._protos: list[Proto] = []
        self._labels = IndentedLabels()
        self._tables = Tables(source)
        self._running = find_running(source, self._lines)
        self._below_label: Proto | None = None
        self._blank = True
        self._break = False

    def assemble(self) -> list[Proto]:
        """All blocks of the source, in order."""
        whole = find_whole(self.source, self._lines)
        lone, done = find_lone(self.source, self._lines), 0
        for index, line in enumerate(self._lines):
            if index < done:
                continue
            if index in whole:
                done, blocks = whole[index]
                self._whole(blocks)
            elif index in lone:
                self._lone(line, self._lines[lone[index]])
                done = lone[index] + 1
            elif line.is_blank or self._is_furniture(index) or not self._add(line, index):
                self._end_block()
            else:
                self._blank, self._break = False, line.hard_break
        self._end_block()
        return self._protos

    @property
    def _last(self) -> Proto | None:
        return self._protos[-1] if self._protos else None

    def _end_block(self) -> None:
        self._blank = True
        if self._protos:
            self._protos[-1].blank_after = True

    def _is_furniture(self, index: int) -> bool:
        """A page number, said to be one or alone between blank lines, or beside a running head; tags around nothing."""
        line = self._lines[index]
        if index in self._running:
            return True
        first = self.source[line.start]
        if first in "<&":
            return EMPTY_MARKUP.match(self.source, line.start, line.end) is not None
        match = PAGE_NUMBER.match(self.source, line.start, line.end)
        around = self._lines[max(index - 1, 0) : index + 2 : 2] if index else self._lines[1:2]
        return match is not None and (match.lastgroup == "said" or all(other.is_blank for other in around))

    def _add(self, line: Line, index: int) -> bool:
        """Adds a line to the blocks; False for a mere rule."""
        text = self.source[line.start : line.end]
        if RULE.match(text):
            return SETEXT.match(text) is not None and self._underline(text)
        if heading := MARKDOWN_HEADING.match(text):
            self._heading(line.start + heading.end(), line.start + max(heading.end(), len(text.rstrip("# "))), len(heading[1]))
            self.has_markdown = True
        elif self._is_row(line, text):
            self._row(line)
        elif self._is_between_rows(index):
            self._heading(line.start, line.end, 0, closes_table=False)
        elif label := self._labels.find(text):
            self._item(line, label)
        elif is_capitals(text.strip("*_")):
            self._capitals(line)
        elif is_bold_title(text):
            self._heading(line.start, line.end, BELOW_MARKDOWN)
        elif not PIPE_RULE.match(text):
            self._words(line, index)
        return True

    def _underline(self, text: str) -> bool:
        """Makes the line above a heading; not a sentence above dashes, nor one of several lines."""
        last = self._last
        if self._blank or last is None or last.row or last.is_bullet or len(last.segments) != 1:
            return False
        if text[0] == "-" and not is_open(last, self.source):
            return False
        last.kind, last.level, self.has_markdown = "heading", 1 if text[0] == "=" else 2, True
        return True

    def _heading(self, start: int, end: int, level: int, closes_table: bool = True) -> None:
        label = self._labels.find(self.source[start:end])
        if label and not label.is_bullet:
            proto = Proto("heading", [(start + label.words, end)], level, (start + label.start, start + label.end))
        else:
            proto = Proto("heading", [(start, end)], level)
        self._start(proto, closes_table)
        self._labels.close()

    def _capitals(self, line: Line) -> None:
        """A heading in capitals, or the rest of one that was too long for its line."""
        if self._last and not self._blank and runs_over(self._last, self.source):
            self._last.segments.append((line.start, line.end))
        else:
            self._heading(line.start, line.end, 0)

    def _is_row(self, line: Line, text: str) -> bool:
        """A tab inside the line, or before it under an open table; one tab behind a list label, or behind a number with dots or
        slashes where no table is open, is an item's."""
        if text.startswith("|") and text.count("|") > 2:
            return not PIPE_RULE.match(text)
        if "\t" not in text:
            ends_in_tab = self.source.startswith("\t", line.end)
            return (self._tables.is_open and "\t" in self.source[line.begin : line.start]) or (ends_in_tab and not self._labels.find(text))
        label = self._labels.find(text)
        if label is None or text.count("\t") > 1 or "\t" not in text[label.start : label.words]:
            return True
        if any(mark in label.text for mark in "./") and not self._tables.is_open and "<" not in text:
            return False
        return not label.is_bullet and label.text[0].isalnum() and label.text[-1].isalnum()

    def _is_between_rows(self, index: int) -> bool:
        """A line with a row right above and right below it: a heading that spans the table."""
        return self._tables.is_open and not self._blank and spans_table(self.source, self._lines, index, self._tables, self._labels)

    def _row(self, line: Line) -> None:
        if proto := self._tables.add(split_row(self.source, line), self._last, self._blank):
            self._start(proto, closes_table=False)

    def _whole(self, blocks: dict[int, Row | None]) -> None:
        """A whole table, with the headings that span it."""
        self._tables.open_whole()
        for index, row in sorted(blocks.items()):
            if row:
                self._start(self._tables.whole(row), closes_table=False)
            else:
                self._heading(self._lines[index].start, self._lines[index].end, 0, closes_table=False)
        self._end_block()

    def _item(self, line: Line, label: Label) -> None:
        level = self._labels.level(label, line.indent)
        place = (line.start + label.start, line.start + label.end)
        self._start(Proto("item", [(line.start + label.words, line.end)], level, place, label.is_bullet))

    def _lone(self, line: Line, below: Line) -> None:
        """An item whose label stands on the line above its words."""
        label = Label(self.source[line.start : line.end], 0, line.end - line.start, line.end - line.start, False)
        self._item(line, label)
        self._below_label = self._protos[-1]
        self._below_label.segments = [(below.start, below.end)]
        self._blank, self._break = False, False

    def _words(self, line: Line, index: int) -> None:
        """Adds the line to the block above where it goes on with it, else begins a paragraph."""
        last, words = self._last, (line.start, line.end)
        if last and self._belongs(last, line, index):
            (last.row.last if last.row and last.row.last else last.segments).append(words)
        else:
            self._start(Proto("paragraph", [words]))

    def _belongs(self, last: Proto, line: Line, index: int) -> bool:
        if last.kind == "heading" or last.end == 0:
            return False
        if self._blank or last.row:
            return self.source[line.start].islower() and is_open(last, self.source)
        if last is self._below_label and is_open(last, self.source) and last.end - last.segments[-1][0] > LONG_HEADING:
            return True  # printed in a narrower column than the rest
        return not self._break and goes_on(last, line, self._lines[index - 1], self.source, self._width)

    def _start(self, proto: Proto, closes_table: bool = True) -> None:
        proto.blank_before = self._blank
        if closes_table:
            self._tables.close()
        self._protos.append(proto)
