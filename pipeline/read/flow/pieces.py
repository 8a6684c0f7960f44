"""Paragraphs to blocks: headings, list items, prose and footnotes, by what the format says and by their looks."""

import re

from pipeline.read.flow.content import Paragraph
from pipeline.read.flow.levels import Nesting
from pipeline.read.flow.lines import split_lines
from pipeline.read.flow.transcript import Transcript
from pipeline.read.labels import Label
from pipeline.read.looks import BLANK, is_capitals, is_title
from pipeline.read.proto import Proto

ORDER = re.compile(r"(?:actions?|resolved|agreed|decisions?|noted|recommend(?:ed|ation))\b.{0,20}:\s*\S", re.IGNORECASE)
LONGEST_TITLE, LONGEST_HEADING = 14, 30


class Pieces:
    """Writes paragraphs into the script and notes their blocks; footnotes wait for the end of their section."""

    def __init__(self) -> None:
        self.script = Transcript()
        self.protos: list[Proto] = []
        self.nesting = Nesting()
        self._footnotes: list[Paragraph] = []

    def add(self, paragraph: Paragraph) -> None:
        """Adds a paragraph, or the several that its lines are."""
        if paragraph.kind == "footnote":
            self._footnotes.append(paragraph)
        elif paragraph.kind == "left out":
            self.script.write(paragraph)
        else:
            for piece in split_lines(paragraph):
                self._add_piece(piece)

    def end_section(self) -> None:
        """Writes the footnotes that wait."""
        held, self._footnotes = self._footnotes, []
        for footnote in held:
            if words := self.script.write(footnote).words:
                self.protos.append(Proto("footnote", [words]))

    def _add_piece(self, piece: Paragraph) -> None:
        text = piece.text.strip(BLANK)
        typed = self._typed_label(piece, text)
        is_heading = _is_heading(piece, text[typed.words :] if typed else text, typed)
        if is_heading:
            self.end_section()
            self.nesting.close()
        written = self.script.write(piece)
        if written.words is None:
            return
        start, end = written.words
        label = (start + typed.start, start + typed.end) if typed else written.label
        proto = Proto("paragraph", [(start + typed.words if typed else start, end)], 0, label, blank_after=True)
        proto.is_bullet = typed.is_bullet if typed else piece.is_bullet
        self._settle(proto, piece, typed, is_heading)

    def _settle(self, proto: Proto, piece: Paragraph, typed: Label | None, is_heading: bool) -> None:
        """Says what the block is, and notes it."""
        if is_heading:
            proto.kind, proto.level, proto.label = "heading", piece.level, None if proto.is_bullet else proto.label
        elif piece.kind in ("contents", "caption"):
            start = min(proto.segments[0][0], proto.label[0] if typed and proto.label else proto.segments[0][0])
            proto = Proto("contents" if piece.kind == "contents" else "caption", [(start, proto.end)])
        elif proto.label:
            label = typed or Label(piece.label, 0, 0, 0, piece.is_bullet)
            proto.kind, proto.level = "item", self.nesting.level(label, piece.indent)
        elif piece.goes_on and self.protos and self.protos[-1].kind == "item":
            self.protos[-1].segments += proto.segments
            return
        self.protos.append(proto)

    def _typed_label(self, piece: Paragraph, text: str) -> Label | None:
        """The label typed before the words; beside one that is counted only a number counts, and only where that is a bullet."""
        if piece.label and not piece.is_bullet:
            return None
        typed = self.nesting.find(text)
        return None if typed and typed.is_bullet and piece.label else typed


def _is_heading(piece: Paragraph, words: str, typed: Label | None) -> bool:
    """What the format calls a heading, unless it is a sentence; words in capitals; a title that is bold or underlined throughout."""
    if piece.kind == "heading":
        count = len(words.split())
        return count <= LONGEST_TITLE or (count <= LONGEST_HEADING and words[-1] not in ".;")
    if piece.kind != "paragraph" or piece.goes_on or (typed or piece).is_bullet or ORDER.match(words):
        return False
    if not piece.label and not typed and is_capitals(words):
        return True
    return _is_strong(piece) and is_title(words)


def _is_strong(piece: Paragraph) -> bool:
    """Whether all words are bold or underlined."""
    weak, position = [], 0
    for start, end in piece.strong:
        weak.append(piece.text[position:start])
        position = end
    return bool(piece.strong) and not any(part.strip(BLANK) for part in [*weak, piece.text[position:]])
