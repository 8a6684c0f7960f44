"""The lines and grids of all pages, in reading order, to passages: paragraphs, items, rows, captions, contents and footnotes."""

import re
from collections.abc import Sequence

from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.paragraphs import Paragraphs
from pipeline.read.pdf.assembly.passage import Passage
from pipeline.read.pdf.assembly.tables import PlacedGrid, Tables
from pipeline.read.pdf.assembly.type import Type

CAPTION = re.compile(r"(?:Figure|Fig\.?|Table|Chart|Graph|Map|Plate|Photo(?:graph)?|Diagram)\s+\d+(?:\.\d+)*[a-z]?\s*(?:[:.–—-]|$|[A-Z])")
CONTENTS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{6,}).{0,4}\d{1,4}$")
FOOTNOTE = re.compile(r"(?:\d{1,3}|[*†‡§])(?=[\s\w])")
LONGEST_CAPTION = 30
LONGEST_NAME = 4

Item = Line | PlacedGrid


class Flow:
    """Takes the pages' columns one after the other; `passages` are what they came to."""

    def __init__(self, type_: Type) -> None:
        self.passages: list[Passage] = []
        self._type = type_
        self._paragraphs = Paragraphs(type_)
        self._tables = Tables(type_)

    def column(self, items: Sequence[Item]) -> None:
        """Adds a column, from its head to its foot."""
        above: Line | None = None
        for index, item in enumerate(items):
            if isinstance(item, PlacedGrid):
                self._grid(item)
                above = None
            elif isinstance(item, Line) and not self._aside(item, items[index:]):
                beside = items[index - 1] if index else None
                if isinstance(beside, Line) and self._names(beside, item):
                    self._field(item)
                else:
                    self._line(item, above)
                above = item

    def furniture(self, lines: Sequence[Line]) -> None:
        """Running heads and feet: kept as what stands between two passages."""
        self.passages += [Passage(None, [line]) for line in lines]

    def _line(self, line: Line, above: Line | None) -> None:
        self._tables.close()
        passage = self._paragraphs.add(line, above)
        if len(passage.lines) == 1:
            self.passages.append(passage)

    def _grid(self, grid: PlacedGrid) -> None:
        last = next((passage for passage in reversed(self.passages) if passage.kind not in (None, "footnote")), None)
        rows = self._tables.add(grid, last)
        self.passages += rows
        self._paragraphs.found += rows[-1:]

    def _aside(self, line: Line, below: Sequence[Item]) -> bool:
        """Adds a line that is no running text: of a contents list, of a caption, of a footnote."""
        kind = self._kind(line, below)
        last = self.passages[-1] if self.passages else None
        if kind is None:
            return False
        if kind == "footnote" and last and last.kind == "footnote" and not FOOTNOTE.match(line.text):
            last.lines.append(line)
        else:
            self.passages.append(Passage(kind, [line]))
        return True

    def _kind(self, line: Line, below: Sequence[Item]):  # type: ignore[no-untyped-def]
        if CONTENTS.search(line.text):
            return "contents"
        if CAPTION.match(line.text) and len(line.words) <= LONGEST_CAPTION and line.text[-1] not in ",;":
            return "caption"
        if self._type.is_smaller(line) and all(isinstance(item, Line) and self._type.is_smaller(item) for item in below):
            last = self.passages[-1] if self.passages else None
            if FOOTNOTE.match(line.text) or (last and last.kind == "footnote" and last.last.page == line.page):
                return "footnote"
        return None

    def _names(self, name: Line, value: Line) -> bool:
        """Whether a line is a short name with a colon, and the value stands beside it."""
        last = self.passages[-1] if self.passages else None
        beside = value.top < (name.top + name.bottom) / 2 and value.x0 > name.x1
        return beside and last is not None and last.lines == [name] and name.text.endswith(":") and len(name.words) <= LONGEST_NAME

    def _field(self, value: Line) -> None:
        """Makes the name before it and the value one field."""
        name = self.passages[-1]
        name.kind, name.label = "field", None
        name.cells = [[Passage("paragraph", list(name.lines))], [Passage("paragraph", [value])]]
        name.lines = []
