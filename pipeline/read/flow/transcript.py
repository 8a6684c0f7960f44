"""The source of a paper without pages: what it prints, line by line, labels that are counted in front."""

from typing import NamedTuple

from pipeline.read.flow.content import Paragraph
from pipeline.read.looks import BLANK
from pipeline.read.rows import Segment


class Written(NamedTuple):
    """Where the label and the words of a paragraph came to stand; None for what it has not."""

    label: Segment | None
    words: Segment | None


class Transcript:
    """Writes paragraphs, each on a line of its own, and notes where their marks came to stand."""

    def __init__(self) -> None:
        self.marks: list[Segment] = []
        self.length = 0
        self._pieces: list[str] = []
        self._separator = ""
        self._is_fresh = False

    @property
    def source(self) -> str:
        """All that has been written."""
        return "".join(self._pieces)

    def start_row(self) -> None:
        """What comes next stands in the first cell of a row."""
        self._is_fresh = True

    def next_cell(self) -> None:
        """What comes next stands in the next cell."""
        self._separator = (self._separator if self._is_fresh else "") + "\t"
        self._is_fresh = True

    def end_row(self) -> None:
        """What comes next stands below the row."""
        self._separator = "\n" if self.length else ""

    def write(self, paragraph: Paragraph) -> Written:
        """Writes a paragraph with its label; nothing where it prints nothing."""
        words = paragraph.text.strip(BLANK)
        if not words and not paragraph.label:
            return Written(None, None)
        self._add(self._separator)
        self._separator, self._is_fresh = "\n", False
        label = self._add(paragraph.label) if paragraph.label else None
        if label and words:
            self._add("\t")
        begin = self._add(paragraph.text)[0]
        self.marks += [(begin + start, begin + end) for start, end in paragraph.marks]
        start = begin + paragraph.text.find(words)
        return Written(label, (start, start + len(words)) if words else None)

    def _add(self, piece: str) -> Segment:
        self._pieces.append(piece)
        self.length += len(piece)
        return self.length - len(piece), self.length
