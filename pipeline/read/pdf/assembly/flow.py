"""The lines and grids of all pages, in reading order, to passages: paragraphs, items, rows, captions, contents and footnotes."""

from collections.abc import Iterable, Sequence

from pipeline.read.pdf.assembly.asides import goes_on, kind_of
from pipeline.read.pdf.assembly.lines import Line
from pipeline.read.pdf.assembly.marks import marks_on
from pipeline.read.pdf.assembly.paragraphs import Paragraphs
from pipeline.read.pdf.assembly.passage import Passage
from pipeline.read.pdf.assembly.placed import PlacedGrid
from pipeline.read.pdf.assembly.tables import Tables
from pipeline.read.pdf.assembly.type import Type

LONGEST_NAME = 4  # words
ALIGNED = 2.0  # points
FURTHEST = 3.0  # heights between two lines of one value

Item = Line | PlacedGrid


class Flow:
    """Takes the pages one after the other; `passages` are what they came to."""

    def __init__(self, type_: Type) -> None:
        self.passages: list[Passage] = []
        self._type = type_
        self._paragraphs = Paragraphs(type_)
        self._tables = Tables(type_)
        self._values = Paragraphs(type_)
        self._marks: set[str] = set()

    def page(self, columns: Sequence[Sequence[Item]], furniture: Sequence[Line]) -> None:
        """Adds a page. Its furniture is kept as what stands between two passages."""
        self.passages += [Passage(None, [line]) for line in furniture]
        self._marks = marks_on(line for column in columns for item in column for line in _lines(item))
        for column in columns:
            self._column(column)

    def _column(self, items: Sequence[Item]) -> None:
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
                elif not self._goes_on_beside(item, above):
                    self._line(item, above)
                above = item

    def _line(self, line: Line, above: Line | None) -> None:
        if self._tables.take(line, self._last()):
            return
        self._tables.close()
        passage = self._paragraphs.add(line, above)
        if len(passage.lines) == 1:
            self.passages.append(passage)

    def _grid(self, grid: PlacedGrid) -> None:
        rows = self._tables.add(grid, self._last())
        self.passages += rows
        self._paragraphs.found += rows[-1:]

    def _last(self) -> Passage | None:
        """The passage of running text, or the row, printed last."""
        return next((passage for passage in reversed(self.passages) if passage.kind not in (None, "footnote")), None)

    def _aside(self, line: Line, below: Sequence[Item]) -> bool:
        """Adds a line that is no running text: of a contents list, of a caption, of a footnote."""
        last = next((passage for passage in reversed(self.passages) if passage.kind), None)
        kind = kind_of(line, below, last, self._marks, self._type)
        if kind == "footnote" and last and goes_on(line, last):
            last.lines.append(line)
        elif kind:
            self.passages.append(Passage(kind, [line]))
        return kind is not None

    def _names(self, name: Line, value: Line) -> bool:
        """Whether a line is a short name with a colon, and the value stands beside it."""
        last = self.passages[-1] if self.passages else None
        beside = value.top < (name.top + name.bottom) / 2 and value.x0 > name.x1
        return beside and last is not None and last.lines == [name] and is_name(name)

    def _field(self, value: Line) -> None:
        """Makes the name before it and the value one field."""
        field = self.passages[-1]
        paragraphs = Paragraphs(self._type)
        paragraphs.start(value, None, None)
        field.cells = [[Passage("paragraph", field.lines)], paragraphs.found]
        field.kind, field.label, field.lines = "field", None, []
        self._values = paragraphs

    def _goes_on_beside(self, line: Line, above: Line | None) -> bool:
        """Adds a line to the value of the field above, if it stands below that and nothing beside it."""
        field = self.passages[-1] if self.passages else None
        if field is None or field.kind != "field" or above is None:
            return False
        value = field.cells[1][0].lines[0]
        if above.page != line.page or abs(line.x0 - value.x0) > ALIGNED or line.top - above.top > FURTHEST * line.height:
            return False
        self._values.add(line, above)
        return True


def is_name(line: Line) -> bool:
    """Whether a line is a short name with a colon, such as `From:`."""
    return line.text.endswith(":") and len(line.words) <= LONGEST_NAME


def _lines(item: Item) -> Iterable[Line]:
    return [item] if isinstance(item, Line) else [line for cell in item.cells for line in cell]
